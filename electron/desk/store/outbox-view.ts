import { z } from 'zod';
import { Debt, DebtKind, DebtState, type LineState } from '#contract/shapes/sync-state.ts';
import { all, one, type Reader } from '#native/sqlite/database.ts';
import { LINE_WORDS } from '#rules/sync/answer.ts';
import { shownState } from '#rules/sync/line.ts';
import { offersFor } from '#rules/sync/offers.ts';
import { identityWaits } from './identity-rechecks.ts';

const DEBT = `
  id, case_id AS caseId, receipt_number AS receiptNumber, item_name_zh AS itemNameZh,
  item_name_en AS itemNameEn, kind, step, state, attempts, queued_at_ms AS queuedAtMs,
  next_try_at_ms AS nextTryAtMs, done_at_ms AS doneAtMs, because, platform_words AS platformWords,
  field_errors AS fieldErrors, platform_receipt AS platformReceipt`;
const FOR_A_PERSON = `
  SELECT ${DEBT} FROM outbox WHERE state IN ('returned', 'quarantined') AND superseded_at_ms IS NULL
  ORDER BY seq LIMIT @limit`;
const OPEN = `
  SELECT ${DEBT} FROM outbox WHERE state IN ('pending', 'unknown') ORDER BY next_try_at_ms, seq LIMIT @limit`;
const DONE = `
  SELECT ${DEBT} FROM outbox WHERE state = 'done' AND done_at_ms >= @sinceMs ORDER BY done_at_ms DESC LIMIT @limit`;
const COUNTS = `
  SELECT count(*) AS owed, count(DISTINCT case_id) AS owedCases,
    coalesce(sum(state IN ('returned', 'quarantined')), 0) AS needsClerk, min(queued_at_ms) AS oldestQueuedAtMs
  FROM (SELECT state, case_id, queued_at_ms FROM outbox WHERE state IN ('pending', 'unknown')
    UNION ALL
    SELECT state, case_id, queued_at_ms FROM outbox
    WHERE state IN ('returned', 'quarantined') AND superseded_at_ms IS NULL)`;
const DONE_SINCE = `
  SELECT count(*) AS count FROM outbox WHERE state = 'done' AND done_at_ms >= @sinceMs AND done_at_ms <= @nowMs`;
const SENDING = `
  SELECT receipt_number AS receiptNumber FROM outbox
  WHERE state IN ('pending', 'unknown') AND lease_until_ms IS NOT NULL ORDER BY lease_until_ms, seq LIMIT 1`;

const DebtRow = z.object({
  ...Debt.omit({ offers: true, identityWait: true, kind: true, state: true, fieldErrors: true }).shape,
  kind: DebtKind,
  state: DebtState,
  fieldErrors: z.string().transform((text) => Debt.shape.fieldErrors.parse(JSON.parse(text))),
});
const Counts = z.object({
  owed: z.int(),
  owedCases: z.int(),
  needsClerk: z.int(),
  oldestQueuedAtMs: z.int().nullable(),
});
const Count = z.object({ count: z.int() });
const Sending = z.object({ receiptNumber: z.string() }).nullable();

/** The most debts of one kind a screen is given; the counts are always whole. */
const LIST_LIMIT = 200;

/**
 * The debts a screen shows: what a person must look at, what is open, what was settled since `sinceMs`.
 *
 * @param holdUntilMs nothing goes before: a debt is shown with the later of its own time and this
 */
export function standingDebts(
  db: Reader,
  line: LineState,
  { sinceMs, holdUntilMs }: { readonly sinceMs: number; readonly holdUntilMs: number | null },
): Debt[] {
  const rows = [
    ...all(db, FOR_A_PERSON, { limit: LIST_LIMIT }),
    ...all(db, OPEN, { limit: LIST_LIMIT }),
    ...all(db, DONE, { sinceMs, limit: LIST_LIMIT }),
  ];
  const debts = DebtRow.array().parse(rows);
  const waits = identityWaits(
    db,
    debts.map(({ caseId }) => caseId),
  );
  return debts.map((row) => {
    const state = shownState(row.state, line);
    const nextTryAtMs = row.nextTryAtMs === null ? null : Math.max(row.nextTryAtMs, holdUntilMs ?? 0);
    const because = state === 'paused' ? pausedBecause(row.because, line) : row.because;
    const identityWait = waits.get(row.caseId) ?? null;
    return { ...row, identityWait, state, because, nextTryAtMs, offers: [...offersFor(state)] };
  });
}

/** A debt that was never sent waits for the same reason as the line. */
function pausedBecause(because: string | null, line: LineState): string {
  return LINE_WORDS.find((word) => word === because) ?? line;
}

/** How much is owed, by how many cases, and since when. */
export function owedCounts(db: Reader): z.output<typeof Counts> {
  return Counts.parse(one(db, COUNTS));
}

export function doneBetween(db: Reader, sinceMs: number, nowMs: number): number {
  return Count.parse(one(db, DONE_SINCE, { sinceMs, nowMs })).count;
}

/** The receipt number of what is under way right now. */
export function sendingNow(db: Reader): string | null {
  return Sending.parse(one(db, SENDING))?.receiptNumber ?? null;
}
