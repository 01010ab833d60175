import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DebtState, LineState } from '#contract/shapes/sync-state.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { shownState } from '#rules/sync/line.ts';
import { newId } from '../new-id.ts';
import type { CaseEvent } from '../platform/case-event.ts';

const OWE = `
  INSERT INTO outbox (id, case_id, step, round, kind, receipt_number, item_name_zh, item_name_en,
    idempotency_key, event_json, state, queued_at_ms, next_try_at_ms)
  VALUES (@id, @caseId, (SELECT coalesce(max(step), 0) + 1 FROM outbox WHERE case_id = @caseId), 1, @kind, @receiptNumber, @itemNameZh, @itemNameEn,
    @key, @event, 'pending', @atMs, @atMs)`;
const SUPERSEDE = `
  UPDATE outbox SET superseded_at_ms = @atMs
  WHERE id = @id AND state = 'returned' AND superseded_at_ms IS NULL RETURNING id`;
const AGAIN = `
  INSERT INTO outbox (id, case_id, step, round, kind, receipt_number, item_name_zh, item_name_en,
    idempotency_key, event_json, state, queued_at_ms, next_try_at_ms, supersedes)
  SELECT @newId, case_id, step, round + 1, kind, receipt_number, item_name_zh, item_name_en,
    @key, event_json, 'pending', @atMs, @atMs, id
  FROM outbox WHERE id = @id`;
const STATES_OF_CASE = `
  SELECT state, (SELECT state FROM province_line) AS line FROM outbox
  WHERE case_id = @caseId AND superseded_at_ms IS NULL`;

/**
 * Owes one step of a case to the province. Called inside the transaction of the act itself.
 *
 * Makes the idempotency key and the step number of the case, and freezes the event.
 */
export function owe(db: Writer, event: CaseEvent, atMs: number): void {
  run(db, OWE, {
    id: newId(),
    caseId: event.caseId,
    kind: event.kind,
    receiptNumber: event.receiptNumber,
    itemNameZh: event.item.nameZh,
    itemNameEn: event.item.nameEn ?? event.item.nameZh,
    key: randomUUID(),
    event: JSON.stringify(event),
    atMs,
  });
}

/**
 * Owes a returned step once more, with a new key, because a clerk decided so.
 *
 * The returned debt keeps its story and its place is taken by the new one: one standing debt per step.
 */
export function sendAgain(db: Writer, id: string, atMs: number): 'again' | 'no-such-debt' | 'not-returned' {
  if (!oneChanged(db, SUPERSEDE, { id, atMs })) {
    return one(db, 'SELECT id FROM outbox WHERE id = @id', { id }) ? 'not-returned' : 'no-such-debt';
  }
  run(db, AGAIN, { id, newId: newId(), key: randomUUID(), atMs });
  return 'again';
}

/** The worst state first: what a person has to look at hides nothing behind it. */
const WORST_FIRST = ['quarantined', 'returned', 'paused', 'unknown', 'pending', 'done'] as const;
const StateOfCase = z
  .object({ state: DebtState, line: LineState })
  .transform(({ state, line }) => shownState(state, line));
const StatesOfCase = StateOfCase.array();

/** The worst state of a case's debts, or null when it owes nothing yet. */
export function syncStateOf(db: Reader, caseId: string): DebtState | null {
  const states = StatesOfCase.parse(all(db, STATES_OF_CASE, { caseId }));
  return WORST_FIRST.find((state) => states.includes(state)) ?? null;
}
