import { z } from 'zod';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { ListedQuery } from '../platform/province.ts';
import { inJson } from './parties.ts';

const COLUMNS = 'code, name_zh AS nameZh, system, organ, connected, wait_ms AS waitMs, fields';
const BY_CODE = `SELECT ${COLUMNS} FROM shared_query WHERE code = @code`;
const NOT_CONNECTED = `SELECT ${COLUMNS} FROM shared_query WHERE connected = 0 ORDER BY code`;
const ANY = 'SELECT code FROM shared_query LIMIT 1';
const ADD = `INSERT INTO shared_query (code, name_zh, system, organ, connected, wait_ms, fields)
  VALUES (@code, @nameZh, @system, @organ, @connected, @waitMs, @fields)`;

const Row = z.strictObject({
  code: z.string(),
  nameZh: z.string(),
  system: z.string(),
  organ: z.string(),
  connected: z.literal([0, 1]).transform((flag) => flag === 1),
  waitMs: z.int().positive(),
  fields: inJson(z.array(z.strictObject({ code: z.string(), nameZh: z.string() }))),
});
const Rows = Row.array();
const MaybeRow = Row.nullable();

/** A query the hall may ask, as the province listed it last; null: it is not in the list. */
export function sharedQuery(db: Reader, code: string): ListedQuery | null {
  return MaybeRow.parse(one(db, BY_CODE, { code }));
}

/** Whether the hall may ask this query: `unknown` while the province never listed what may be asked. */
export function connectionOf(db: Reader, code: string): 'connected' | 'not-connected' | 'unknown' {
  const listed = sharedQuery(db, code);
  if (listed) return listed.connected ? 'connected' : 'not-connected';
  return one(db, ANY) === null ? 'unknown' : 'not-connected';
}

/** Queries that the province lists and that no source answers yet. */
export function queriesNotConnected(db: Reader): ListedQuery[] {
  return Rows.parse(all(db, NOT_CONNECTED));
}

/** The list in force from now on. A query that is not in it any more is asked for no longer. */
export function keepSharedQueries(db: Writer, queries: readonly ListedQuery[]): void {
  run(db, 'DELETE FROM shared_query', {});
  for (const query of queries) {
    run(db, ADD, {
      ...query,
      connected: Number(query.connected),
      fields: JSON.stringify(query.fields),
    });
  }
}
