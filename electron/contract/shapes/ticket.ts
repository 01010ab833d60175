import { z } from 'zod';
import { Day, Moment } from './day.ts';

/** A queue (业务): `A` general, `P` personal affairs, `E` enterprise, `H` housing fund. */
export const QueueCode = z
  .string()
  .regex(/^[A-Z]{1,2}$/)
  .brand<'QueueCode'>();
export const TicketId = z.uuid().brand<'TicketId'>();
export const WindowNumber = z.int().min(1).max(999).brand<'WindowNumber'>();

export const TicketState = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'passed',
  'done',
  'cancelled',
  'expired',
]);

/** Why a ticket stands before an ordinary one. Hall rules, shown to everybody. */
export const Priority = z.enum(['none', 'elderly', 'disabled', 'pregnant', 'soldier', 'emergency']);

/** Why a ticket stands where it stands; every place in the list can be explained. */
export const PlaceReason = z.enum(['first-come', 'priority', 'transferred', 'returned']);

export const Ticket = z.strictObject({
  id: TicketId,
  /** As printed and called: prefix, queue, three digits. Repeats every day. */
  number: z.string(),
  day: Day,
  queue: QueueCode,
  /** The item the citizen named when taking the ticket, if any. */
  itemCode: z.string().nullable(),
  itemNameZh: z.string().nullable(),
  itemNameEn: z.string().nullable(),
  state: TicketState,
  priority: Priority,
  takenAtMs: Moment,
  calledAtMs: Moment.nullable(),
  arrivedAtMs: Moment.nullable(),
  endedAtMs: Moment.nullable(),
  callCount: z.int().nonnegative(),
  /** The window that called, serves or holds it; for a waiting ticket the one it was transferred to. */
  window: WindowNumber.nullable(),
  clerk: z.string().nullable(),
  /** The last written reason: called out of order, passed, held, transferred. */
  reason: z.string().nullable(),
  returnedOnce: z.boolean(),
  /** What a greeter asked before it was taken (导办). */
  guidanceId: z.uuid().nullable(),
});

/** A waiting ticket with the reason of its place. `waitedMs` is measured on the board's clock. */
export const WaitingTicket = z.strictObject({
  ticket: Ticket,
  placeReason: PlaceReason,
  waitedMs: z.int().nonnegative(),
});

/** Cases without an outcome that lie with a ticket that is not in hand. */
export const CarriedDrafts = z.strictObject({ ticketId: TicketId, drafts: z.int().positive() });

/** The queue as one window sees it on the board. */
export const BoardView = z.strictObject({
  window: WindowNumber,
  inHand: Ticket.nullable(),
  waiting: z.array(WaitingTicket),
  held: z.array(Ticket),
  passed: z.array(Ticket),
  /** Queues this window may call. */
  served: z.array(QueueCode),
  doneToday: z.int().nonnegative(),
  /** The board's clock when this was read. */
  readAtMs: Moment,
});

/** The queue with what lies in this window's case file. */
export const QueueView = BoardView.extend({ carried: z.array(CarriedDrafts) });

/** One line of the public display: number and window, never an item or a name. */
export const CallLine = z.strictObject({
  number: z.string(),
  window: WindowNumber,
  calledAtMs: Moment,
  state: TicketState,
});

export const DisplayView = z.strictObject({
  hallName: z.string(),
  current: CallLine.nullable(),
  calls: z.array(CallLine),
  queues: z.array(
    z.strictObject({
      queue: QueueCode,
      nameZh: z.string(),
      nameEn: z.string(),
      waiting: z.int().nonnegative(),
    }),
  ),
  readAtMs: Moment,
});

export type QueueCode = z.output<typeof QueueCode>;
export type TicketId = z.output<typeof TicketId>;
export type WindowNumber = z.output<typeof WindowNumber>;
export type TicketState = z.output<typeof TicketState>;
export type Priority = z.output<typeof Priority>;
export type PlaceReason = z.output<typeof PlaceReason>;
export type Ticket = z.output<typeof Ticket>;
export type WaitingTicket = z.output<typeof WaitingTicket>;
export type CarriedDrafts = z.output<typeof CarriedDrafts>;
export type BoardView = z.output<typeof BoardView>;
export type QueueView = z.output<typeof QueueView>;
export type CallLine = z.output<typeof CallLine>;
export type DisplayView = z.output<typeof DisplayView>;
