import { z } from 'zod';
import { Moment } from './day.ts';
import { QueueCode } from './ticket.ts';

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

export type VisitTransfer = z.output<typeof VisitTransfer>;
