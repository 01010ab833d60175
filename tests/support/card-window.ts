import { z } from 'zod';
import type { CardNews } from '#contract/events.ts';
import type { VisitView } from '#contract/shapes/case.ts';
import type { CardReading } from '#desk/devices/card-desk.ts';
import { cardAtWindow } from '#desk/identity/card-at-window.ts';
import { openDialogCover } from '#desk/identity/dialog-cover.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { openAudit } from '#desk/store/audit.ts';
import { all } from '#native/sqlite/database.ts';
import { handBoard } from './hand-board.ts';
import { aCard, aReading, citizenNumber, intakeDesk } from './intake-desk.ts';

/** Window 3 with a reader whose cards a test lays down. */
export function aWindow() {
  const desk = intakeDesk();
  const board = handBoard(desk.db);
  const news: CardNews[] = [];
  const faults: unknown[] = [];
  const watched = { attended: true };
  const dialogs = openDialogCover();
  const watcher = cardAtWindow({
    db: desk.db,
    board,
    site: DEMO_SITE,
    nowMs: desk.clock.nowMs,
    announce: (name, value) => {
      if (name === 'identity.card') news.push(cardNews.parse(value));
    },
    audit: openAudit('2e'.repeat(32)).add,
    personKey: desk.parts.personKey,
    isAttended: () => watched.attended,
    dialogs,
    onFault: (thrown) => faults.push(thrown),
  });
  let serial = 0;
  return {
    desk,
    board,
    news,
    faults,
    watched,
    dialogs,
    watcher,
    lay: async (card = aCard()): Promise<CardReading> => {
      serial += 1;
      const reading = aReading({ id: `reading-${serial}`, readAtMs: desk.clock.nowMs(), card });
      watcher.reading();
      await Promise.resolve();
      watcher.read(reading);
      desk.readings.set(reading.id, { reading, confirmed: false });
      await watcher.settled();
      return reading;
    },
    confirm: async (reading: CardReading) => {
      watcher.confirmed(reading.id);
      await watcher.settled();
    },
    visit: async (): Promise<VisitView> => desk.visitFrom('intake.visit', {}),
    phases: () => news.map(({ phase }) => phase),
    audited: () =>
      z
        .array(z.object({ call: z.string(), subject: z.string() }))
        .parse(all(desk.db, "SELECT call, subject FROM audit WHERE call LIKE 'card.%' ORDER BY seq")),
  };
}

const cardNews = z.custom<CardNews>((value) => typeof value === 'object');
export const man = aCard({ name: '王示范', number: citizenNumber(13), sexCode: '1' });
