import { z } from 'zod';
import { Bundle } from '#contract/shapes/bundle.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const KEEP = `INSERT INTO bundle_version (id, version, json, loaded_at_ms)
  VALUES (@id, @version, @json, @atMs)
  ON CONFLICT (id, version) DO UPDATE SET json = excluded.json, loaded_at_ms = excluded.loaded_at_ms`;
const PUT_IN_FORCE = `INSERT INTO bundle_in_force (place, id, version)
  VALUES ((SELECT coalesce(max(place), 0) + 1 FROM bundle_in_force), @id, @version)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version`;
const IN_FORCE = `SELECT json FROM bundle_in_force AS force
  JOIN bundle_version AS kept ON kept.id = force.id AND kept.version = force.version`;
const ALL = `${IN_FORCE} ORDER BY place`;
const BY_ID = `${IN_FORCE} WHERE force.id = @id`;

const Kept = z.strictObject({ json: z.string() }).transform(({ json }) => Bundle.parse(JSON.parse(json)));

/** Puts these bundles in force: instead of those before, or beside those that are not named. Earlier versions stay. */
export function putBundlesInForce(
  db: Writer,
  bundles: readonly Bundle[],
  atMs: number,
  covers: 'all' | 'named',
): void {
  if (covers === 'all') run(db, 'DELETE FROM bundle_in_force');
  for (const bundle of bundles) {
    const { id, version } = bundle;
    run(db, KEEP, { id, version, json: JSON.stringify(bundle), atMs });
    run(db, PUT_IN_FORCE, { id, version });
  }
}

export function bundlesInForce(db: Reader): readonly Bundle[] {
  return Kept.array().parse(all(db, ALL));
}

export function bundleInForce(db: Reader, id: string): Bundle | null {
  return Kept.nullable().parse(one(db, BY_ID, { id }));
}
