import type { TicketState } from '#contract/shapes/ticket.ts';

/**
 * Every move a ticket can make, one row per state and event. `from: null` is a ticket that does not exist yet.
 * What is not in this table cannot happen; the board names these states in its statements.
 *
 * @source domain.md 13.2 ticket
 */
export const TICKET_MOVES = [
  { from: null, event: 'take', to: 'waiting' },
  { from: 'waiting', event: 'call', to: 'called' },
  { from: 'called', event: 'recall', to: 'called' },
  { from: 'called', event: 'arrive', to: 'serving' },
  { from: 'called', event: 'pass', to: 'passed' },
  { from: 'passed', event: 'requeue', to: 'waiting' },
  { from: 'serving', event: 'hold', to: 'held' },
  { from: 'held', event: 'resume', to: 'serving' },
  { from: 'serving', event: 'transfer', to: 'waiting' },
  { from: 'called', event: 'transfer', to: 'waiting' },
  { from: 'waiting', event: 'transfer', to: 'waiting' },
  { from: 'serving', event: 'finish', to: 'done' },
  { from: 'waiting', event: 'cancel', to: 'cancelled' },
  { from: 'waiting', event: 'day-end', to: 'expired' },
  { from: 'called', event: 'day-end', to: 'expired' },
  { from: 'held', event: 'day-end', to: 'expired' },
  { from: 'passed', event: 'day-end', to: 'expired' },
] as const satisfies readonly {
  readonly from: TicketState | null;
  readonly event: string;
  readonly to: TicketState;
}[];

export type TicketEvent = (typeof TICKET_MOVES)[number]['event'];

/** Says whether a ticket in this state may make this move; `null` stands for no ticket yet. */
export function mayMove(state: TicketState | null, event: TicketEvent): boolean {
  return TICKET_MOVES.some((move) => move.from === state && move.event === event);
}

/** The states a ticket may be in when this happens to it, in the order of the table. */
export function statesBefore(event: TicketEvent): readonly TicketState[] {
  return TICKET_MOVES.flatMap((move) => (move.event === event && move.from !== null ? [move.from] : []));
}

/** The state a ticket is in afterwards. An event leads to one state only, wherever the ticket stood. */
export function stateAfter(event: TicketEvent): TicketState {
  const move = TICKET_MOVES.find((row) => row.event === event);
  if (!move) throw new RangeError(`no such ticket event: ${event}`);
  return move.to;
}
