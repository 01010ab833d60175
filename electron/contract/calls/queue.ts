import { z } from 'zod';
import { call } from '../call.ts';
import { VisitId } from '../shapes/case.ts';
import { LeftVisit, TransferNote } from '../shapes/transfer.ts';
import {
  DisplayView,
  Priority,
  QueueCode,
  QueueView,
  Ticket,
  TicketId,
  WindowNumber,
} from '../shapes/ticket.ts';

const Reason = z.string().trim().min(2).max(100);
const Nothing = z.strictObject({});

/**
 * The queue (排队叫号). All of these go to the hall board, which has one clock and one truth.
 * Moves and guards: rules/queue/ticket-moves.ts, from domain.md 13.2.
 */
export const queueCalls = {
  /** A kiosk or greeter takes a number. `takeId` made by the asker: asking twice takes one ticket. */
  'queue.take': call({
    kind: 'outside',
    role: 'anyone',
    input: z.strictObject({
      queue: QueueCode,
      itemCode: z.string().max(50).optional(),
      priority: Priority.optional(),
      /** Certificate number, only compared as a keyed hash, never stored. */
      personNumber: z.string().max(40).optional(),
      takeId: z.uuid().optional(),
      /** Answers that were kept by `guidance.keep`. */
      guidanceId: z.uuid().optional(),
    }),
    output: z.strictObject({ ticket: Ticket, ahead: z.int().nonnegative() }),
    refusals: ['no-such-queue', 'no-such-item', 'already-waiting', 'numbers-used-up'],
  }),

  'queue.view': call({ kind: 'outside', role: 'signed-in', input: Nothing, output: QueueView, refusals: [] }),

  /** For the public display: number and window only. */
  'queue.display': call({
    kind: 'outside',
    role: 'anyone',
    input: Nothing,
    output: DisplayView,
    refusals: [],
  }),

  /** The ticket that waits today for the person whose card lies on the reader; null when there is none. */
  'queue.ticket-of-card': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ readingId: z.string() }),
    output: z.strictObject({ ticket: Ticket.nullable() }),
    refusals: ['reading-gone'],
  }),

  'queue.call-next': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ callId: z.uuid().optional() }),
    output: Ticket,
    refusals: ['nobody-waiting', 'ticket-in-hand'],
  }),

  /** 指定叫号. Out of turn needs a written reason (invariant 13). */
  'queue.call': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ ticketId: TicketId, reason: Reason }),
    output: Ticket,
    refusals: ['no-such-ticket', 'ticket-in-hand', 'not-waiting', 'not-served-here'],
  }),

  'queue.recall': call({
    kind: 'outside',
    role: 'clerk',
    input: Nothing,
    output: Ticket,
    refusals: ['no-ticket-in-hand', 'already-arrived'],
  }),

  'queue.arrive': call({
    kind: 'outside',
    role: 'clerk',
    input: Nothing,
    output: Ticket,
    refusals: ['no-ticket-in-hand', 'already-arrived'],
  }),

  'queue.pass': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ reason: Reason }),
    output: Ticket,
    refusals: ['no-ticket-in-hand', 'already-arrived', 'call-again-first'],
  }),

  /** A passed citizen is back: once, the same day. */
  'queue.requeue': call({
    kind: 'outside',
    role: 'signed-in',
    input: z.strictObject({ ticketId: TicketId }),
    output: Ticket,
    refusals: ['no-such-ticket', 'not-passed', 'already-returned-once', 'not-today'],
  }),

  'queue.hold': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ reason: Reason }),
    output: Ticket,
    refusals: ['no-ticket-in-hand', 'not-serving'],
  }),

  'queue.resume': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ ticketId: TicketId }),
    output: Ticket,
    refusals: ['no-such-ticket', 'ticket-in-hand', 'not-held', 'held-elsewhere'],
  }),

  /**
   * 转号: to another queue or window, keeping the time it was taken. Defaults to the ticket in hand. Its visit goes
   * along as it is: drafts, people, pages, values, answers. `note` is for the clerk who calls it.
   */
  'queue.transfer': call({
    kind: 'outside',
    role: 'signed-in',
    input: z.strictObject({
      ticketId: TicketId.optional(),
      toQueue: QueueCode.optional(),
      toWindow: WindowNumber.optional(),
      reason: Reason,
      note: TransferNote.nullable().default(null),
    }),
    output: Ticket,
    refusals: ['no-such-ticket', 'no-ticket-in-hand', 'no-such-queue', 'nowhere-to-go', 'cannot-move-now'],
  }),

  /** 办结. Every case of the visit must have an outcome or be discarded. */
  'queue.finish': call({
    kind: 'outside',
    role: 'clerk',
    input: Nothing,
    output: Ticket,
    refusals: ['no-ticket-in-hand', 'not-serving', 'case-open'],
  }),

  'queue.cancel': call({
    kind: 'outside',
    role: 'signed-in',
    input: z.strictObject({ ticketId: TicketId, reason: Reason }),
    output: Ticket,
    refusals: ['no-such-ticket', 'not-waiting'],
  }),

  /** 留下的草稿: visits with drafts whose ticket nobody will call any more. */
  'queue.left': call({
    kind: 'outside',
    role: 'clerk',
    input: Nothing,
    output: z.array(LeftVisit),
    refusals: [],
  }),

  /** 接着办: what a visit left goes on under the ticket in hand, when the same person is here. */
  'queue.take-up-left': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ leftId: VisitId }),
    output: Nothing,
    refusals: ['no-such-visit', 'not-serving', 'begun-already', 'identity-first', 'other-person'],
  }),

  /** Throws away what a visit left; nobody comes back for it. */
  'queue.drop-left': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ leftId: VisitId, reason: Reason }),
    output: Nothing,
    refusals: ['no-such-visit', 'part-of-bundle'],
  }),

  /** 无号办理: a ticket taken, called and arrived at once, for a citizen already at the window. */
  'queue.walk-in': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ queue: QueueCode }),
    output: Ticket,
    refusals: ['no-such-queue', 'ticket-in-hand', 'numbers-used-up'],
  }),
} as const;
