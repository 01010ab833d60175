import type { CaseId } from '#contract/shapes/case.ts';
import type { QueryAnswer } from '#contract/shapes/material.ts';
import type { OutsideBench } from '../answering.ts';
import { caseById } from '../store/cases.ts';
import { wordsOfVisit } from '../store/form-values.ts';
import { queriesOf } from '../store/material-queries.ts';
import { askThese } from './query-paper.ts';

/**
 * 动态更新: asks the sources of a form again, all at once, each on the basis it was asked before. Only those that filled
 * something in are asked: a paper that brought nothing into the form is asked at the papers.
 *
 * @returns what each of them said; empty when none of them filled anything in, or none may be asked any more
 * @source domain.md 12.3 F44, 4.5 (最小必要)
 */
export async function askForForm(
  bench: OutsideBench,
  caseIds: readonly CaseId[],
): Promise<readonly QueryAnswer[]> {
  const answers = await Promise.all(caseIds.map((caseId) => askOfCase(bench, caseId)));
  return answers.flat();
}

async function askOfCase(bench: OutsideBench, caseId: CaseId): Promise<readonly QueryAnswer[]> {
  const record = caseById(bench.db, caseId);
  if (!record) return [];
  const filledAt = new Set(
    wordsOfVisit(bench.db, record.visitId).map((word) => `${word.source} ${word.atMs}`),
  );
  const queries = queriesOf(bench.db, caseId);
  return askThese(bench, record, ({ id }) =>
    (queries.get(id) ?? []).some(({ kind, askedAtMs }) => filledAt.has(`${kind} ${askedAtMs}`)),
  );
}
