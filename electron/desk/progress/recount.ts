import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { Limit } from '#contract/shapes/item.ts';
import type { MovedDue } from '#contract/shapes/progress.ts';
import type { WorkingCalendar } from '#rules/calendar/working-days.ts';
import { duesAfterAll, duesHold } from '#rules/intake/clocks.ts';
import type { WriteBench } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { recordAct } from '../store/case-acts.ts';
import { moveCase } from '../store/case-moves.ts';
import { everythingThatMoved } from '../store/case-pauses.ts';
import { casesOfGroup, type DueGroup, dueGroups } from '../store/case-clocks.ts';
import { casesInStates } from '../store/cases.ts';
import { inJson } from '../store/parties.ts';
import { within } from './step.ts';

const WITH_DUES = [
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
  'suspended',
  'in-review',
] as const;

/** Cases whose stored due days are not what the rules give, under the calendar they were counted with. */
export function mismatchedCases({ db, parts }: Pick<Looking, 'db' | 'parts'>): CaseId[] {
  const { calendar } = parts;
  const groups = dueGroups(db, calendar.version);
  const movedOf = groups.some(({ moved }) => moved !== null) ? everythingThatMoved(db) : null;
  return groups.flatMap((group) => {
    const moved = group.moved === null ? null : (movedOf?.(group.moved) ?? null);
    const holds = moved
      ? within(() => duesHold(limitsOf(group), group, calendar, moved))
      : heldUnmoved(group, calendar);
    if (holds !== false) return [];
    return group.moved === null ? casesOfGroup(db, group, calendar.version) : [group.moved];
  });
}

const Limits = z.strictObject({ legalLimit: inJson(Limit), promiseLimit: inJson(Limit) });

function limitsOf({ legalLimit, promiseLimit }: DueGroup): z.output<typeof Limits> {
  return Limits.parse({ legalLimit, promiseLimit });
}

/** What the rules gave for the same limits and days before: they are pure, and a hall has few such groups. */
const heldBefore = new WeakMap<WorkingCalendar, Map<string, boolean | null>>();
const HELD_AT_MOST = 10_000;

function heldUnmoved(group: DueGroup, calendar: WorkingCalendar): boolean | null {
  const { legalLimit, promiseLimit, acceptedOn, legalDueOn, promisedDueOn } = group;
  const key = [legalLimit, promiseLimit, acceptedOn, legalDueOn, promisedDueOn].join(' ');
  const known = heldBefore.get(calendar) ?? new Map<string, boolean | null>();
  heldBefore.set(calendar, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const holds = within(() => duesHold(limitsOf(group), group, calendar));
  if (known.size >= HELD_AT_MOST) known.clear();
  known.set(key, holds);
  return holds;
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
