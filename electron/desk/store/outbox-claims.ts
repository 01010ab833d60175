import { z } from 'zod';
import { one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { LINE_WORDS } from '#rules/sync/answer.ts';
import type { Settlement } from '#rules/sync/settle.ts';
import type { WireBody } from '../platform/province.ts';

const DUE = `
  SELECT id FROM outbox AS debt
  WHERE state IN ('pending', 'unknown')
    AND (next_try_at_ms <= @nowMs OR next_try_at_ms > @nowMs + @longestWaitMs)
    AND (lease_until_ms IS NULL OR lease_until_ms <= @nowMs OR lease_until_ms > @nowMs + @longestWaitMs)
    AND NOT EXISTS (SELECT 1 FROM outbox AS before
      WHERE before.case_id = debt.case_id AND before.step < debt.step
        AND before.superseded_at_ms IS NULL AND before.state <> 'done')
  ORDER BY next_try_at_ms, seq LIMIT 1`;
const CLAIMED = `
  id, case_id AS caseId, step, receipt_number AS receiptNumber, idempotency_key AS key,
  event_json AS event, wire_body AS wireBody, body_hash AS bodyHash, state, attempts,
  slow_in_a_row AS slowInARow, troubles_in_a_row AS troublesInARow, asks_next AS asksNext,
  first_sent_at_ms AS firstSentAtMs, because`;
const CLAIM = `UPDATE outbox SET lease_until_ms = @untilMs WHERE id = (${DUE}) RETURNING ${CLAIMED}`;
const CLAIM_DOUBTFUL = `
  UPDATE outbox SET lease_until_ms = @untilMs
  WHERE id = (SELECT id FROM outbox WHERE state = 'quarantined' AND superseded_at_ms IS NULL
    AND lease_until_ms IS NULL AND seq > @afterSeq ORDER BY seq LIMIT 1)
  RETURNING seq, ${CLAIMED}`;
const NEXT_DUE = `
  SELECT min(next_try_at_ms) AS atMs FROM outbox AS debt
  WHERE state IN ('pending', 'unknown') AND lease_until_ms IS NULL
    AND NOT EXISTS (SELECT 1 FROM outbox AS before
      WHERE before.case_id = debt.case_id AND before.step < debt.step
        AND before.superseded_at_ms IS NULL AND before.state <> 'done')`;
const FREEZE = `
  UPDATE outbox SET wire_body = @text, body_hash = @hash WHERE id = @id AND wire_body IS NULL`;
const LEAVING = `
  UPDATE outbox SET last_sent_at_ms = @atMs, first_sent_at_ms = coalesce(first_sent_at_ms, @atMs)
  WHERE id = @id`;
const SETTLE = `
  UPDATE outbox SET state = @state, because = @because, attempts = attempts + @counted,
    next_try_at_ms = @nextTryAtMs, slow_in_a_row = @slowInARow, troubles_in_a_row = @troublesInARow,
    asks_next = @asksNext, lease_until_ms = NULL, done_at_ms = @doneAtMs, platform_receipt = @platformReceipt,
    platform_words = @platformWords, field_errors = @fieldErrors, skew_ms = @skewMs
  WHERE id = @id AND state <> 'done'`;
const ATTEMPT = `
  INSERT INTO outbox_attempt (debt_id, act, at_ms, took_ms, answer, why)
  VALUES (@id, @act, @atMs, @tookMs, @answer, @why)`;
const LEFT_BY_A_CRASH = `
  UPDATE outbox SET lease_until_ms = NULL,
    state = CASE WHEN state = 'pending' AND first_sent_at_ms IS NOT NULL THEN 'unknown' ELSE state END
  WHERE lease_until_ms IS NOT NULL`;
const ALL_NOW = `
  UPDATE outbox SET next_try_at_ms = @nowMs
  WHERE state IN ('pending', 'unknown') AND next_try_at_ms > @nowMs`;

const WAITED_FOR_THE_LINE = `
  UPDATE outbox SET next_try_at_ms = @nowMs
  WHERE state IN ('pending', 'unknown') AND next_try_at_ms > @nowMs
    AND because IN ('away', ${LINE_WORDS.map((word) => `'${word}'`).join(', ')})`;
const ANY_OPEN = "SELECT 1 FROM outbox WHERE state IN ('pending', 'unknown') LIMIT 1";

const Claimed = z.object({
  id: z.string(),
  caseId: z.string(),
  step: z.int(),
  receiptNumber: z.string(),
  key: z.string(),
  event: z.string(),
  wireBody: z.string().nullable(),
  bodyHash: z.string().nullable(),
  state: z.enum(['pending', 'unknown', 'quarantined']),
  attempts: z.int(),
  slowInARow: z.int(),
  troublesInARow: z.int(),
  asksNext: z.int().transform((flag) => flag === 1),
  firstSentAtMs: z.int().nullable(),
  because: z.string().nullable(),
});
const At = z.object({ atMs: z.int().nullable() });

/** A debt that one lane of the run holds until its lease ends. */
export type ClaimedDebt = z.output<typeof Claimed>;

/** A moment further ahead than this was written by another clock: it counts as over. */
export interface Horizon {
  readonly nowMs: number;
  readonly longestWaitMs: number;
}

/**
 * Claims the debt that is due longest, or null. One statement, so that two lanes never hold the same one.
 *
 * A debt is due only when every earlier step of its case is settled (invariant 18); no other case matters.
 */
export function claimDue(db: Writer, horizon: Horizon, untilMs: number): ClaimedDebt | null {
  return Claimed.nullable().parse(oneChanged(db, CLAIM, { ...horizon, untilMs }));
}

/** Claims the next quarantined debt after `afterSeq`, to ask about it and never to send it. */
export function claimDoubtful(
  db: Writer,
  afterSeq: number,
  untilMs: number,
): (ClaimedDebt & { readonly seq: number }) | null {
  const row = Claimed.extend({ seq: z.int() }).nullable();
  return row.parse(oneChanged(db, CLAIM_DOUBTFUL, { afterSeq, untilMs }));
}

/** When the next debt that is free to go is due, or null. */
export function nextDueAtMs(db: Reader): number | null {
  return At.parse(one(db, NEXT_DUE)).atMs;
}

/** Fixes the bytes that belong to this debt's key for ever. */
export function freezeBody(db: Writer, id: string, body: WireBody): void {
  run(db, FREEZE, { id, ...body });
}

/** On disk before the first byte leaves: after a crash it is known that something may have arrived. */
export function markLeaving(db: Writer, id: string, atMs: number): void {
  run(db, LEAVING, { id, atMs });
}

/** What is kept beside the settlement. */
export interface Outcome {
  readonly atMs: number;
  readonly platformReceipt: string | null;
  readonly platformWords: string | null;
  readonly fieldErrors: readonly { readonly field: string; readonly say: string }[];
  readonly skewMs: number | null;
}

/** Writes down what an answer meant and gives the debt free. */
export function markSettled(db: Writer, id: string, settled: Settlement, outcome: Outcome): void {
  const isOpen = settled.state === 'pending' || settled.state === 'unknown';
  run(db, SETTLE, {
    id,
    state: settled.state,
    because: settled.because,
    counted: settled.counts ? 1 : 0,
    nextTryAtMs: isOpen ? outcome.atMs + (settled.againMs ?? 0) : null,
    slowInARow: settled.slowInARow,
    troublesInARow: settled.troublesInARow,
    asksNext: settled.asksNext ? 1 : 0,
    doneAtMs: settled.state === 'done' ? outcome.atMs : null,
    platformReceipt: settled.state === 'done' ? outcome.platformReceipt : null,
    platformWords: outcome.platformWords,
    fieldErrors: JSON.stringify(outcome.fieldErrors),
    skewMs: outcome.skewMs,
  });
}

/** One line of the story of a debt. Our words and the platform's code; nothing a person said or is. */
export interface AttemptLine {
  readonly id: string;
  readonly act: 'send' | 'ask';
  readonly atMs: number;
  readonly tookMs: number;
  readonly answer: string;
  readonly why: string | null;
}

export function keepAttempt(db: Writer, line: AttemptLine): void {
  run(db, ATTEMPT, { ...line });
}

/** At start: this process alone owns the file, so whatever is leased was left by one that died. */
export function freeLeftLeases(db: Writer): number {
  return run(db, LEFT_BY_A_CRASH);
}

/** A person wants it now: no debt waits for its time any longer. */
export function makeAllDue(db: Writer, nowMs: number): void {
  run(db, ALL_NOW, { nowMs });
}

/** Somebody is there again: what waited for the line waits no longer. Says whether anything is to be sent. */
export function makeDueAfterKnock(db: Writer, nowMs: number): boolean {
  run(db, WAITED_FOR_THE_LINE, { nowMs });
  return anythingOpen(db);
}

/** Whether anything is still to be sent, be it due or not. */
export function anythingOpen(db: Reader): boolean {
  return one(db, ANY_OPEN) !== null;
}
