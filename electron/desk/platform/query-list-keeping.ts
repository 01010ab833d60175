import type { Writer } from '#native/sqlite/database.ts';
import type { Log } from '../log.ts';
import { keepSharedQueries } from '../store/shared-queries.ts';
import { askHourly, type HourlyAsking } from './asking-hourly.ts';
import type { Province } from './province.ts';

/**
 * Keeps the list of the queries this hall may ask, so that a clerk sees which source answers and which paper is needed
 * because its system is not connected, also while the line is cut.
 *
 * @source domain.md 12.1 F08
 */
export function keepQueryList({
  province,
  db,
  lineIsOpen,
  nowMs,
  log,
}: {
  readonly province: Province;
  readonly db: Writer;
  readonly lineIsOpen: () => boolean;
  readonly nowMs: () => number;
  readonly log: Log;
}): HourlyAsking {
  return askHourly({
    ask: async () => {
      const heard = await province.listQueries();
      if (heard.answer !== 'listed') return false;
      db.transaction(() => keepSharedQueries(db, heard.queries))();
      return true;
    },
    lineIsOpen,
    nowMs,
    failed: (thrown) => {
      log('error', 'query-list-not-kept', { word: thrown instanceof Error ? thrown.name : 'unknown' });
    },
  });
}
