import type { CaseState } from '#contract/shapes/case.ts';

/** What can happen to a case in this version. `all-in`: every correction was handed over; no call makes it yet. */
export type CaseEvent = 'receive' | 'accept' | 'accept-tolerant' | 'correct' | 'refuse' | 'all-in';

interface CaseMove {
  readonly from: CaseState;
  readonly event: CaseEvent;
  readonly to: CaseState;
}

/**
 * Every move a case may make. At the window receiving and deciding are often one act: a draft that is accepted,
 * corrected or refused was received in the same moment.
 *
 * @source domain.md 13.2 case
 */
export const caseMoves: readonly CaseMove[] = [
  { from: 'draft', event: 'receive', to: 'received' },
  { from: 'draft', event: 'accept', to: 'accepted' },
  { from: 'draft', event: 'accept-tolerant', to: 'accepted-tolerant' },
  { from: 'draft', event: 'correct', to: 'awaiting-correction' },
  { from: 'draft', event: 'refuse', to: 'refused' },
  { from: 'received', event: 'accept', to: 'accepted' },
  { from: 'received', event: 'accept-tolerant', to: 'accepted-tolerant' },
  { from: 'received', event: 'correct', to: 'awaiting-correction' },
  { from: 'received', event: 'refuse', to: 'refused' },
  { from: 'awaiting-correction', event: 'all-in', to: 'received' },
];

/** The state an event leads to, or null when the case cannot make this move. */
export function caseAfter(state: CaseState, event: CaseEvent): CaseState | null {
  return caseMoves.find((move) => move.from === state && move.event === event)?.to ?? null;
}

/** Papers and answers may change until something was decided; a received case still waits for its decision. */
export function takesPapers(state: CaseState): boolean {
  return state === 'draft' || state === 'received';
}
