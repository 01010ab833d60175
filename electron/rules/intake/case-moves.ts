import type { CaseState } from '#contract/shapes/case.ts';

/** Everything that can happen to a case after it was opened. */
export type CaseEvent =
  | 'block'
  | 'release'
  | 'receive'
  | 'accept'
  | 'accept-tolerant'
  | 'accept-commitment'
  | 'correct'
  | 'all-in'
  | 'lapse'
  | 'give-back'
  | 'refuse'
  | 'not-needed'
  | 'wrong-organ'
  | 'refer'
  | 'deem-accepted'
  | 'start-special'
  | 'end-special'
  | 'extend'
  | 'grant'
  | 'deny'
  | 'make-result'
  | 'deliver'
  | 'withdraw'
  | 'archive';

/** What must hold beside the state; each is proved by a rule of this folder or by the act. */
type Guard =
  | 'predecessor-open'
  | 'predecessors-done'
  | 'people-and-number'
  | 'nothing-missing'
  | 'only-tolerable-missing'
  | 'commitment-signed'
  | 'whole-list-once'
  | 'whole-list-supervisor'
  | 'days-ran-out'
  | 'reason-and-remedies'
  | 'right-organ-named'
  | 'reason-end-told'
  | 'approver-and-notice'
  | 'owed-papers-in'
  | 'promise-broken'
  | 'role-split'
  | 'card-check-or-waybill'
  | 'applicant-signs'
  | 'hand-over-done';

interface CaseMove {
  readonly from: CaseState;
  readonly event: CaseEvent;
  readonly to: CaseState;
  readonly guard: Guard;
  /** Article of 行政许可法, or the section of domain.md, that makes this move. */
  readonly source: string;
}

/** Accepted by any of the four ways, and nothing decided since. */
const ACCEPTED: readonly CaseState[] = [
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
];
/** Papers were taken in and the organ has not yet said whether it accepts. */
const TAKEN_IN: readonly CaseState[] = ['received', 'received-again'];
/** At the window receiving and deciding are often one act: the draft was received in the same moment. */
const AT_THE_COUNTER: readonly CaseState[] = ['draft', ...TAKEN_IN];
const IN_HAND: readonly CaseState[] = [...ACCEPTED, 'in-review'];
const OPEN: readonly CaseState[] = [...TAKEN_IN, 'awaiting-correction', ...IN_HAND, 'suspended'];
/** Where papers may be owed: from a tolerant acceptance until the decision. */
const MAY_OWE: readonly CaseState[] = ['accepted-tolerant', 'in-review', 'suspended'];
const ENDED: readonly CaseState[] = [
  'delivered',
  'refused',
  'closed-not-needed',
  'closed-wrong-organ',
  'closed-lapsed',
  'closed-returned',
  'referred',
  'withdrawn',
];

/**
 * Every move a case may make.
 *
 * Beyond the table of the reference: a step of a bundle is blocked and released; a second receipt (补齐再收件) runs
 * out like the first; a decision that takes no review is made from acceptance; a denial is handed over like a grant;
 * a promise that was not kept ends the case or gives it back, for a tolerant case is decided only when filled.
 *
 * @source domain.md 13.2 case; 行政许可法 art. 32, 38, 42–45
 */
export const caseMoves: readonly CaseMove[] = [
  { from: 'draft', event: 'block', to: 'blocked', guard: 'predecessor-open', source: 'domain.md 7' },
  { from: 'blocked', event: 'release', to: 'draft', guard: 'predecessors-done', source: 'domain.md 7' },
  { from: 'draft', event: 'receive', to: 'received', guard: 'people-and-number', source: '32' },
  ...from(AT_THE_COUNTER, 'accept', 'accepted', 'nothing-missing', '32(1)(5)'),
  ...from(AT_THE_COUNTER, 'accept-tolerant', 'accepted-tolerant', 'only-tolerable-missing', 'domain.md 5.4'),
  ...from(AT_THE_COUNTER, 'accept-commitment', 'accepted-commitment', 'commitment-signed', 'domain.md 5.4'),
  ...from(['draft', 'received'], 'correct', 'awaiting-correction', 'whole-list-once', '32(1)(4)'),
  ...from(['received-again'], 'correct', 'awaiting-correction', 'whole-list-supervisor', '32(1)(4)'),
  ...from(['awaiting-correction'], 'all-in', 'received-again', 'nothing-missing', '32(1)(5)'),
  ...from(['awaiting-correction'], 'lapse', 'closed-lapsed', 'days-ran-out', 'domain.md 13.2'),
  ...from(MAY_OWE, 'lapse', 'closed-lapsed', 'promise-broken', 'domain.md 5.4'),
  ...from(MAY_OWE, 'give-back', 'closed-returned', 'promise-broken', 'domain.md 5.4'),
  ...from(AT_THE_COUNTER, 'refuse', 'refused', 'reason-and-remedies', '32(2)'),
  ...from(AT_THE_COUNTER, 'not-needed', 'closed-not-needed', 'reason-and-remedies', '32(1)(1)'),
  ...from(AT_THE_COUNTER, 'wrong-organ', 'closed-wrong-organ', 'right-organ-named', '32(1)(2)'),
  ...from([...TAKEN_IN, ...IN_HAND], 'refer', 'referred', 'right-organ-named', '43'),
  ...from(TAKEN_IN, 'deem-accepted', 'deemed-accepted', 'days-ran-out', '32(1)(4)'),
  ...from(IN_HAND, 'start-special', 'suspended', 'reason-end-told', '45'),
  { from: 'suspended', event: 'end-special', to: 'in-review', guard: 'reason-end-told', source: '45' },
  ...from(IN_HAND, 'extend', 'in-review', 'approver-and-notice', '42'),
  ...from(IN_HAND, 'grant', 'decided-granted', 'owed-papers-in', '38(1)'),
  ...from(IN_HAND, 'deny', 'decided-denied', 'role-split', '38(2)'),
  ...from(['decided-granted'], 'make-result', 'ready', 'role-split', '39'),
  ...from(['ready', 'decided-denied'], 'deliver', 'delivered', 'card-check-or-waybill', '44'),
  ...from(OPEN, 'withdraw', 'withdrawn', 'applicant-signs', 'domain.md 13.2'),
  ...from(ENDED, 'archive', 'archived', 'hand-over-done', 'domain.md 9.3'),
];

function from(
  states: readonly CaseState[],
  event: CaseEvent,
  to: CaseState,
  guard: Guard,
  source: string,
): CaseMove[] {
  return states.map((state) => ({ from: state, event, to, guard, source }));
}

/** The state an event leads to, or null when the case cannot make this move. */
export function caseAfter(state: CaseState, event: CaseEvent): CaseState | null {
  return caseMoves.find((move) => move.from === state && move.event === event)?.to ?? null;
}

/**
 * Papers and answers may change until something was decided, while a step of a bundle waits, and while corrections
 * are brought.
 */
export function takesPapers(state: CaseState): boolean {
  return (
    state === 'draft' || state === 'blocked' || state === 'awaiting-correction' || TAKEN_IN.includes(state)
  );
}
