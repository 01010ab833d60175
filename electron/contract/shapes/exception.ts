import { z } from 'zod';
import { Day } from './day.ts';

/**
 * What keeps something off the net (孤网例外): a source that is not connected, an item that is not done online, a
 * department's own system into which a case is typed once more.
 */
export const ExceptionKind = z.enum(['source', 'item', 'system']);

/** Who answers for an exception, and until when it may stand. Written into site.json. */
export const DeclaredException = z.strictObject({
  kind: ExceptionKind,
  /** Code of the query, implementation code of the item, or the department's key in the catalogue. */
  about: z.string().min(1),
  owner: z.string().min(1),
  until: Day,
});

/** missing: nobody answers for it, or no end is set · overdue: its end has passed · running: it may still stand */
export const ExceptionStanding = z.enum(['missing', 'overdue', 'running']);

export const NetException = z.strictObject({
  kind: ExceptionKind,
  about: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** Why it is one, in the words of whoever said so; null: nobody did. */
  why: z.string().nullable(),
  owner: z.string().nullable(),
  until: Day.nullable(),
  standing: ExceptionStanding,
});

export const ExceptionList = z.strictObject({
  /** What needs somebody first comes first. */
  lines: z.array(NetException),
  /** More items than a list can hold. */
  leftOff: z.int().nonnegative(),
  /** Declared for something that is no exception any more: to be taken out of site.json. */
  settled: z.array(DeclaredException),
  /** Cases accepted while the line was down, since the first of this month and today. */
  acceptedOffline: z.strictObject({ month: z.int().nonnegative(), today: z.int().nonnegative() }),
});

export type ExceptionKind = z.output<typeof ExceptionKind>;
export type DeclaredException = z.output<typeof DeclaredException>;
export type ExceptionStanding = z.output<typeof ExceptionStanding>;
export type NetException = z.output<typeof NetException>;
export type ExceptionList = z.output<typeof ExceptionList>;
