import { isRefused } from '#rules/sync/line.ts';
import { settle } from '#rules/sync/settle.ts';
import { type Log, traceOf } from '../log.ts';
import {
  anythingOpen,
  claimDoubtful,
  claimDue,
  type ClaimedDebt,
  freeLeftLeases,
  makeAllDue,
  nextDueAtMs,
} from '../store/outbox-claims.ts';
import { provinceLine } from '../store/province-line.ts';
import { type SendingBench, sendDebt } from './debt-sending.ts';
import { answerKnock, closeLine, type Hearing, openLine, releaseLine } from './line-keeping.ts';
import { keepNumbers } from './number-keeping.ts';
import type { LineTrouble } from './province.ts';

export interface OutboxRunWishes extends Omit<SendingBench, 'isClosed'> {
  /** Cases that are under way at once. */
  readonly lanes: number;
  /** After this a debt whose sending never ended is free again. Longer than any exchange. */
  readonly leaseMs: number;
  /** How long a stop waits for what is under way. */
  readonly stopWithinMs: number;
  /** At least this often it looks by itself, whatever clocks say. */
  readonly lookEveryMs: number;
  /** How long the first look waits. */
  readonly firstLookInMs: number;
  readonly onChange: () => void;
  readonly log: Log;
}

export interface OutboxRun {
  readonly wake: () => void;
  /** Resolves when everything that can go now has gone or has its reason. */
  readonly tryNow: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const SHORTEST_REST_MS = 20;

/**
 * Sends what is owed: in order within a case, no case waiting for another, a few at once.
 *
 * It rests until something is owed, a wait is over or a person wants it now. A line that went bad is knocked
 * on before anything of a citizen goes over it. A debt is never deleted and only a typed receipt settles it.
 *
 * @source safety.md 1c; domain.md 13.3, invariants 18 and 19
 */
export function startOutboxRun(wishes: OutboxRunWishes): OutboxRun {
  const { db, province, nowMs, random, pace, log } = wishes;
  const underWay = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  const numbers = keepNumbers(wishes);
  const longestWaitMs = pace.longestAskedMs + wishes.lookEveryMs;
  let timer: NodeJS.Timeout | null = null;
  let mustKnock = true;
  let slowedDown = false;
  let doubtfulAfter: number | null = null;
  let stopping = false;
  let closed = false;
  const bench: SendingBench = { ...wishes, isClosed: () => closed };

  const hearing = (): Hearing => ({ nowMs: nowMs(), roll: random(), pace, skewMs: wishes.skewMs() });

  const rest = (untilMs: number | null): void => {
    if (timer) clearTimeout(timer);
    const ms = Math.min((untilMs ?? Number.POSITIVE_INFINITY) - nowMs(), wishes.lookEveryMs);
    timer = setTimeout(look, Math.max(ms, SHORTEST_REST_MS));
    timer.unref();
  };

  /** Starts something that ends by itself; when it has, everything is looked at again. */
  const start = (name: string, act: () => Promise<void>): void => {
    const untilItEnds = async (): Promise<void> => {
      try {
        await act();
      } catch (thrown) {
        log('error', 'outbox-fault', traceOf(thrown));
      }
      underWay.delete(name);
      if (closed) return;
      wishes.onChange();
      look();
    };
    underWay.set(name, untilItEnds());
  };

  const heardTrouble = (trouble: LineTrouble): void => {
    const attempts = provinceLine(db).failures;
    const sent = { state: 'pending', attempts, slowInARow: 0, troublesInARow: 0 } as const;
    const { line, againMs } = settle(sent, trouble, random(), pace);
    closeLine(db, line ?? 'away', againMs, hearing());
    mustKnock = true;
    log('warn', 'province-not-open', { word: trouble.why });
  };

  const knock = async (): Promise<void> => {
    const heard = await province.knock();
    if (closed) return;
    if (heard.answer === 'open') {
      mustKnock = false;
      answerKnock(db, hearing());
    } else heardTrouble(heard);
  };

  const lease = async (): Promise<void> => {
    const heard = await numbers.lease();
    if (closed) return;
    if (heard === 'leased') openLine(db, hearing());
    else if (heard.answer === 'refused-line' || heard.answer === 'not-delivered') heardTrouble(heard);
  };

  const send = async (debt: ClaimedDebt): Promise<void> => {
    const sent = await sendDebt(debt, bench);
    if (!sent) return;
    const { answer, settled, tookMs } = sent;
    if (settled.waits === 'line') mustKnock = true;
    if (settled.waits === 'queue') slowedDown = true;
    else if (settled.state === 'done') slowedDown = false;
    log(settled.alarm ? 'warn' : 'info', 'debt-tried', {
      word: settled.because ?? answer.answer,
      caseId: debt.caseId,
      attempt: debt.attempts + 1,
      tookMs,
    });
  };

  const claimNext = (): ClaimedDebt | null => {
    const atMs = nowMs();
    const untilMs = atMs + wishes.leaseMs;
    if (doubtfulAfter !== null) {
      const doubtful = claimDoubtful(db, doubtfulAfter, untilMs);
      doubtfulAfter = doubtful?.seq ?? null;
      if (doubtful) return doubtful;
    }
    return claimDue(db, { nowMs: atMs, longestWaitMs }, untilMs);
  };

  /** Starts whatever may go now. Says until when to rest: null is as long as nothing happens. */
  const startWhatMayGo = (): number | null => {
    const atMs = nowMs();
    const { holdUntilMs, state } = provinceLine(db);
    if (holdUntilMs !== null && holdUntilMs > atMs && holdUntilMs <= atMs + longestWaitMs) return holdUntilMs;
    // With nothing left to send, no debt would ever tell that the line is good again: a knock does.
    if (state !== 'ok' && underWay.size === 0 && !anythingOpen(db)) mustKnock = true;
    if (mustKnock) {
      if (underWay.size === 0) start('knock', knock);
      return null;
    }
    const numbersAtMs = underWay.has('numbers') ? null : numbers.dueAtMs(atMs);
    if (numbersAtMs !== null && numbersAtMs <= atMs) start('numbers', lease);
    const lanes = slowedDown || isRefused(state) ? 1 : wishes.lanes;
    while (underWay.size < lanes) {
      const debt = claimNext();
      if (!debt || underWay.has(debt.id)) break;
      start(debt.id, () => send(debt));
    }
    return earliest(numbersAtMs, underWay.size < lanes ? nextDueAtMs(db) : null);
  };

  function look(): void {
    if (stopping) return;
    try {
      rest(startWhatMayGo());
    } catch (thrown) {
      log('error', 'outbox-fault', traceOf(thrown));
      rest(null);
    }
    if (underWay.size === 0) for (const done of waiting.splice(0)) done();
  }

  freeLeftLeases(db);
  releaseLine(db);
  rest(nowMs() + wishes.firstLookInMs);

  return {
    wake: look,
    tryNow: () => {
      if (stopping) return Promise.resolve();
      makeAllDue(db, nowMs());
      releaseLine(db);
      numbers.hurry();
      doubtfulAfter = 0;
      // The person asks how the line is, too; but nothing that is under way is made to wait for the answer.
      if (underWay.size === 0) mustKnock = true;
      const over = new Promise<void>((done) => waiting.push(done));
      look();
      return over;
    },
    stop: async () => {
      stopping = true;
      if (timer) clearTimeout(timer);
      for (const done of waiting.splice(0)) done();
      const inTime = new Promise<void>((done) => setTimeout(done, wishes.stopWithinMs).unref());
      await Promise.race([Promise.all(underWay.values()), inTime]);
      closed = true;
      await province.close();
      await Promise.all(underWay.values());
    },
  };
}

function earliest(...moments: readonly (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
