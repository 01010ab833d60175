import { z } from 'zod';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import type { NoticeKind } from '#contract/shapes/notice.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const ADD = 'INSERT INTO notice_template (kind, version, json) VALUES (@kind, @version, @json)';
const BY_KIND = 'SELECT json FROM notice_template WHERE kind = @kind';

const Kept = z
  .strictObject({ json: z.string() })
  .transform(({ json }) => NoticeTemplate.parse(JSON.parse(json)));
const MaybeKept = Kept.nullable();

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

/** The wording that the package in force brings for this kind of paper, or null: the product's own counts. */
export function templateInForce(db: Reader, kind: NoticeKind): NoticeTemplate | null {
  return MaybeKept.parse(one(db, BY_KIND, { kind }));
}
