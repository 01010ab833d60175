import { setTimeout as passed } from 'node:timers/promises';
import { SyncView } from '#contract/shapes/sync-state.ts';
import { DeskGone, DeskLine } from '../support/desk-line.ts';
import { type Acknowledged, Counter } from '../support/counter-clerk.ts';
import type { HallWindow } from '../support/hall-window.ts';

export interface Killed {
  /** Receipt numbers the desk said over its line. */
  readonly acknowledged: readonly Acknowledged[];
  /** Kills that fell between the question and the answer of an acceptance. */
  readonly amidAccept: number;
}

const SETTLE_WITHIN_MS = 90_000;
/** Until the first acceptance was seen: how long one takes. */
const FIRST_GUESS_MS = 12;

/**
 * Serves citizens at one window and kills its desk `kills` times, each time at a moment drawn by `chance`: two of
 * three from shortly before an acceptance is asked for until shortly after its answer, one of three anywhere.
 */
export async function serveAndKill(
  { home, site }: HallWindow,
  kills: number,
  chance: () => number,
): Promise<Killed> {
  const acknowledged: Acknowledged[] = [];
  let amidAccept = 0;
  let acceptMs = FIRST_GUESS_MS;
  let serial = 0;

  for (let life = 0; life < kills; life += 1) {
    const line = new DeskLine(home, site);
    const counter = new Counter(line);
    const aimsAtAccept = chance() < 2 / 3;
    const citizensBefore = Math.floor(chance() * 3);
    const at = chance();
    let accepting = false;
    let armed = false;
    const killAfter = (ms: number): void => {
      if (armed) return;
      armed = true;
      setTimeout(() => {
        if (accepting) amidAccept += 1;
        line.kill();
      }, ms);
    };
    try {
      await counter.signIn();
      await counter.clearWindow();
      if (!aimsAtAccept) killAfter(at * 20 * acceptMs);
      for (let citizen = 0; ; citizen += 1) {
        const ready = await counter.openReadyCase(await counter.receiveCitizen((serial += 1)));
        if (citizen >= citizensBefore) killAfter(at * 1.3 * acceptMs);
        const askedAtMs = performance.now();
        accepting = true;
        acknowledged.push(await counter.accept(ready.id));
        accepting = false;
        acceptMs = 0.8 * acceptMs + 0.2 * (performance.now() - askedAtMs);
        await counter.finish();
      }
    } catch (thrown) {
      if (!(thrown instanceof DeskGone)) throw thrown;
    }
    const end = await line.ended;
    if (end !== 'SIGKILL') throw new Error(`the desk was to be killed and ended with ${end}`);
  }
  return { acknowledged, amidAccept };
}

/** Starts the desk once more, lets it send all it owes, and ends it in order. */
export async function settleAll({ home, site }: HallWindow): Promise<void> {
  const line = new DeskLine(home, site);
  await new Counter(line).signIn();
  const untilMs = performance.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const { owed, needsClerk } = SyncView.parse(await line.ask('sync.try-now'));
    if (owed === 0) break;
    if (needsClerk > 0 || performance.now() > untilMs) {
      throw new Error(`${owed} debts stay owed, ${needsClerk} of them need a clerk`);
    }
    await passed(100);
  }
  const end = await line.end();
  if (end !== 0) throw new Error(`the desk was to end in order and ended with ${end}`);
}
