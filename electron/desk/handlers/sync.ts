import { syncCalls } from '#contract/calls/sync.ts';
import { type Answers, no, onOutside, onRead, onWrite, yes } from '../answering.ts';
import { exceptionsOfHall } from '../queries/net-exceptions.ts';
import { sendAgain } from '../store/outbox.ts';

/** A person waits at the screen: after this the round goes on without them. */
const WAIT_FOR_ROUND_MS = 8_000;

export const syncAnswers: Answers<'sync'> = {
  'sync.view': onRead(syncCalls['sync.view'], (_input, { parts }) => yes(parts.sync.view())),

  'sync.exceptions': onRead(syncCalls['sync.exceptions'], (_input, bench) => yes(exceptionsOfHall(bench))),

  'sync.try-now': onOutside(syncCalls['sync.try-now'], async (_input, { parts }) => {
    if (parts.site.province.url === null) return no('no-province');
    await atMost(parts.sync.tryNow(), WAIT_FOR_ROUND_MS);
    return yes(parts.sync.view());
  }),

  'sync.send-again': onWrite(syncCalls['sync.send-again'], ({ debtId }, bench) => {
    const outcome = sendAgain(bench.db, debtId, bench.nowMs);
    if (outcome !== 'again') return no(outcome);
    bench.about(debtId);
    bench.afterwards(() => bench.parts.sync.wake());
    return yes(bench.parts.sync.view());
  }),
};

async function atMost(round: Promise<void>, ms: number): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  try {
    await Promise.race([round, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}
