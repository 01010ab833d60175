import { describe, expect, it } from 'vitest';
import { TicketState } from '#contract/shapes/ticket.ts';
import {
  mayMove,
  stateAfter,
  statesBefore,
  TICKET_MOVES,
  type TicketEvent,
} from '#rules/queue/ticket-moves.ts';

/** The table of domain.md 13.2, written down a second time and the other way round: event → states. */
const ALLOWED: Record<TicketEvent, readonly (TicketState | null)[]> = {
  take: [null],
  call: ['waiting'],
  recall: ['called'],
  arrive: ['called'],
  pass: ['called'],
  requeue: ['passed'],
  hold: ['serving'],
  resume: ['held'],
  transfer: ['serving', 'called', 'waiting'],
  finish: ['serving'],
  cancel: ['waiting'],
  'day-end': ['waiting', 'called', 'held', 'passed'],
};
const EVENTS = [...new Set(TICKET_MOVES.map((move) => move.event))];

describe('the moves of a ticket', () => {
  it.each(EVENTS)('%s happens in the states of the hall’s table and in no other', (event) => {
    const states = [null, ...TicketState.options];
    expect(new Set(states.filter((state) => mayMove(state, event)))).toEqual(new Set(ALLOWED[event]));
    expect(statesBefore(event)).toEqual(ALLOWED[event].filter((state) => state !== null));
  });

  it('leaves a ticket that is done, cancelled or expired where it is', () => {
    for (const ended of ['done', 'cancelled', 'expired'] as const)
      expect(EVENTS.filter((event) => mayMove(ended, event))).toEqual([]);
  });

  it('has a way out of every state that is not an end', () => {
    for (const state of ['waiting', 'called', 'serving', 'held', 'passed'] as const)
      expect(EVENTS.filter((event) => mayMove(state, event) && stateAfter(event) !== state)).not.toEqual([]);
  });

  it('leads to one state for each event, wherever the ticket stood', () => {
    for (const move of TICKET_MOVES) expect(stateAfter(move.event)).toBe(move.to);
  });
});
