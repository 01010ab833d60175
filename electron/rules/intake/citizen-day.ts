import type { CaseState } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';

/** The days of a case a citizen may be told, as they are stored. */
interface StoredDays {
  readonly state: CaseState;
  readonly noticeDueOn: Day | null;
  readonly correctBy: Day | null;
  readonly legalDueOn: Day | null;
  readonly promisedDueOn: Day | null;
  readonly deliverBy: Day | null;
}

/**
 * The one day that matters to the citizen while a case stands as it does: until when they hear, bring or collect
 * something. Null when nothing runs, or when the clock stands still.
 *
 * @source domain.md 12 F24: every step is told; 13.2 for the clock of each state
 */
export function citizenDay(of: StoredDays): Day | null {
  switch (of.state) {
    case 'received':
    case 'received-again':
      return of.noticeDueOn;
    case 'awaiting-correction':
      return of.correctBy;
    case 'accepted':
    case 'accepted-tolerant':
    case 'accepted-commitment':
    case 'deemed-accepted':
    case 'in-review':
      return of.promisedDueOn ?? of.legalDueOn;
    case 'decided-granted':
    case 'decided-denied':
    case 'ready':
      return of.deliverBy;
    case 'draft':
    case 'blocked':
    case 'suspended':
    case 'delivered':
    case 'refused':
    case 'closed-not-needed':
    case 'closed-wrong-organ':
    case 'closed-lapsed':
    case 'closed-returned':
    case 'referred':
    case 'withdrawn':
    case 'archived':
      break;
  }
  return null;
}
