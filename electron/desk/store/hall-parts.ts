import { z } from 'zod';
import { Bundle } from '#contract/shapes/bundle.ts';
import type { HallPart } from '#contract/shapes/catalogue.ts';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { onShelf, shelfInForce } from './shelves.ts';

/** A bundle or a template as another hall gave it. */
export type GivenPart =
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'template'; readonly template: NoticeTemplate };

const KNOWN = 'SELECT json FROM hall_part WHERE kind = @kind AND key = @key AND from_hall = @fromHall';
const ADD = `INSERT INTO hall_part (id, kind, key, version, json, from_hall, by, at_ms)
  VALUES (@id, @kind, @key, @version, @json, @fromHall, @by, @atMs)
  ON CONFLICT (kind, key, from_hall) DO UPDATE SET id = excluded.id, version = excluded.version,
    json = excluded.json, by = excluded.by, at_ms = excluded.at_ms, adopted = 0`;
const LIST = `SELECT id, kind, key, version, json, from_hall AS fromHall, by, at_ms AS atMs, adopted,
    CASE kind
      WHEN 'bundle' THEN EXISTS (SELECT 1 FROM bundle_in_force AS force WHERE force.id = key)
      ELSE EXISTS (SELECT 1 FROM notice_template AS own WHERE own.kind = key)
    END AS ours
  FROM hall_part ORDER BY at_ms DESC, from_hall, kind, key`;
const GIVE_UP = `UPDATE hall_part SET adopted = 0 WHERE adopted = 1
  AND (kind, key) = (SELECT kind, key FROM hall_part WHERE id = @id)`;
const ADOPT = 'UPDATE hall_part SET adopted = 1 WHERE id = @id';
const ADOPTED = `SELECT hall_part.json, from_hall AS fromHall FROM hall_part
  WHERE kind = 'bundle' AND adopted = 1
    AND NOT EXISTS (SELECT 1 FROM bundle_in_force AS force WHERE force.id = key)
    AND NOT EXISTS (
      SELECT 1 FROM json_each(hall_part.json, '$.steps') AS step
      WHERE NOT EXISTS (
        SELECT 1 FROM item_in_force WHERE code = json_extract(step.value, '$.itemCode')))
  ORDER BY at_ms, key`;

const Json = z.strictObject({ json: z.string() }).nullable();
const Row = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['bundle', 'template']),
    key: z.string(),
    version: z.int(),
    json: z.string(),
    fromHall: z.string(),
    by: z.string(),
    atMs: z.int(),
    adopted: z.int(),
    ours: z.int(),
  })
  .transform(({ json, adopted, ours, ...row }): HallPart => {
    const standing = ours === 1 ? 'ours-stands' : adopted === 1 ? 'adopted' : 'offered';
    return { ...row, ...nameOf(row.kind, JSON.parse(json)), standing };
  });
const Adopted = z.array(
  z
    .strictObject({ json: z.string(), fromHall: z.string() })
    .transform(({ json, fromHall }) => ({ bundle: Bundle.parse(JSON.parse(json)), fromHall })),
);

function nameOf(kind: HallPart['kind'], part: unknown): Pick<HallPart, 'nameZh' | 'nameEn'> {
  if (kind === 'bundle') {
    const { nameZh, nameEn } = Bundle.parse(part);
    return { nameZh, nameEn };
  }
  const { title } = NoticeTemplate.parse(part);
  return { nameZh: title, nameEn: null };
}

/** Lays a part of another hall beside our own; false when it is there already, word for word. A new wording is not adopted. */
export function addHallPart(
  db: Writer,
  part: GivenPart,
  about: { readonly id: string; readonly fromHall: string; readonly by: string; readonly atMs: number },
): boolean {
  const { kind } = part;
  const { key, version, json } =
    part.kind === 'bundle'
      ? { key: part.bundle.id, version: part.bundle.version, json: JSON.stringify(part.bundle) }
      : { key: part.template.kind, version: part.template.version, json: JSON.stringify(part.template) };
  const known = Json.parse(one(db, KNOWN, { kind, key, fromHall: about.fromHall }));
  if (known?.json === json) return false;
  run(db, ADD, { ...about, kind, key, version, json });
  return true;
}

/** Newest first. */
export function hallParts(db: Reader): HallPart[] {
  return Row.array().parse(all(db, LIST));
}

/** Adopts a part instead of any other hall's for the same, or gives it up. */
export function adoptPart(db: Writer, id: string, adopts: boolean): void {
  run(db, GIVE_UP, { id });
  if (adopts) run(db, ADOPT, { id });
}

/** Bundles adopted from other halls, all of whose items are in force here and which the platform does not bring itself. */
export function adoptedBundles(db: Reader): z.output<typeof Adopted> {
  return Adopted.parse(all(db, onShelf(shelfInForce(db), ADOPTED)));
}
