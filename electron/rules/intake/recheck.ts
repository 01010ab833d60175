import type { CaseState, MaterialRoute } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { QueryAnswer, QueryTrouble } from '#contract/shapes/material.ts';

/** A paper of a case and the newest query about it. */
interface Rechecked {
  readonly route: MaterialRoute | null;
  readonly query: {
    readonly answer: QueryAnswer;
    readonly trouble: QueryTrouble | null;
    readonly askedOn: Day;
    /** What a clerk found to be wrong with it. */
    readonly saidWrong: string | null;
  } | null;
}

/** States in which the organ has still to decide. */
export const TO_BE_DECIDED: ReadonlySet<CaseState> = new Set([
  'draft',
  'received',
  'received-again',
  'awaiting-correction',
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
  'suspended',
  'in-review',
]);

/**
 * Whether the source of a paper is to be asked again: it was away and the paper came another way, or the paper is what
 * the source said on an earlier day and the case is still to be decided.
 *
 * @source domain.md 4.4 “recheck when back”, 12.1 F17 “status recheck at decision”
 */
export function recheckDue({ route, query }: Rechecked, state: CaseState, today: Day): boolean {
  if (query === null || route === null) return false;
  if (query.answer === 'away') return query.trouble !== 'not-connected';
  return isAnswered(route) && TO_BE_DECIDED.has(state) && query.askedOn < today;
}

/**
 * What keeps a case from being granted because of what its sources say now: a licence or data that no longer stand, or
 * that nobody has looked at today although the line is up. A line that is down keeps nobody from deciding.
 *
 * @source domain.md 12.1 F17, 13.3 invariant 16
 */
export function sourcesAtDecision(
  papers: readonly Rechecked[],
  today: Day,
  online: boolean,
): 'licence-no-longer-good' | 'licence-not-rechecked' | null {
  const answered = papers.filter(({ route }) => isAnswered(route));
  const isBad = answered.some(
    ({ query }) => query !== null && (query.saidWrong !== null || isNo(query.answer)),
  );
  if (isBad) return 'licence-no-longer-good';
  const isOld = answered.some(
    ({ query }) => query === null || query.answer === 'away' || query.askedOn < today,
  );
  return isOld && online ? 'licence-not-rechecked' : null;
}

function isNo(answer: QueryAnswer): boolean {
  return answer !== 'found' && answer !== 'away';
}

function isAnswered(route: MaterialRoute | null): boolean {
  return route === 'licence' || route === 'shared-data';
}
