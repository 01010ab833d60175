import { z } from 'zod';
import { followed } from '#desk/catalogue/package-chain.ts';
import { packageLines } from '#desk/catalogue/package-lines.ts';
import { compose } from '#desk/compose.ts';
import { silentLog } from '#desk/log.ts';
import { keyOfHome } from '#desk/settings/desk-key.ts';
import { loadSite } from '#desk/settings/load-site.ts';
import type { Asking } from './counter-clerk.ts';
import type { HallWindow } from './hall-window.ts';

/** The whole desk, composed as its own program does it, without a process between. */
export async function inProcess({
  home,
  site,
}: HallWindow): Promise<{ readonly asking: Asking; readonly stop: () => Promise<void> }> {
  const Answered = z.object({ answer: z.object({ ok: z.literal(true), value: z.unknown() }) });
  const desk = await compose({
    home,
    site: loadSite(home, site),
    keyHex: keyOfHome(home),
    log: silentLog,
    closeLog: async () => {},
    tell: () => {},
    showCitizenScreen: null,
    copyText: null,
    press: null,
    prove: async () => 'good',
    readPackage: async function* (wish, following) {
      yield* packageLines(wish, followed(following));
    },
    leave: () => {
      throw new Error('the desk would have left');
    },
  });
  let asked = 0;
  const asking: Asking = {
    ask: async (name, input = {}) => {
      const told = await desk.ask({ no: (asked += 1), name, input }, 'bench');
      const answered = Answered.safeParse(told);
      if (!answered.success) throw new Error(`${name}: ${JSON.stringify(told)}`);
      return answered.data.answer.value;
    },
  };
  return { asking, stop: desk.stop };
}
