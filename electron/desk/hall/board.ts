import type {
  Priority,
  QueueCode,
  BoardView,
  CallLine,
  Ticket,
  TicketId,
  WindowNumber,
} from '#contract/shapes/ticket.ts';

/** A move was made, or it was not and this is why. */
export type Moved<R extends string> =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly refusal: R };

/** The window and the clerk that make a move. */
export interface At {
  readonly window: WindowNumber;
  readonly clerk: string;
}

/**
 * The hall board (大厅叫号库): tickets, calls, numbers. Two engines, one set of queries; it never
 * shares a transaction with the case file. Time is the board's own clock.
 *
 * Every move is one statement that names the state it expects, so two windows cannot win the same ticket.
 * A repeated `callId` or `takeId` gives the ticket of the first time.
 *
 * @source domain.md 13.2 ticket
 */
export interface Board {
  take(wish: {
    readonly queue: QueueCode;
    readonly itemCode: string | null;
    readonly itemNameZh: string | null;
    readonly itemNameEn: string | null;
    readonly priority: Priority;
    /** Keyed hash of the certificate number, or null when none was given. */
    readonly personKey: string | null;
    readonly takeId: string;
    /** What a greeter kept for whoever takes it. */
    readonly guidance?: { readonly id: string; readonly text: string | null } | null;
  }): Promise<
    | { readonly ok: true; readonly ticket: Ticket; readonly ahead: number }
    | { readonly ok: false; readonly refusal: 'already-waiting' | 'numbers-used-up' }
  >;
  view(window: WindowNumber): Promise<BoardView>;
  /** The last calls of the hall, newest first, and how many wait in each queue. */
  display(): Promise<{
    readonly calls: readonly CallLine[];
    readonly waiting: ReadonlyMap<QueueCode, number>;
    readonly readAtMs: number;
  }>;
  ticket(id: TicketId): Promise<Ticket | null>;
  /** What a greeter asked of whoever holds it, as it was given to `take`; null when nobody did. */
  guidanceOf(id: TicketId): Promise<string | null>;
  /** A number as printed, of today. */
  ticketByNumber(number: string): Promise<Ticket | null>;
  /** The ticket that waits today under this keyed hash of a certificate number, the oldest first. */
  waitingOfPerson(personKey: string): Promise<Ticket | null>;
  inHand(window: WindowNumber): Promise<Ticket | null>;
  callNext(at: At, callId: string): Promise<Moved<'nobody-waiting' | 'ticket-in-hand'>>;
  call(
    at: At,
    ticket: TicketId,
    reason: string,
    callId: string,
  ): Promise<Moved<'no-such-ticket' | 'ticket-in-hand' | 'not-waiting' | 'not-served-here'>>;
  recall(at: At): Promise<Moved<'no-ticket-in-hand' | 'already-arrived'>>;
  arrive(at: At): Promise<Moved<'no-ticket-in-hand' | 'already-arrived'>>;
  pass(at: At, reason: string): Promise<Moved<'no-ticket-in-hand' | 'already-arrived' | 'call-again-first'>>;
  requeue(
    ticket: TicketId,
    by?: string,
  ): Promise<Moved<'no-such-ticket' | 'not-passed' | 'already-returned-once' | 'not-today'>>;
  hold(at: At, reason: string): Promise<Moved<'no-ticket-in-hand' | 'not-serving'>>;
  resume(
    at: At,
    ticket: TicketId,
  ): Promise<Moved<'no-such-ticket' | 'ticket-in-hand' | 'not-held' | 'held-elsewhere'>>;
  transfer(
    ticket: TicketId,
    to: { readonly queue: QueueCode | null; readonly window: WindowNumber | null },
    reason: string,
    by: string,
  ): Promise<Moved<'no-such-ticket' | 'cannot-move-now'>>;
  finish(at: At): Promise<Moved<'no-ticket-in-hand' | 'not-serving'>>;
  cancel(ticket: TicketId, reason: string, by: string): Promise<Moved<'no-such-ticket' | 'not-waiting'>>;
  walkIn(at: At, queue: QueueCode, takeId: string): Promise<Moved<'ticket-in-hand' | 'numbers-used-up'>>;
  /** Ends yesterday's tickets; safe to call at any time and any number of times. */
  endOfDay(): Promise<number>;
  close(): Promise<void>;
}
