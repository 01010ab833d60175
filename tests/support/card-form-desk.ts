import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CardAsked } from '#contract/shapes/card-again.ts';
import { startDevices } from '#desk/devices/shelf.ts';
import { openCardWish } from '#desk/identity/card-wish.ts';
import { silentLog } from '#desk/log.ts';
import { partiesOf } from '#desk/store/parties.ts';
import { readCardText } from '#native/id-card-reader/card-text.ts';
import { readerAt } from '../devices/shelf-on-a-pty.ts';
import { loadCard } from '../stand-ins/devices/card-block.ts';
import { startDevice } from '../stand-ins/devices/start.ts';
import { WORKER } from './form-desk.ts';
import { aReading, intakeDesk } from './intake-desk.ts';
import { movedClock } from './moved-clock.ts';

const leave: (() => Promise<void> | void)[] = [];

/** Unplugs the readers of this test. */
export async function unplugReaders(): Promise<void> {
  for (const undo of leave.splice(0).toReversed()) await undo();
}

/** A desk whose reader is the stand-in on a pty; its cards go to whoever asked, and to `window` otherwise. */
export async function deskWithReader({ waitMs = 30_000 }: { readonly waitMs?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'card-again-'));
  leave.push(() => rmSync(folder, { recursive: true }));
  const port = join(folder, 'reader');
  const device = await startDevice('id-card-reader', ['--port', port]);
  leave.push(() => device.stop());
  const clock = movedClock();
  const window: string[] = [];
  const wish = openCardWish(
    {
      reading: () => window.push('reading'),
      read: () => window.push('read'),
      newAddress: () => window.push('address'),
      confirmed: () => window.push('confirmed'),
      differs: () => window.push('differs'),
      lifted: () => window.push('lifted'),
      trouble: () => window.push('trouble'),
    },
    waitMs,
  );
  const ready = Promise.withResolvers<void>();
  const shelf = startDevices({
    site: { timeZone: 'Asia/Shanghai', devices: { idCardReader: readerAt(port), scanner: null } },
    nowMs: clock.nowMs,
    retryMs: 50,
    log: silentLog,
    watcher: wish.watcher,
    onCode: () => {},
    onCodeTrouble: () => {},
    onHealth: ({ state }) => state === 'ready' && ready.resolve(),
  });
  leave.push(() => shelf.stop());
  await ready.promise;
  // What the case began with was read before: the reader of the test reads what is asked for again.
  const first = new Map<string, ReturnType<typeof earlierReading>>();
  const cards = {
    reading: (id: string) => first.get(id) ?? shelf.cards.reading(id),
    readAgain: () => shelf.cards.readAgain(),
  };
  const desk = intakeDesk({ cards, cardWish: wish }, { clock });
  const visitId = desk.aVisit();
  const begun = earlierReading(clock.nowMs());
  first.set(begun.reading.id, begun);
  await desk.visitFrom('identity.use-card', { visitId, role: 'applicant', readingId: begun.reading.id });
  await desk.visitFrom('identity.set-field', {
    visitId,
    role: 'applicant',
    field: 'phone',
    value: '13800001234',
  });
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: WORKER.code });
  return {
    desk,
    device,
    window,
    visitId,
    opened,
    place: { caseId: opened.id, scope: 'case' },
    applicant: () => {
      const { applicant } = partiesOf(desk.db, visitId);
      if (!applicant) throw new Error('nobody applies');
      return applicant;
    },
    /** Asks for the card while the stand-in does this. */
    asks: async (...lines: readonly string[]) => {
      const asked = desk.ask('form.ask-card', { caseId: opened.id, scope: 'case' });
      for (const line of lines) device.tell(line);
      const reply = await asked;
      return reply.ok ? CardAsked.parse(reply.value) : reply.refusal;
    },
  };
}

function earlierReading(readAtMs: number) {
  const textBlock = loadCard('resident').text;
  const read = readCardText(textBlock);
  if (!read.ok) throw new Error(read.field);
  return { reading: aReading({ id: 'the-first', readAtMs, card: read.card, textBlock }), confirmed: true };
}
