import type { CaseState } from '#contract/shapes/case.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { type ActStanding, ProgressAct } from '#contract/shapes/progress.ts';
import type { FlagKind } from '#contract/shapes/supervision.ts';
import { mayBeSettled } from './supervision.ts';
import { caseAfter, type CaseEvent } from './case-moves.ts';

/** What decides whether a further act is open, gathered before deciding. */
export interface ProgressFacts {
  readonly state: CaseState;
  /** Papers of the correction that did not come yet. */
  readonly missing: number;
  /** Promised papers that did not come yet, and those of them whose day has passed. */
  readonly owed: number;
  readonly overdue: number;
  readonly pauseOpen: boolean;
  /** Working days an extension may still give. */
  readonly mayExtendBy: number;
  readonly extendedBefore: boolean;
  readonly duties: Duties;
  /** The number of whoever asks. */
  readonly clerk: string;
  readonly roleSplit: ServiceItem['roleSplit'];
  /** The five days ran out: nothing but acceptance by law is left. */
  readonly timeRanOut: boolean;
  /** Originals that lie here, or in a hand-over list nobody has signed. */
  readonly originalsUnsettled: number;
  /** What stands of the case for supervision. */
  readonly flags: readonly FlagKind[];
}

/** Who did what on a case; null while nobody did. */
export interface Duties {
  readonly clerk: string | null;
  readonly decider: string | null;
  readonly issuer: string | null;
}

export type ActWord =
  | 'not-in-this-state'
  | 'materials-missing'
  | 'papers-owed'
  | 'nothing-overdue'
  | 'not-a-tolerant-case'
  | 'already-extended'
  | 'cannot-extend'
  | 'clock-already-stopped'
  | 'same-person-twice'
  | 'time-runs-out-first'
  | 'originals-here';

/** Every further act with its standing, in the order of the list. */
export function actStandings(facts: ProgressFacts): ActStanding[] {
  return ProgressAct.options.map((act) => {
    const because = actStanding(act, facts);
    return { act, open: because === null, because };
  });
}

/**
 * Says why a further act is not open, or null when it is.
 *
 * @source domain.md 13.2 guards; 13.3 invariants 3, 7, 8, 23, 24
 */
export function actStanding(act: ProgressAct, facts: ProgressFacts): ActWord | null {
  return stateWord(act, facts) ?? ownWord(act, facts);
}

type Unmoving = 'fill-owed' | 'answer-overdue' | 'check-commitment' | 'settle-flag';

/** Papers that come after acceptance and what supervision finds move no state; their answers may end the case. */
const EVENTS: Readonly<Record<Exclude<ProgressAct, Unmoving>, CaseEvent>> = {
  'all-in': 'all-in',
  'not-needed': 'not-needed',
  'wrong-organ': 'wrong-organ',
  refer: 'refer',
  withdraw: 'withdraw',
  'start-special': 'start-special',
  'end-special': 'end-special',
  extend: 'extend',
  grant: 'grant',
  deny: 'deny',
  'make-result': 'make-result',
  deliver: 'deliver',
  archive: 'archive',
};

function stateWord(act: ProgressAct, { state, owed, timeRanOut, flags }: ProgressFacts): ActWord | null {
  if (act === 'fill-owed' || act === 'answer-overdue') return owed > 0 ? null : 'not-a-tolerant-case';
  if (act === 'check-commitment') return flags.includes('commitment-unchecked') ? null : 'not-in-this-state';
  if (act === 'settle-flag') {
    return flags.some((kind) => mayBeSettled(kind, owed)) ? null : 'not-in-this-state';
  }
  if (caseAfter(state, EVENTS[act]) === null) return 'not-in-this-state';
  const closesUnheard = act === 'not-needed' || act === 'wrong-organ';
  return closesUnheard && timeRanOut ? 'time-runs-out-first' : null;
}

function ownWord(act: ProgressAct, facts: ProgressFacts): ActWord | null {
  switch (act) {
    case 'all-in':
      return facts.missing > 0 ? 'materials-missing' : null;
    case 'start-special':
      return facts.pauseOpen ? 'clock-already-stopped' : null;
    case 'extend':
      if (facts.extendedBefore) return 'already-extended';
      return facts.mayExtendBy === 0 ? 'cannot-extend' : null;
    case 'answer-overdue':
      return facts.overdue === 0 ? 'nothing-overdue' : null;
    case 'grant':
    case 'deny':
      if (facts.owed > 0) return 'papers-owed';
      return mayDo('decider', facts) ? null : 'same-person-twice';
    case 'make-result':
      return mayDo('issuer', facts) ? null : 'same-person-twice';
    case 'not-needed':
    case 'wrong-organ':
    case 'refer':
    case 'withdraw':
    case 'end-special':
    case 'fill-owed':
    case 'check-commitment':
    case 'settle-flag':
    case 'deliver':
      break;
    case 'archive':
      return facts.originalsUnsettled > 0 ? 'originals-here' : null;
  }
  return null;
}

/**
 * Whether this person may take on a duty beside what they did on the case before.
 *
 * @source domain.md 13.3 invariant 24: clerk, decider and issuer obey the split the item sets
 */
export function mayDo(
  duty: 'decider' | 'issuer',
  { duties, clerk, roleSplit }: Pick<ProgressFacts, 'duties' | 'clerk' | 'roleSplit'>,
): boolean {
  const others = {
    'clerk-decider': duties.clerk,
    'clerk-issuer': duties.clerk,
    'decider-issuer': duties.decider,
  };
  return roleSplit.every((split) => !split.endsWith(duty) || others[split] !== clerk);
}
