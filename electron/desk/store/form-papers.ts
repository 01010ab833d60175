import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { NoticeId } from '#contract/shapes/notice.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson } from './parties.ts';

/** An answer as the paper printed it. */
const KeptLine = z.strictObject({
  meaning: Meaning,
  sectionZh: z.string(),
  sectionEn: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  value: z.string(),
  shownZh: z.string(),
  shownEn: z.string(),
  source: FormSource,
  asOf: Day,
});
type KeptLine = z.output<typeof KeptLine>;

const Paper = z.strictObject({ noticeId: NoticeId, valuesHash: z.string() });
const MaybePaper = Paper.nullable();
const MaybeLines = z.strictObject({ lines: inJson(KeptLine.array()) }).nullable();
const MaybeObjection = z.strictObject({ meanings: inJson(Meaning.array()) }).nullable();
const Cases = z.strictObject({ caseId: CaseId, valuesHash: z.string() }).array();

const ADD = 'INSERT INTO form_paper (notice_id, lines) VALUES (@noticeId, @lines)';
const ADD_CASE = `INSERT INTO form_paper_case (case_id, notice_id, values_hash)
  VALUES (@caseId, @noticeId, @valuesHash)`;
const NEWEST = `SELECT notice_id AS noticeId, values_hash AS valuesHash FROM form_paper_case
  WHERE case_id = @caseId ORDER BY notice_id DESC LIMIT 1`;
const LINES = 'SELECT lines FROM form_paper WHERE notice_id = @noticeId';
const CASES = `SELECT case_id AS caseId, values_hash AS valuesHash FROM form_paper_case WHERE notice_id = @noticeId`;
const OBJECT = 'INSERT INTO form_objection (notice_id, meanings, at_ms) VALUES (@noticeId, @meanings, @atMs)';
const OBJECTED = `SELECT meanings FROM form_objection WHERE notice_id = @noticeId ORDER BY seq DESC LIMIT 1`;

/** Keeps what a form paper says, and for each of its cases the hash of what it says for that case. */
export function addFormPaper(
  db: Writer,
  noticeId: NoticeId,
  lines: readonly KeptLine[],
  cases: readonly { readonly caseId: CaseId; readonly valuesHash: string }[],
): void {
  run(db, ADD, { noticeId, lines: JSON.stringify(lines) });
  for (const { caseId, valuesHash } of cases) run(db, ADD_CASE, { caseId, noticeId, valuesHash });
}

/** The newest form paper of a case; null where none was made. */
export function newestFormPaper(db: Reader, caseId: CaseId): z.output<typeof Paper> | null {
  return MaybePaper.parse(one(db, NEWEST, { caseId }));
}

/** What a form paper says, line by line; null for a paper of another kind. */
export function formPaperLines(db: Reader, noticeId: NoticeId): KeptLine[] | null {
  return MaybeLines.parse(one(db, LINES, { noticeId }))?.lines ?? null;
}

export function casesOfFormPaper(db: Reader, noticeId: NoticeId): z.output<typeof Cases> {
  return Cases.parse(all(db, CASES, { noticeId }));
}

/** The citizen said which answers are not right. */
export function addFormObjection(
  db: Writer,
  noticeId: NoticeId,
  meanings: readonly Meaning[],
  atMs: number,
): void {
  run(db, OBJECT, { noticeId, meanings: JSON.stringify(meanings), atMs });
}

export function formObjection(db: Reader, noticeId: NoticeId): readonly Meaning[] {
  return MaybeObjection.parse(one(db, OBJECTED, { noticeId }))?.meanings ?? [];
}
