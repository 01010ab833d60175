import { Ticket, type TicketState } from '#contract/shapes/ticket.ts';
import type { Board } from '#desk/hall/board.ts';
import { deskParts } from './desk-parts.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { MORNING_MS } from './moved-clock.ts';
import { ticketIdOf } from './intake-desk.ts';

/** A board with at most one ticket, the one in hand, put there by the test. */
export interface HandBoard extends Board {
  readonly put: (serial: number | null, state?: TicketState) => void;
  readonly arrivals: string[];
}

export function handBoard(db: Writer): HandBoard {
  let inHand: Ticket | null = null;
  const arrivals: string[] = [];
  return {
    ...deskParts(db).board,
    arrivals,
    put: (serial, state = 'serving') => {
      inHand = serial === null ? null : aTicket(serial, state);
    },
    inHand: async () => inHand,
    arrive: async ({ clerk }) => {
      if (!inHand) return { ok: false, refusal: 'no-ticket-in-hand' };
      if (inHand.state === 'serving') return { ok: false, refusal: 'already-arrived' };
      arrivals.push(clerk);
      inHand = { ...inHand, state: 'serving' };
      return { ok: true, ticket: inHand };
    },
  };
}

function aTicket(serial: number, state: TicketState): Ticket {
  return Ticket.parse({
    id: ticketIdOf(serial),
    number: `A${String(serial).padStart(3, '0')}`,
    day: '2026-11-24',
    queue: 'A',
    itemCode: null,
    itemNameZh: null,
    itemNameEn: null,
    state,
    priority: 'none',
    takenAtMs: MORNING_MS,
    calledAtMs: MORNING_MS,
    arrivedAtMs: null,
    endedAtMs: null,
    callCount: 1,
    window: 3,
    clerk: '0317',
    reason: null,
    returnedOnce: false,
    guidanceId: null,
  });
}
