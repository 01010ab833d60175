import type { toldZh } from './told-zh.ts';

/** What a citizen is told at every step of a case, in English. */
export const toldEn: typeof toldZh = {
  draft: () => 'We are filling it in and taking the papers.',
  blocked: () => 'It goes on when the one before it is done; no need to come back.',
  received: (day) => `We have your papers. We say${by(day)} whether it is accepted.`,
  'awaiting-correction': (day) => `Please bring all that the notice lists${by(day)}, at once; no new number.`,
  'received-again': (day) => `All corrections are in. We say${by(day)} whether it is accepted.`,
  accepted: (day) => `It is accepted. There is a result${by(day)}.`,
  'accepted-tolerant': (day) =>
    `It is accepted. Bring the papers the notice lists; with them there is a result${by(day)}.`,
  'accepted-commitment': (day) => `It is accepted on your commitment. There is a result${by(day)}.`,
  'deemed-accepted': (day) =>
    `Nobody answered in five days: by law it is accepted since the day it was received. There is a result${by(day)}.`,
  suspended: () => 'A special procedure is under way; its time does not count. You are told the new day.',
  'in-review': (day) => `The department is looking at it. It decides${by(day)}.`,
  'decided-granted': (day) => `It is granted. The result is being made and is handed over${by(day)}.`,
  'decided-denied': (day) =>
    `It is not granted. The reason and the remedies are on the decision, which reaches you${by(day)}.`,
  ready: (day) => `The result is ready: collect it with your card, or have it sent${by(day)}.`,
  delivered: () => 'The result is in your hands; this case is done.',
  refused: () => 'It cannot be accepted. The reason and the remedies are on the decision.',
  'closed-not-needed': () => 'No permit is needed for this; the slip says why.',
  'closed-wrong-organ': () => 'This is not decided here; the slip says whom to ask.',
  'closed-lapsed': () => 'The papers did not come in time and the case has ended. You may apply again.',
  'closed-returned': () =>
    'An owed paper never came and the case is given back. Collect your papers; you may apply again.',
  referred: () => 'It went to the organ above; the papers need not be handed in again.',
  withdrawn: () => 'It was withdrawn as you asked. You may apply again when you need it.',
  archived: () => 'This case is done and archived.',
};

function by(day: string | null): string {
  return day === null ? '' : ` by ${day}`;
}
