import type { CaseId, MaterialRoute } from '#contract/shapes/case.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { LICENCE_STATUSES } from '#rules/intake/query-answers.ts';
import type { WholeForm } from '../form/gather-form.ts';
import { caseById } from '../store/cases.ts';
import { keepQuery } from '../store/material-queries.ts';
import { materialsOf, provideMaterial } from '../store/materials.ts';
import { countUnknownCode } from '../store/unknown-codes.ts';
import type { AnsweredQuery } from './ask-source.ts';
import { keepSourceWords, type SourceTerms } from './source-words.ts';

/** Ways that a good answer takes the place of; a paper that lies here stays what it is. */
const GIVES_WAY: ReadonlySet<MaterialRoute> = new Set(['licence', 'shared-data', 'commitment', 'later']);

/**
 * Keeps a query with its answer, whatever became of the case meanwhile, and lets a good answer stand for the paper
 * while papers are still taken. What it says of facts the form asks for is kept as that source's word.
 */
export function keepAnswer(
  db: Writer,
  caseId: CaseId,
  paper: { readonly id: string; readonly nameZh: string },
  { query, values }: AnsweredQuery,
  form: WholeForm,
  terms: SourceTerms,
): void {
  keepQuery(db, { caseId, materialId: paper.id, query });
  const { status: code, askedAtMs: atMs } = query;
  if (code !== null && !LICENCE_STATUSES.has(code))
    countUnknownCode(db, { table: 'licence-status', code, atMs });
  const record = caseById(db, caseId);
  if (query.answer !== 'found' || !record || !takesPapers(record.state)) return;
  keepSourceWords(db, form, { query, values }, terms);
  const here = materialsOf(db, caseId).get(paper.id);
  if (here && !GIVES_WAY.has(here.route)) return;
  provideMaterial(
    db,
    caseId,
    {
      materialId: paper.id,
      paperName: paper.nameZh,
      route: query.kind,
      originalsTaken: 0,
      copiesTaken: 0,
      checkedAgainstOriginal: false,
      checkedAtMs: null,
      checkedBy: null,
      checkedWindow: null,
      fileHash: null,
      dueOn: null,
      queryId: query.id,
      reusedReceipt: null,
      watermark: null,
      providedAtMs: query.askedAtMs,
    },
    query.askedBy,
  );
}
