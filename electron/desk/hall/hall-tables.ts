import type { Generated, Selectable } from 'kysely';
import { PlaceReason, Ticket } from '#contract/shapes/ticket.ts';
import type { Place } from '#rules/queue/next-ticket.ts';

/** The tables of the hall database, as Kysely's queries see them. Made by `migrations/`. */
export interface HallTables {
  readonly ticket: TicketTable;
  readonly move: MoveTable;
  readonly number_counter: NumberCounterTable;
  readonly board_clock: BoardClockTable;
}

interface TicketTable {
  id: string;
  day: string;
  number: string;
  /** The queue it was taken for: its letter stays on the slip when the ticket is transferred. */
  number_queue: string;
  serial: number;
  queue: string;
  item_code: string | null;
  item_name: string | null;
  item_name_en: string | null;
  state: string;
  priority: string;
  place_reason: string;
  turn: number;
  returned_turn: number;
  taken_at_ms: number;
  called_at_ms: number | null;
  arrived_at_ms: number | null;
  ended_at_ms: number | null;
  call_count: number;
  window_number: number | null;
  clerk: string | null;
  reason: string | null;
  returned_once: number;
  /** Keyed hash of a certificate number; erased when the day ends. */
  person_key: string | null;
  take_id: string;
  /** Answers given before the number was taken, by the id of what was kept. */
  guidance_id: string | null;
  /** What was kept, as text: it names nobody, and is erased when the day ends. */
  guidance: string | null;
}

/** The journal: one row per move, never changed. */
interface MoveTable {
  seq: Generated<number>;
  ticket_id: string;
  day: string;
  event: string;
  from_state: string | null;
  to_state: string;
  window_number: number | null;
  clerk: string | null;
  reason: string | null;
  /** Why the ticket stood where it stood when this happened; null for a walk-in, which stood nowhere. */
  place_reason: string | null;
  call_id: string | null;
  at_ms: number;
}

interface NumberCounterTable {
  day: string;
  queue: string;
  last: number;
}

interface BoardClockTable {
  id: number;
  day: string;
  clock_day: string;
  last_turn: number;
}

export type TicketRow = Selectable<TicketTable>;

/** A row as the contract's ticket. Keys, serials and places stay on the board. */
export function ticketOf(row: TicketRow): Ticket {
  return Ticket.parse({
    id: row.id,
    number: row.number,
    day: row.day,
    queue: row.queue,
    itemCode: row.item_code,
    itemNameZh: row.item_name,
    itemNameEn: row.item_name_en,
    state: row.state,
    priority: row.priority,
    takenAtMs: row.taken_at_ms,
    calledAtMs: row.called_at_ms,
    arrivedAtMs: row.arrived_at_ms,
    endedAtMs: row.ended_at_ms,
    callCount: row.call_count,
    window: row.window_number,
    clerk: row.clerk,
    reason: row.reason,
    returnedOnce: row.returned_once === 1,
    guidanceId: row.guidance_id,
  });
}

/** A waiting row as the rules of calling see it. */
export function placeOf(row: TicketRow): Place & { readonly row: TicketRow } {
  return {
    placeReason: PlaceReason.parse(row.place_reason),
    turn: row.turn,
    returnedTurn: row.returned_turn,
    row,
  };
}
