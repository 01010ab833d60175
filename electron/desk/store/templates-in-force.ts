import { z } from 'zod';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import type { NoticeKind } from '#contract/shapes/notice.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const ADD = 'INSERT INTO notice_template (kind, version, json) VALUES (@kind, @version, @json)';
/** What the platform brings comes before what was adopted from another hall. */
const BY_KIND = `SELECT coalesce(
    (SELECT json FROM notice_template WHERE kind = @kind),
    (SELECT json FROM hall_part WHERE kind = 'template' AND key = @kind AND adopted = 1)) AS json`;
const ALL = 'SELECT json FROM notice_template ORDER BY kind';

const Kept = z
  .strictObject({ json: z.string() })
  .transform(({ json }) => NoticeTemplate.parse(JSON.parse(json)));
const MaybeKept = z.strictObject({ json: z.string().nullable() });

/** These templates stand for the product's own; a kind that is not among them keeps its own wording. */
export function putTemplatesInForce(
  db: Writer,
  templates: readonly NoticeTemplate[],
  covers: 'all' | 'named',
): void {
  if (covers === 'all') run(db, 'DELETE FROM notice_template');
  for (const template of templates) {
    const { kind, version } = template;
    run(db, 'DELETE FROM notice_template WHERE kind = @kind', { kind });
    run(db, ADD, { kind, version, json: JSON.stringify(template) });
  }
}

/** The wordings of the package in force: none of another hall, none of the product's own. */
export function templatesInForce(db: Reader): readonly NoticeTemplate[] {
  return Kept.array().parse(all(db, ALL));
}

/**
 * The wording that the package in force brings for this kind of paper, else the one adopted from another hall, or null:
 * the product's own counts.
 */
export function templateInForce(db: Reader, kind: NoticeKind): NoticeTemplate | null {
  const { json } = MaybeKept.parse(one(db, BY_KIND, { kind }));
  return json === null ? null : NoticeTemplate.parse(JSON.parse(json));
}
