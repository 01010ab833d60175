import type { CaseFlag } from '#contract/shapes/supervision.ts';
import type { Day } from '#contract/shapes/day.ts';
import { workingDaysAfter } from '#rules/calendar/working-days.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { CaseEvent as CaseMove } from '#rules/intake/case-moves.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { flagsRaised, isFlagOverdue, mattersTo } from '#rules/intake/supervision.ts';
import type { WriteBench } from '../answering.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import { flagsOfCase, flagsOfPerson, raiseFlag, type StandingFlag } from '../store/case-flags.ts';
import type { OutcomeRecord } from '../store/cases.ts';
import type { Looking, WholeCase } from './case-whole.ts';

/** Outcomes that leave nothing open: most cases, and nothing is read or written for them. */
const RAISES: ReadonlySet<CaseMove> = new Set(['accept-tolerant', 'accept-commitment', 'refuse']);

/**
 * Raises what an outcome leaves open for supervision, in the transaction of the outcome.
 *
 * @returns the same as it is owed to the province
 * @source domain.md 12.3 F46
 */
export function raiseFlags(
  { db, parts, nowMs, today }: WriteBench,
  whole: WholeCase,
  outcome: CaseMove,
  { id: caseId, parties, refusal }: OutcomeRecord,
): CaseEvent['flags'] {
  if (!RAISES.has(outcome)) return [];
  const raised = flagsRaised({
    outcome,
    committed: whole.facts.committed,
    promisedFor: whole.materials.flatMap(({ route, dueOn }) => (route === 'later' && dueOn ? [dueOn] : [])),
    checkBy: checkBy(today, parts),
    refusedBecause: refusal?.say ?? null,
  });
  const personKey = parts.personKey(normalisedNumber(parties.applicant.details.certificateNumber));
  return raised.map(({ kind, dueOn, say }) => {
    const itemCode = whole.record.item.code;
    raiseFlag(db, { caseId, kind, personKey, itemCode, on: today, atMs: nowMs, dueOn, say });
    return { kind, since: today, dueOn, say, cleared: null };
  });
}

/** Null when the calendar does not reach. */
function checkBy(today: Day, { site, calendar }: Looking['parts']): Day | null {
  try {
    return workingDaysAfter(today, site.commitmentCheckDays, calendar);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/**
 * What a clerk sees of it at a case: its own, and while papers are still taken what other cases of the same applicant
 * left. A plain acceptance has none of its own, so nothing is asked for it,
 * unless it was made without a line: the register is asked about its people afterwards.
 */
export function flagsOnView({ db, parts, today }: Looking, { record, applicant }: WholeCase): CaseFlag[] {
  if (record.state === 'accepted' && !record.acceptedOffline) return [];
  const number = normalisedNumber(applicant?.details.certificateNumber ?? '');
  if (!takesPapers(record.state) || number === '') {
    return record.receiptNumber === null
      ? []
      : flagsOfCase(db, record.id).map((flag) => shownFlag(flag, today));
  }
  const asked = { caseId: record.id, itemCode: record.item.code };
  return flagsOfPerson(db, [parts.personKey(number)])
    .filter((flag) => mattersTo(flag, asked))
    .map((flag) => shownFlag(flag, today));
}

export function shownFlag<F extends StandingFlag>({ itemCode: _itemCode, ...flag }: F, today: Day) {
  return { ...flag, overdue: isFlagOverdue(flag.dueOn, today) };
}
