import { z } from 'zod';

/** A calendar day in the hall's time zone, `YYYY-MM-DD`. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.output<typeof Day>;

/** A moment, milliseconds since 1970 UTC. */
export const Moment = z.int().nonnegative();
