import { z } from 'zod';
import type { Day } from '#contract/shapes/day.ts';
import { one, type Reader } from '#native/sqlite/database.ts';

const COUNT = `SELECT count(*) AS month, coalesce(sum(accepted_on = @today), 0) AS today
  FROM case_file WHERE accepted_offline = 1 AND accepted_on >= @monthStart`;
const Counted = z.strictObject({ month: z.int(), today: z.int() });

/** Cases accepted while the line was down: since the first of this month, and today. */
export function acceptedOffline(
  db: Reader,
  days: { readonly monthStart: string; readonly today: Day },
): z.output<typeof Counted> {
  return Counted.parse(one(db, COUNT, { ...days }));
}
