import type { Day } from '#contract/shapes/day.ts';
import type { CaseClock, ClockLine, ClockList, ClockLists } from '#contract/shapes/progress.ts';
import { workingDaysAfter } from '#rules/calendar/working-days.ts';
import type { Asker } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { unseenAlarms } from '../store/case-alarms.ts';
import { caseById, type CaseRecord, casesInStates } from '../store/cases.ts';
import { clocksOf } from './progress-view.ts';
import { mismatchedCases } from './recount.ts';
import { within } from './step.ts';
import { gatherProgress } from './whole-progress.ts';

/** A five-day notice is warned about so many working days before it runs out. */
const WARNED_WORKING_DAYS = 2;

const WITH_CLOCKS = [
  'received',
  'received-again',
  'awaiting-correction',
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
  'suspended',
  'in-review',
  'decided-granted',
  'decided-denied',
  'ready',
] as const;

/** Cases by what their clocks say: how many of each, and the lines of one of them, first due first. */
export function clockLists(looking: Looking & { readonly asker: Asker }, wanted: ClockList): ClockLists {
  const { today, parts } = looking;
  const soon = within(() => workingDaysAfter(today, WARNED_WORKING_DAYS, parts.calendar)) ?? today;
  const records = casesInStates(looking.db, WITH_CLOCKS);
  const lines: Record<ClockList, ClockLine[]> = {
    notice: [],
    due: [],
    overdue: [],
    tolerance: [],
    correction: [],
    alarms: alarmLines(looking),
    mismatch: mismatchedCases(looking, records).flatMap((record) =>
      lineOf(record, record.promisedDueOn ?? record.legalDueOn ?? today, null),
    ),
  };
  for (const record of records) {
    for (const clock of clocksOf(record, owedOf(looking, record))) {
      const list = listOf(clock, today, soon);
      if (list) lines[list].push(...lineOf(record, clock.dueOn, clock.about));
    }
  }
  const count = (list: ClockList): number => new Set(lines[list].map(({ caseId }) => caseId)).size;
  return {
    counts: {
      notice: count('notice'),
      due: count('due'),
      overdue: count('overdue'),
      tolerance: count('tolerance'),
      correction: count('correction'),
      alarms: count('alarms'),
      mismatch: count('mismatch'),
    },
    lines: lines[wanted].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
  };
}

/** Only where papers are promised is it worth gathering the case. */
function owedOf(looking: Looking & { readonly asker: Asker }, record: CaseRecord) {
  const mayOwe =
    record.state === 'accepted-tolerant' || record.state === 'in-review' || record.state === 'suspended';
  return mayOwe ? gatherProgress(looking, record).owed : [];
}

function listOf({ kind, dueOn, running }: CaseClock, today: Day, soon: Day): ClockList | null {
  if (kind === 'notice') return dueOn <= soon ? 'notice' : null;
  if (kind === 'tolerance') return 'tolerance';
  if (kind === 'correction') return 'correction';
  if (!running) return null;
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'due' : null;
}

function alarmLines({ db, today }: Looking): ClockLine[] {
  return unseenAlarms(db).flatMap(({ caseId, kind }) => {
    const record = caseById(db, caseId);
    return record ? lineOf(record, record.noticeDueOn ?? today, kind) : [];
  });
}

function lineOf(record: CaseRecord, dueOn: Day, about: string | null): ClockLine[] {
  const { id, receiptNumber, item, state } = record;
  if (receiptNumber === null) return [];
  return [
    { caseId: id, receiptNumber, itemNameZh: item.nameZh, itemNameEn: item.nameEn, state, dueOn, about },
  ];
}
