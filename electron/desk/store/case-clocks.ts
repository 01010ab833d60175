import { z } from 'zod';
import { CaseId, CaseState, ReceiptNumber } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { type ClockLine, ClockList } from '#contract/shapes/progress.ts';
import { all, type Reader } from '#native/sqlite/database.ts';

/** The states of the index `case_clock`: word for word, or SQLite does not use it. */
const OPEN = `state IN ('received', 'received-again', 'awaiting-correction', 'accepted', 'accepted-tolerant',
  'accepted-commitment', 'deemed-accepted', 'suspended', 'in-review', 'decided-granted', 'decided-denied', 'ready')`;
const CASES = `case_file INDEXED BY case_clock`;
const DECIDES = `state IN ('accepted', 'accepted-tolerant', 'accepted-commitment', 'deemed-accepted', 'in-review')`;
const HANDS_OVER = `state IN ('decided-granted', 'decided-denied', 'ready')`;
const MAY_OWE = `state IN ('accepted-tolerant', 'in-review', 'suspended')`;
/** A case that is passed on counts from the day it arrived: its clock lies with its way there. */
const STAYS = 'NOT EXISTS (SELECT 1 FROM case_forward WHERE case_forward.case_id = id)';
const ARRIVED = `${CASES} JOIN case_forward ON case_forward.case_id = id
  WHERE ${OPEN} AND state IN ('received', 'received-again')`;
const NAMES = `receipt_number AS receiptNumber, json_extract(item, '$.nameZh') AS itemNameZh,
  json_extract(item, '$.nameEn') AS itemNameEn, state`;

const LINE = `id AS caseId, ${NAMES}`;

type StoredList = Exclude<ClockList, 'alarms' | 'sources' | 'mismatch'>;

/** A day column that is due in these states, compared with today. */
function passed(day: string, how: '<' | '=', states: string): readonly [day: string, from: string] {
  return [day, `${CASES} WHERE ${OPEN} AND ${states} AND ${day} ${how} @today`];
}

/** Where the clocks of each list lie: the day they count to, and the cases. A stopped clock is in none. */
const CLOCKS: Readonly<Record<StoredList, readonly (readonly [day: string, from: string])[]>> = {
  notice: [
    [
      'notice_due_on',
      `${CASES} WHERE ${OPEN} AND state IN ('received', 'received-again') AND notice_due_on <= @soon AND ${STAYS}`,
    ],
    ['answer_due_on', `${ARRIVED} AND answer_due_on <= @soon`],
  ],
  due: [
    passed('promised_due_on', '=', DECIDES),
    passed('legal_due_on', '=', DECIDES),
    passed('deliver_by', '=', HANDS_OVER),
  ],
  overdue: [
    passed('promised_due_on', '<', DECIDES),
    passed('legal_due_on', '<', DECIDES),
    passed('deliver_by', '<', HANDS_OVER),
  ],
  tolerance: [
    [
      'due_on',
      `${CASES} JOIN case_material ON case_material.case_id = id WHERE ${OPEN} AND ${MAY_OWE} AND route = 'later'`,
    ],
  ],
  correction: [
    ['correct_by', `${CASES} WHERE ${OPEN} AND state = 'awaiting-correction' AND correct_by IS NOT NULL`],
  ],
};
const STORED = ['notice', 'due', 'overdue', 'tolerance', 'correction'] as const satisfies StoredList[];

/** Papers that came another way because their source was away, and that nobody has asked about since. */
const AWAY = `FROM ${CASES}
    JOIN material_query AS away INDEXED BY material_query_away ON away.case_id = case_file.id
    JOIN case_material USING (case_id, material_id)
  WHERE ${OPEN} AND state NOT IN ('decided-granted', 'decided-denied', 'ready')
    AND answer = 'away' AND trouble <> 'not-connected'
    AND NOT EXISTS (SELECT 1 FROM material_query AS later WHERE later.case_id = away.case_id
      AND later.material_id = away.material_id AND later.asked_at_ms > away.asked_at_ms)`;

const COUNTS = `SELECT list, count(DISTINCT id) AS count FROM (${STORED.flatMap((list) =>
  CLOCKS[list].map(([, from]) => `SELECT id, '${list}' AS list FROM ${from}`),
).join(' UNION ALL ')}) GROUP BY list
  UNION ALL SELECT 'alarms', count(DISTINCT case_id) FROM case_alarm WHERE seen_at_ms IS NULL
  UNION ALL SELECT 'sources', count(DISTINCT case_file.id) ${AWAY}`;

/** Ordered and thinned out below: SQLite reads every case whole for a list that it groups or orders itself. */
function linesOf(list: StoredList): string {
  const about = list === 'tolerance' ? 'paper_name' : 'NULL';
  return CLOCKS[list]
    .map(([day, from]) => `SELECT ${LINE}, ${day} AS dueOn, ${about} AS about FROM ${from}`)
    .join(' UNION ALL ');
}

const SOURCES = `SELECT ${LINE.replace('id AS', 'case_file.id AS')},
    coalesce(promised_due_on, legal_due_on, notice_due_on, @today) AS dueOn, paper_name AS about
  ${AWAY} ORDER BY dueOn, case_file.id`;

const ALARMS = `SELECT ${LINE}, coalesce(notice_due_on, @today) AS dueOn, kind AS about
  FROM case_alarm JOIN case_file ON case_file.id = case_id WHERE seen_at_ms IS NULL ORDER BY at_ms, case_id`;

