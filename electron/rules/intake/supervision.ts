import type { Day } from '#contract/shapes/day.ts';
import type { FlagKind } from '#contract/shapes/supervision.ts';

/** What an outcome leaves open. */
export interface FlagRaised {
  readonly kind: FlagKind;
  readonly dueOn: Day | null;
  readonly say: string | null;
}

/** Everything that decides which flags an outcome raises. */
export interface FlagFacts {
  readonly outcome: string;
  /** Papers only a commitment stands for. */
  readonly committed: number;
  /** The days for which papers were promised. */
  readonly promisedFor: readonly Day[];
  /** The day by which a commitment is checked; null: the calendar does not reach. */
  readonly checkBy: Day | null;
  /** Why it was refused. */
  readonly refusedBecause: string | null;
}

/**
 * The flags an outcome raises by itself: a commitment stands until it was checked, promised papers until they came, a
 * refusal until a supervisor settles it. An acceptance with every paper raises none.
 *
 * @source domain.md 12.3 F46, 5.4; 国办发〔2020〕42号 (recalled): a commitment is checked after acceptance
 */
export function flagsRaised(facts: FlagFacts): FlagRaised[] {
  const { outcome, committed, promisedFor, checkBy, refusedBecause } = facts;
  const accepted = outcome === 'accept-tolerant' || outcome === 'accept-commitment';
  const raised: FlagRaised[] = [];
  if (accepted && committed > 0) raised.push({ kind: 'commitment-unchecked', dueOn: checkBy, say: null });
  if (outcome === 'accept-tolerant') {
    const last = promisedFor.toSorted().at(-1) ?? null;
    raised.push({ kind: 'tolerance-unfinished', dueOn: last, say: null });
  }
  if (outcome === 'refuse') raised.push({ kind: 'refused-before', dueOn: null, say: refusedBecause });
  return raised;
}

/** Whether the day by which it was to be taken down has passed. */
export function isFlagOverdue(dueOn: Day | null, today: Day): boolean {
  return dueOn !== null && dueOn < today;
}

/**
 * Whether what one case of a person left open matters to another case of theirs: a refusal to the same item only,
 * anything else to every item.
 */
export function mattersTo(
  flag: { readonly kind: FlagKind; readonly caseId: string; readonly itemCode: string },
  asked: { readonly caseId: string; readonly itemCode: string },
): boolean {
  if (flag.caseId === asked.caseId) return true;
  return flag.kind !== 'refused-before' || flag.itemCode === asked.itemCode;
}

/** Flags a supervisor takes down; a commitment is checked, and promised papers come or their case ends. */
export function mayBeSettled(kind: FlagKind, papersOwed: number): boolean {
  if (kind === 'commitment-unchecked') return false;
  return kind !== 'tolerance-unfinished' || papersOwed === 0;
}
