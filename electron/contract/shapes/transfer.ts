import { z } from 'zod';
import { Day, Moment } from './day.ts';
import { QueueCode, TicketState } from './ticket.ts';

/** What goes along from clerk to clerk, beyond the reason. */
export const TransferNote = z.string().trim().min(2).max(300);

/** 转号 of a citizen at the window: who sent the visit on, from which queue, why, and with how many drafts. */
export const VisitTransfer = z.strictObject({
  atMs: Moment,
  clerk: z.string(),
  fromQueue: QueueCode,
  reason: z.string(),
  note: z.string().nullable(),
  carried: z.int().nonnegative(),
});

/** A visit with drafts whose ticket nobody will call any more. */
export const LeftVisit = z.strictObject({
  leftId: z.uuid().brand<'VisitId'>(),
  ticketNumber: z.string(),
  day: Day,
  /** How the ticket ended. */
  ended: TicketState,
  /** Masked. */
  applicantName: z.string().nullable(),
  /** Somebody of it was read at this window now. */
  isHere: z.boolean(),
  items: z.array(z.strictObject({ nameZh: z.string(), nameEn: z.string() })),
  transfer: VisitTransfer.nullable(),
});

export type LeftVisit = z.output<typeof LeftVisit>;
export type VisitTransfer = z.output<typeof VisitTransfer>;
