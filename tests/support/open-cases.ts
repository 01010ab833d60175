import { z } from 'zod';
import type { Day } from '#contract/shapes/day.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { calendarDaysAfter, workingDaysAfter } from '#rules/calendar/working-days.ts';
import { decisionDues } from '#rules/intake/clocks.ts';
import { one, run, type Writer } from '#native/sqlite/database.ts';

/** One case each; how many of every ten stand so. */
const STATES = [
  'accepted',
  'accepted',
  'accepted-tolerant',
  'in-review',
  'received',
  'awaiting-correction',
  'suspended',
  'deemed-accepted',
  'ready',
  'accepted',
] as const;
const DAYS_BACK = 40;
const CLONE = `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms,
    receipt_number, received_at_ms, received_on, notice_due_on, correct_by, accepted_at_ms, accepted_on,
    legal_due_on, promised_due_on, dues_provisional, calendar_version, decided_on, deliver_by, correction,
    corrected_at_ms, parties, clerk, window)
  SELECT @id, visit_id, item_code, item_version, @item, @state, answers, opened_at_ms, @receipt, received_at_ms,
    @on, @noticeDueOn, @correctBy, iif(@acceptedOn IS NULL, NULL, 1), @acceptedOn, @legal, @promised, 0, @calendar,
    @decidedOn, @deliverBy, @correction, iif(@correction IS NULL, NULL, 1), parties, clerk, window
  FROM case_file WHERE id = @like`;
const PROMISE = `INSERT INTO case_material (case_id, material_id, paper_name, route, originals_taken, copies_taken,
    checked_against_original, due_on, provided_at_ms, provided_to)
  VALUES (@id, @materialId, '某材料', 'later', 0, 0, 0, @dueOn, 1, '0317')`;

/**
 * Adds open cases of every state, received over the last weeks, as copies of one that a desk made: their days are
 * what the rules give.
 */
export function addOpenCases(db: Writer, items: readonly ServiceItem[], today: Day, count: number): void {
  const like = z
    .object({ id: z.string() })
    .parse(one(db, 'SELECT id FROM case_file WHERE receipt_number IS NOT NULL')).id;
  db.transaction(() => {
    for (let at = 0; at < count; at += 1) addOne(db, like, items[at % items.length], today, at);
  })();
}

function addOne(db: Writer, like: string, item: ServiceItem | undefined, today: Day, at: number): void {
  if (!item) throw new RangeError('there is no item');
  const state = STATES[at % STATES.length] ?? 'accepted';
  const on = calendarDaysAfter(today, -(at % DAYS_BACK));
  const waits = state === 'received' || state === 'awaiting-correction';
  const dues = waits ? null : decisionDues(item, on, chinaCalendar);
  const id = `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  run(db, CLONE, {
    like,
    id,
    item: JSON.stringify(item),
    state,
    receipt: `W990101-09-${String(at).padStart(6, '0')}-K`,
    on,
    noticeDueOn: workingDaysAfter(on, 5, chinaCalendar),
    correctBy: state === 'awaiting-correction' ? workingDaysAfter(on, 30, chinaCalendar) : null,
    correction: state === 'awaiting-correction' ? '[]' : null,
    acceptedOn: waits ? null : on,
    legal: dues?.legalDueOn ?? null,
    promised: dues?.promisedDueOn ?? null,
    calendar: chinaCalendar.version,
    decidedOn: state === 'ready' ? on : null,
    deliverBy: state === 'ready' ? workingDaysAfter(on, 10, chinaCalendar) : null,
  });
  const [paper] = item.materials;
  if (state === 'accepted-tolerant' && paper) run(db, PROMISE, { id, materialId: paper.id, dueOn: on });
}
