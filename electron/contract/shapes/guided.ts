import { z } from 'zod';
import { Moment } from './day.ts';
import { ItemCode } from './item.ts';

/** Number of an application begun on the web: pre-check (预审) or application number, as the platform wrote it. */
export const OnlineNumber = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z][0-9A-Za-z-]{5,49}$/);

/** Guidance that came with a ticket. Nothing of it names a person. */
export const TicketGuidance = z.strictObject({
  id: z.uuid(),
  /** Null where a whole bundle was asked about. */
  itemCode: ItemCode.nullable(),
  /** Of the catalogue. */
  bundleId: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  answered: z.int().nonnegative(),
  onlineNumber: OnlineNumber.nullable(),
  madeAtMs: Moment,
  madeBy: z.string(),
  /** A case or a bundle was opened with it. */
  used: z.boolean(),
});

/** Questions of a case that were answered before the ticket was called. */
export const Guided = z.strictObject({
  situations: z.array(z.string()),
  madeAtMs: Moment,
  madeBy: z.string(),
});

export type OnlineNumber = z.output<typeof OnlineNumber>;
export type TicketGuidance = z.output<typeof TicketGuidance>;
export type Guided = z.output<typeof Guided>;
