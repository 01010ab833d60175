import type { Writer } from '#native/sqlite/database.ts';
import type { ProvinceAnswer } from '#rules/sync/answer.ts';
import type { Pace } from '#rules/sync/pace.ts';
import { asksFirst } from '#rules/sync/query-first.ts';
import { settle, type Settlement } from '#rules/sync/settle.ts';
import { keepOfficialNumber, officialNumberOf } from '../store/official-numbers.ts';
import {
  type ClaimedDebt,
  freezeBody,
  keepAttempt,
  markLeaving,
  markSettled,
} from '../store/outbox-claims.ts';
import { CaseEvent } from './case-event.ts';
import { hearOnLine } from './line-keeping.ts';
import type { Province, Sending, WireBody } from './province.ts';

export interface SendingBench {
  readonly db: Writer;
  readonly province: Province;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly pace: Pace;
  readonly keyMemoryMs: number;
  readonly skewMs: () => number | null;
  /** True when the desk has given the file back: whatever still comes in is left to the next start. */
  readonly isClosed: () => boolean;
}

export interface Sent {
  readonly answer: ProvinceAnswer;
  readonly settled: Settlement;
  readonly tookMs: number;
}

/**
 * Takes one claimed debt to the province and writes down what came of it: the debt, its story, the official
 * number and the line in one transaction.
 *
 * The bytes are fixed before the first sending and that it leaves is on disk before it does. Null when the
 * desk was closed meanwhile.
 *
 * @throws what the database or a damaged event throws; the lease then runs out by itself
 */
export async function sendDebt(debt: ClaimedDebt, bench: SendingBench): Promise<Sent | null> {
  const { db, province, nowMs, pace } = bench;
  const sending = sendingOf(debt, bench);
  const asks = debt.asksNext || asksFirst(debt, nowMs(), bench.keyMemoryMs, pace);
  const startedAtMs = nowMs();
  if (!asks) markLeaving(db, debt.id, startedAtMs);

  const answer = await (asks ? province.findEvent(sending) : province.sendEvent(sending));
  if (bench.isClosed()) return null;
  const endedAtMs = nowMs();
  const tookMs = Math.max(0, endedAtMs - startedAtMs);
  const settled = db.transaction(() => {
    const believed = believe(db, debt.caseId, answer, endedAtMs);
    const settlement = settle(debt, believed, bench.random(), pace);
    const skewMs = bench.skewMs();
    markSettled(db, debt.id, settlement, { atMs: endedAtMs, skewMs, ...told(believed) });
    keepAttempt(db, {
      id: debt.id,
      act: asks ? 'ask' : 'send',
      atMs: startedAtMs,
      tookMs,
      answer: believed.answer,
      why: whyOf(believed),
    });
    hearOnLine(db, settlement, { nowMs: endedAtMs, roll: bench.random(), pace, skewMs });
    return settlement;
  })();
  return { answer, settled, tookMs };
}

function sendingOf(debt: ClaimedDebt, bench: SendingBench): Sending {
  const { key, caseId, step, receiptNumber } = debt;
  return { key, caseId, step, receiptNumber, body: bodyOf(debt, bench) };
}

function bodyOf(debt: ClaimedDebt, { db, province }: SendingBench): WireBody {
  if (debt.wireBody !== null && debt.bodyHash !== null) return { text: debt.wireBody, hash: debt.bodyHash };
  const event = CaseEvent.parse(JSON.parse(debt.event));
  const { key, step, caseId } = debt;
  const body = province.frame(event, { key, step, officialNumber: officialNumberOf(db, caseId) });
  freezeBody(db, debt.id, body);
  return body;
}

/** A receipt that names another case's number, or another number for this case, is no receipt. */
function believe(db: Writer, caseId: string, answer: ProvinceAnswer, atMs: number): ProvinceAnswer {
  if (answer.answer !== 'acknowledged' || answer.officialNumber === null) return answer;
  return keepOfficialNumber(db, caseId, answer.officialNumber, atMs)
    ? answer
    : { answer: 'untrusted', why: 'number-clash' };
}

function told(answer: ProvinceAnswer) {
  return {
    platformReceipt: answer.answer === 'acknowledged' ? answer.platformReceipt : null,
    platformWords: answer.answer === 'returned' ? answer.words : null,
    fieldErrors: answer.answer === 'returned' ? answer.fieldErrors : [],
  };
}

/** A platform's code is kept when it looks like one; free text of a platform may name a person. */
function whyOf(answer: ProvinceAnswer): string | null {
  if (answer.answer === 'returned') return /^[A-Za-z0-9._-]{1,20}$/.test(answer.code) ? answer.code : 'other';
  return 'why' in answer ? answer.why : null;
}
