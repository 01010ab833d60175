import type { PapersWords } from './papers-zh.ts';

/** The papers of a visit: preview with help, signing, batch print. */
export const papersEn: PapersWords = {
  open: 'Papers',
  title: 'Papers: check, sign, print',
  keys: '↑ ↓ chooses a paper, Space or a click marks it',
  ofVisit: 'Of this visit',
  ofToday: 'Of today',
  none: 'No paper was issued yet',
  list: 'List of papers',
  legal: 'The paper',
  help: 'What this paper says',
  chosen: (count) => `${count} marked`,
  marked: 'marked',
  batch: 'Print together',
  batchWaiting: 'In the press',
  batchPressed: (count) => `${count} papers in one file`,
  batchTrouble: 'Not out, press again',
  onScreen: 'Ask to sign',
  offScreen: 'Take off the screen',
  openScreen: 'Open their screen',
  onPaper: 'Signed on paper',
  notSigned: 'Not signed',
  notSignedTitle: 'Not signed: say why',
  notSignedNote: 'The reason and your number are printed on the paper',
  refused: 'They refuse to sign',
  impossible: 'They cannot sign',
  reasons: [
    'Wants to read it at home first',
    'Cannot read; it was read aloud',
    'Cannot use the hand; confirmed aloud',
  ],
  state: {
    'not-wanted': 'no signature needed',
    wanted: 'waits for a signature',
    'on-screen': 'on their screen',
    objected: 'they say something is wrong',
  },
  outcome: {
    signed: 'signed on the screen',
    'on-paper': 'signed on paper',
    refused: 'signature refused',
    impossible: 'could not sign',
  },
  helps: {
    'receipt-slip':
      'The papers were taken in: which, how many, and by which day the citizen hears. It is not an acceptance.',
    acceptance: 'The case is accepted. Limits count from the next working day; both due days are given.',
    correction:
      'Everything to correct, once, with the rule for each. Accepted on the day all is in; nothing is handed in twice.',
    refusal: 'Not accepted: the reason, its basis, and how and until when one may object.',
    tolerance:
      'Accepted with secondary papers to come. The result waits for them. The lower half is the promise; two copies.',
    commitment:
      'A promise instead of a proof: conditions, duties, and what follows if it is not true. Two copies.',
    'special-procedure': 'Inspection, testing or review stops the clock; start and expected end are given.',
    extension: 'The decision needs longer: the new day and who approved it.',
    'not-needed': 'Nothing has to be applied for; told at once.',
    'wrong-organ': 'Another organ is in charge: which one and how to get there.',
    referral: 'The papers went on to the organ that decides; they are not asked for again.',
    withdrawal: 'The applicant takes the application back; it holds when signed.',
    lapse: 'The correction did not come in time; the case ends and may be opened anew.',
    collection: 'Who collected the result, with which card and when; the collector signs.',
    'hand-over': 'Papers that go from the counter to the department; both sides sign.',
    complaint: 'What was reported and by which day the hall answers.',
    'bundle-receipt': 'One slip for the whole event: each case has its number, department and day.',
    'application-form':
      'Everything the applicant applies with, each value with its source and day. They check and sign it; a change needs a new signature.',
    'guidance-list': 'What to bring, why and how many, told before a ticket. Names nobody; no receipt.',
    'help-consent':
      'Whom the citizen lets help, with which items, until when. Signed on the screen or on paper.',
    'help-list': 'Slips and originals a helper takes along, each case under its number; the helper signs.',
  },
  citizenDoes: 'What the citizen does',
  duties: {
    'receipt-slip':
      'Keeps the slip and waits to hear. Hears nothing by that day: asks with the receipt number or by phone.',
    acceptance:
      'Checks names, item and both due days and keeps it. Asks with the receipt number; may complain.',
    correction:
      'Reads every line, signs, and brings all of it in one go by the day named. Asks now what is not clear.',
    refusal:
      'Keeps it. Who disagrees asks for reconsideration or sues within the limits named; or goes to the organ named.',
    tolerance:
      'Signs the promise and keeps one copy. Brings each paper by its day, else the case ends as the promise says.',
    commitment:
      'Reads every point, then signs and keeps one copy. What is promised must be true: it is checked later.',
    'special-procedure':
      'Keeps it and takes part in the inspection, test or review. The day it ends, the new due day goes by text message to whoever agreed; others ask with the receipt number.',
    extension: 'Keeps it and notes the new due day. Nothing more has to be brought.',
    'not-needed': 'Keeps it; nothing else to do. Questions: now, or at the phone number given.',
    'wrong-organ': 'Keeps it and takes the papers to the organ named.',
    referral:
      'Keeps it; hands in nothing again. Waits for the organ that decides, asks with the receipt number.',
    withdrawal:
      'Checks the reason and what is given back, then signs. The case ends then; they may apply anew.',
    lapse: 'Keeps it and takes back what was handed in. May apply anew when all is at hand.',
    collection: 'Checks the certificate line by line, signs and takes it.',
    'hand-over': 'Nothing for the citizen: who hands over and who takes over sign, and keep one copy each.',
    complaint:
      'Checks what was written and the phone number, signs, and waits for the answer by the day named.',
    'bundle-receipt':
      'Keeps the slip. Waits for each case on its own: one that fails does not hold up the others.',
    'application-form':
      'Checks every line, says at once what is wrong, signs only what is right: they answer for it.',
    'guidance-list':
      'Brings all papers of the list, then takes a ticket. Questions still open may change the list.',
    'help-consent':
      'Reads who helps, with what, until when, and signs if they want it. May take it back any time; signs and collects in person.',
    'help-list':
      'The helper counts and signs, and gives slips and originals to each citizen. Results are collected by the citizen.',
  },
  columns: 'Columns',
  secondPart: 'Second part',
};
