import type { MovedDue } from '#contract/shapes/progress.ts';
import { duesAfterAll, duesHold } from '#rules/intake/clocks.ts';
import type { WriteBench } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { recordAct } from '../store/case-acts.ts';
import { moveCase } from '../store/case-moves.ts';
import { everythingThatMoved } from '../store/case-pauses.ts';
import { type CaseRecord, casesInStates } from '../store/cases.ts';
import { within } from './step.ts';

const WITH_DUES = [
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
  'suspended',
  'in-review',
] as const;

const OWES_A_DECISION: ReadonlySet<string> = new Set(WITH_DUES);

/** Cases whose stored due days are not what the rules give, under the calendar they were counted with. */
export function mismatchedCases(
  { db, parts }: Pick<Looking, 'db' | 'parts'>,
  among: readonly CaseRecord[] = casesInStates(db, WITH_DUES),
): CaseRecord[] {
  const movedOf = everythingThatMoved(db);
  return among.filter((record) => {
    const { acceptedOn, legalDueOn, promisedDueOn, item, calendarVersion } = record;
    if (!OWES_A_DECISION.has(record.state) || calendarVersion !== parts.calendar.version) return false;
    if (acceptedOn === null) return false;
    const holds = within(() =>
      duesHold(item, { acceptedOn, legalDueOn, promisedDueOn }, parts.calendar, movedOf(record.id)),
    );
    return holds === false;
  });
}

/**
 * Cases whose due days another calendar would move. Nothing moves by itself.
 *
 * @source domain.md 13.3 invariant 25: a calendar change lists the cases and asks
 */
export function casesTheCalendarMoves(looking: Pick<Looking, 'db' | 'parts' | 'today'>): MovedDue[] {
  return counted(looking).flatMap(({ record, dues }) => {
    const { receiptNumber, item } = record;
    const same = dues.legalDueOn === record.legalDueOn && dues.promisedDueOn === record.promisedDueOn;
    if (same || receiptNumber === null) return [];
    return [
      {
        caseId: record.id,
        receiptNumber,
        itemNameZh: item.nameZh,
        itemNameEn: item.nameEn,
        legal: { from: record.legalDueOn, to: dues.legalDueOn },
        promised: { from: record.promisedDueOn, to: dues.promisedDueOn },
      },
    ];
  });
}

/** Moves them, each with an act in its time line; says how many moved. */
export function moveToCalendar(bench: WriteBench): number {
  const { db, parts, today, nowMs, asker } = bench;
  const moving = new Set(casesTheCalendarMoves(bench).map(({ caseId }) => caseId));
  for (const { record, dues } of counted(bench)) {
    const moved = moveCase(db, {
      id: record.id,
      from: record.state,
      to: record.state,
      allIn: null,
      acceptance: null,
      dues: { ...dues, calendarVersion: parts.calendar.version },
      decision: null,
    });
    if (!moved) throw new Error('a case changed while its due days were moved');
    if (!moving.has(record.id)) continue;
    const clerk = asker.staff?.number ?? 'nobody';
    recordAct(db, {
      caseId: record.id,
      event: 'recount',
      from: record.state,
      to: record.state,
      atMs: nowMs,
      on: today,
      clerk,
      window: parts.site.window,
      supervisor: clerk,
      notice: null,
      detail: { calendar: parts.calendar.version, until: dues.promisedDueOn ?? dues.legalDueOn ?? '' },
    });
    bench.afterwards(() => parts.announce('case.changed', { caseId: record.id }));
  }
  return moving.size;
}

function counted({ db, parts, today }: Pick<Looking, 'db' | 'parts' | 'today'>) {
  const movedOf = everythingThatMoved(db);
  return casesInStates(db, WITH_DUES).flatMap((record) => {
    const { acceptedOn, item } = record;
    if (record.calendarVersion === parts.calendar.version || acceptedOn === null) return [];
    const dues = within(() => duesAfterAll(item, acceptedOn, movedOf(record.id), today, parts.calendar));
    return dues ? [{ record, dues }] : [];
  });
}
