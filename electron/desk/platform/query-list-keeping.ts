import type { Writer } from '#native/sqlite/database.ts';
import type { Log } from '../log.ts';
import { keepSharedQueries } from '../store/shared-queries.ts';
import type { Province } from './province.ts';

export interface QueryListKeeping {
  /** Asks the platform when it is time and the line is open; otherwise does nothing. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 60 * 60_000;
const AGAIN_AFTER_TROUBLE_MS = 5 * 60_000;

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
}): QueryListKeeping {
  let notBeforeMs = 0;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    notBeforeMs = nowMs() + AGAIN_AFTER_TROUBLE_MS;
    const heard = await province.listQueries();
    if (heard.answer !== 'listed') return;
    db.transaction(() => keepSharedQueries(db, heard.queries))();
    notBeforeMs = nowMs() + EVERY_MS;
  }

  return {
    look: () => {
      if (asking || nowMs() < notBeforeMs || !lineIsOpen()) return;
      asking = ask().finally(() => {
        asking = null;
      });
      asking.catch((thrown: unknown) => {
        log('error', 'query-list-not-kept', { word: thrown instanceof Error ? thrown.name : 'unknown' });
      });
    },
    stop: async () => {
      notBeforeMs = Number.POSITIVE_INFINITY;
      await asking;
    },
  };
}