const Counts = z.strictObject({ list: ClockList, count: z.int() }).array();
const Line = z.strictObject({
  caseId: CaseId,
  receiptNumber: ReceiptNumber,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  state: CaseState,
  dueOn: Day,
  about: z.string().nullable(),
});
const Lines = Line.array();

interface Around {
  readonly today: Day;
  /** A notice is warned about up to this day. */
  readonly soon: Day;
}

/** How many cases stand in each list but that of the wrong days; none where a list is not named. */
export function clockCounts(db: Reader, around: Around): ReadonlyMap<ClockList, number> {
  return new Map(
    Counts.parse(all(db, COUNTS, { ...around })).map(({ list, count }) => [list, count] as const),
  );
}

/** The lines of one list, first due first; a case whose promised and legal day both passed is one line. */
export function clockLines(db: Reader, around: Around, list: Exclude<ClockList, 'mismatch'>): ClockLine[] {
  if (list === 'alarms') return Lines.parse(all(db, ALARMS, { today: around.today }));
  if (list === 'sources') return Lines.parse(all(db, SOURCES, { today: around.today }));
  const lines = Lines.parse(all(db, linesOf(list), { ...around }));
  const first = new Map<string, ClockLine>();
  for (const line of lines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))) {
    const key = `${line.caseId} ${line.about ?? ''}`;
    if (!first.has(key)) first.set(key, line);
  }
  return [...first.values()];
}

/** Cases that something moved are asked for one by one; all others fall into few groups. */
const MOVED = '(SELECT case_id FROM case_pause UNION SELECT case_id FROM case_extension)';
const DUE_GROUPS = `
  SELECT DISTINCT accepted_on AS acceptedOn, legal_due_on AS legalDueOn, promised_due_on AS promisedDueOn,
    json_extract(item, '$.legalLimit') AS legalLimit, json_extract(item, '$.promiseLimit') AS promiseLimit,
    iif(id IN ${MOVED}, id, NULL) AS moved
  FROM ${CASES} WHERE ${OPEN} AND (${DECIDES} OR state = 'suspended') AND accepted_on IS NOT NULL
    AND calendar_version = @calendar`;
const DueGroup = z.strictObject({
  acceptedOn: Day,
  legalDueOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  /** As the item says them. */
  legalLimit: z.string(),
  promiseLimit: z.string(),
  moved: CaseId.nullable(),
});
/** Cases with the same limits and the same stored days; one whose days something moved is a group of its own. */
export type DueGroup = z.output<typeof DueGroup>;

const Ids = z.strictObject({ id: CaseId }).array();
const DueGroups = DueGroup.array();

/** Every case that owes a decision and was counted with this calendar, by what its due days come from. */
export function dueGroups(db: Reader, calendar: string): DueGroup[] {
  return DueGroups.parse(all(db, DUE_GROUPS, { calendar }));
}

const OF_GROUP = `SELECT id FROM case_file WHERE ${OPEN} AND (${DECIDES} OR state = 'suspended')
  AND accepted_on = @acceptedOn AND legal_due_on IS @legalDueOn AND promised_due_on IS @promisedDueOn
  AND calendar_version = @calendar AND json_extract(item, '$.legalLimit') = @legalLimit
  AND json_extract(item, '$.promiseLimit') = @promiseLimit AND id NOT IN ${MOVED} ORDER BY id`;

/** The cases of a group that nothing moved. */
export function casesOfGroup(db: Reader, { moved: _moved, ...group }: DueGroup, calendar: string): CaseId[] {
  return Ids.parse(all(db, OF_GROUP, { ...group, calendar })).map(({ id }) => id);
}

const OF_IDS = `SELECT case_file.id AS caseId, ${NAMES}, coalesce(promised_due_on, legal_due_on) AS dueOn, NULL AS about
  FROM case_file WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY dueOn, case_file.id`;

/** The lines of cases whose due days are to be looked at. */
export function dueLines(db: Reader, ids: readonly CaseId[]): ClockLine[] {
  return ids.length === 0 ? [] : Lines.parse(all(db, OF_IDS, { ids: JSON.stringify(ids) }));
}

const RAN_OUT = `
  SELECT id FROM ${CASES} WHERE ${OPEN} AND state IN ('received', 'received-again') AND notice_due_on < @today
      AND ${STAYS}
  UNION SELECT id FROM ${ARRIVED} AND answer_due_on < @today
  UNION SELECT id FROM ${CASES} WHERE ${OPEN} AND state = 'awaiting-correction' AND correct_by < @today
  UNION SELECT id FROM ${CASES} JOIN case_material ON case_material.case_id = id
    WHERE ${OPEN} AND ${MAY_OWE} AND route = 'later' AND due_on < @today
      AND NOT EXISTS (SELECT 1 FROM case_alarm WHERE case_alarm.case_id = id AND kind = 'tolerance-overdue'
        AND about = material_id)
  ORDER BY id`;

/** Cases in which a clock has run out and nothing was done about it yet. */
export function casesRunOut(db: Reader, today: Day): CaseId[] {
  return z
    .strictObject({ id: CaseId })
    .array()
    .parse(all(db, RAN_OUT, { today }))
    .map(({ id }) => id);
}
