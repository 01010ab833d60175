import type { PersonPage } from '#contract/shapes/person-page.ts';
import type { OutsideBench } from '../answering.ts';
import { dayInHall } from '../intake/time-of-day.ts';
import { visitsOfPerson } from '../store/person-records.ts';

const DAY_MS = 86_400_000;

/** Where a person waits in the hall, and the numbers under which they were at this window today. */
export async function ticketsToday(
  { db, parts, nowMs, today }: OutsideBench,
  keys: readonly string[],
): Promise<PersonPage['tickets']> {
  const waiting = await Promise.all(keys.map(async (key) => parts.board.waitingOfPerson(key)));
  const visits = visitsOfPerson(db, keys, nowMs - DAY_MS).filter(
    ({ openedAtMs }) => dayInHall(openedAtMs, parts.site.timeZone) === today,
  );
  return [
    ...waiting.flatMap((ticket) =>
      ticket ? [{ number: ticket.number, state: 'waiting' as const, sinceMs: ticket.takenAtMs }] : [],
    ),
    ...visits.map(({ ticketNumber, openedAtMs, closedAtMs, inHand }) => ({
      number: ticketNumber,
      state:
        closedAtMs !== null ? ('done' as const) : inHand ? ('at-the-window' as const) : ('held' as const),
      sinceMs: closedAtMs ?? openedAtMs,
    })),
  ];
}
