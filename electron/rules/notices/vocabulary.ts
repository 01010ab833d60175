import type { NoticeKind } from '#contract/shapes/notice.ts';
import { helperVocabularies } from './helper-vocabulary.ts';
import { FRAME, FRAME_FLAGS, type Vocabulary } from './vocabulary-frame.ts';

const CASE = [
  ...FRAME,
  'receiptNumber',
  'shortNumber',
  'officialNumber',
  'itemName',
  'itemCode',
  'department',
  'resultName',
  'applicantName',
  'applicant',
  'applicantMasked',
  'handler',
  'handlerMasked',
  'acceptanceBasis',
  'correctionBasis',
  'receivedOn',
  'receivedAt',
];
const CASE_FLAGS = [...FRAME_FLAGS, 'licence', 'departmentDecides', 'received'];
const ACCEPTANCE = ['acceptedOn', 'legalLimit', 'promisedLimit', 'procedures', 'fee', 'delivery'];
const ACCEPTANCE_FLAGS = ['provisional', 'deemed'];
const MATERIALS = ['no', 'name', 'how', 'originals', 'copies'];
const ASK = ['receiptNumber', 'hallPhone', 'window', 'clerk'];

/** @source domain.md 5.3; number, date, organ, seal place and code are drawn by the page on every paper */
export const vocabularies: Readonly<Record<NoticeKind, Vocabulary>> = {
  'receipt-slip': ofCase({
    values: ['noticeDueOn', 'materialCount', 'passedTo'],
    flags: ['corrected', 'passedOn', 'answeredHere'],
    lists: { materials: MATERIALS },
    must: [
      'shortNumber',
      'officialNumber',
      'itemName',
      'applicantMasked',
      'handlerMasked',
      'list:materials',
      'receivedAt',
      'window',
      'clerk',
      'noticeDueOn',
      'checkCode',
      'hallPhone',
    ],
  }),
  acceptance: ofCase({
    values: ACCEPTANCE,
    flags: ACCEPTANCE_FLAGS,
    must: ['itemName', 'itemCode', 'applicant', 'handler', ...ACCEPTANCE, ...ASK],
  }),
  tolerance: ofCase({
    values: [...ACCEPTANCE, 'laterNames'],
    flags: ACCEPTANCE_FLAGS,
    lists: { later: ['no', 'name', 'day'] },
    must: ['itemName', 'itemCode', 'applicant', 'handler', 'list:later', 'laterNames', ...ACCEPTANCE, ...ASK],
  }),
  commitment: ofCase({
    values: [...ACCEPTANCE, 'conditions', 'duties', 'penalties', 'commitmentBasis', 'replaces'],
    flags: ACCEPTANCE_FLAGS,
    lists: { materials: MATERIALS },
    must: [
      'itemName',
      'applicant',
      'conditions',
      'duties',
      'penalties',
      'commitmentBasis',
      'replaces',
      ...ASK,
    ],
  }),
  correction: ofCase({
    values: ['noticeDueOn', 'correctBy', 'secondReason', 'secondBy'],
    flags: ['limited', 'second'],
    lists: { lines: ['no', 'name', 'say', 'rule'] },
    must: [
      'itemName',
      'applicant',
      'list:lines',
      'receivedOn',
      'correctBy',
      'secondReason',
      'secondBy',
      'hall',
      ...ASK,
    ],
  }),
  refusal: ofCase({
    values: ['reason', 'say', 'rightOrgan', 'reconsiderationDays', 'suitMonths'],
    flags: ['elsewhere'],
    must: [
      'itemName',
      'applicant',
      'reason',
      'say',
      'rightOrgan',
      'reconsiderationDays',
      'suitMonths',
      ...ASK,
    ],
  }),
  'special-procedure': ofCase({
    values: ['procedureName', 'reason', 'basis', 'startsOn', 'expectedEndOn', 'dueOnBefore'],
    must: ['itemName', 'applicant', 'procedureName', 'reason', 'basis', 'startsOn', 'expectedEndOn', ...ASK],
  }),
  extension: ofCase({
    values: ['reason', 'basis', 'workingDays', 'dueOnBefore', 'dueOnAfter', 'approver'],
    must: ['itemName', 'applicant', 'reason', 'basis', 'workingDays', 'dueOnAfter', 'approver', ...ASK],
  }),
  'not-needed': ofCase({
    values: ['say', 'basis'],
    must: ['itemName', 'applicantName', 'say', 'basis', 'hallPhone', 'window', 'clerk'],
  }),
  'wrong-organ': ofCase({
    values: ['rightOrgan', 'whereTo', 'say'],
    flags: ['whereKnown'],
    must: ['itemName', 'applicantName', 'rightOrgan', 'whereTo', 'say', 'hallPhone', 'window', 'clerk'],
  }),
  referral: ofCase({
    values: ['toOrgan', 'reason', 'referredOn'],
    lists: { materials: MATERIALS },
    must: ['itemName', 'applicant', 'toOrgan', 'reason', 'referredOn', 'list:materials', ...ASK],
  }),
  withdrawal: ofCase({
    values: ['reason', 'withdrawnOn', 'papersReturned'],
    must: ['itemName', 'applicant', 'reason', 'withdrawnOn', 'papersReturned', ...ASK],
  }),
  lapse: ofCase({
    values: ['correctionNumber', 'toldOn', 'correctBy', 'lapsedOn', 'promisedPaper', 'papersReturned'],
    flags: ['promise', 'returned'],
    must: ['itemName', 'applicant', 'correctionNumber', 'toldOn', 'correctBy', 'lapsedOn', ...ASK],
  }),
  collection: ofCase({
    values: [
      'decision',
      'collectedName',
      'licenceNumber',
      'collector',
      'collectorRole',
      'collectorCertificate',
      'way',
      'collectedAt',
    ],
    must: [
      'itemName',
      'applicant',
      'collectedName',
      'licenceNumber',
      'collector',
      'collectorRole',
      'collectorCertificate',
      'way',
      'collectedAt',
      'receiptNumber',
    ],
  }),
  'hand-over': {
    values: [...FRAME, 'toOrgan', 'handedOn', 'caseCount', 'paperCount'],
    flags: FRAME_FLAGS,
    lists: { papers: ['no', 'receiptNumber', 'item', 'applicant', 'name', 'originals', 'copies'] },
    must: ['toOrgan', 'handedOn', 'caseCount', 'paperCount', 'window', 'clerk', 'list:papers'],
  },
  complaint: {
    values: [
      ...FRAME,
      'kindName',
      'what',
      'itemName',
      'receiptNumber',
      'happenedOn',
      'contact',
      'promisedReplyOn',
    ],
    flags: FRAME_FLAGS,
    lists: {},
    must: ['kindName', 'what', 'itemName', 'happenedOn', 'contact', 'promisedReplyOn', 'hallPhone'],
  },
  'bundle-receipt': {
    values: [
      ...FRAME,
      'bundleName',
      'leadDepartment',
      'applicantMasked',
      'handlerMasked',
      'caseCount',
      'materials',
      'materialCount',
      'merged',
      'delivery',
    ],
    flags: [...FRAME_FLAGS, 'merged'],
    lists: { cases: ['no', 'item', 'department', 'number', 'standing', 'due'] },
    must: [
      'bundleName',
      'applicantMasked',
      'list:cases',
      'materials',
      'merged',
      'delivery',
      'checkCode',
      'hallPhone',
    ],
  },
  'application-form': {
    values: [...FRAME, 'items', 'itemCodes', 'departments', 'applicant', 'handler', 'answerCount'],
    flags: [...FRAME_FLAGS, 'several'],
    lists: { answers: ['section', 'label', 'answer', 'from'] },
    must: ['items', 'applicant', 'handler', 'list:answers', 'hall', 'window', 'clerk', 'hallPhone'],
  },
  'guidance-list': {
    values: [
      ...FRAME,
      'about',
      'department',
      'comes',
      'answers',
      'limit',
      'fee',
      'paperCount',
      'openCount',
      'spared',
      'stepCount',
      'steps',
    ],
    flags: [...FRAME_FLAGS, 'answered', 'open', 'papers', 'spared', 'several', 'oneItem'],
    lists: { papers: ['no', 'name', 'count', 'say'] },
    must: ['about', 'department', 'comes', 'list:papers', 'spared', 'hall', 'window', 'clerk', 'hallPhone'],
  },
  ...helperVocabularies,
};

function ofCase(own: {
  readonly values: readonly string[];
  readonly flags?: readonly string[];
  readonly lists?: Vocabulary['lists'];
  readonly must: readonly string[];
}): Vocabulary {
  return {
    values: [...CASE, ...own.values],
    flags: [...CASE_FLAGS, ...(own.flags ?? [])],
    lists: own.lists ?? {},
    must: own.must,
  };
}
