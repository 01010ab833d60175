import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { QueryAnswer } from '#contract/shapes/material.ts';
import type { OutsideBench } from '../answering.ts';
import { gatherCase, type WholeCase } from '../intake/case-whole.ts';
import type { CaseRecord } from '../store/cases.ts';
import { type AnsweredQuery, askSource } from './ask-source.ts';
import { keepAnswer } from './keep-answer.ts';
import { type NoQuestion, type ReadyQuestion, sourceQuestion, type Wish } from './source-question.ts';

/** Asks a source instead of a paper and keeps what it said; null when it was asked, else why not. */
export async function askInstead(
  bench: OutsideBench,
  record: CaseRecord,
  wish: Wish,
): Promise<NoQuestion | 'copy-in-use' | null> {
  const whole = gatherCase(bench, record);
  const paper = whole.materials.find(({ id }) => id === wish.materialId);
  if (!paper) return 'no-such-material';
  if (paper.route === 'reuse') return 'copy-in-use';
  const ready = sourceQuestion(bench, whole, wish);
  if (typeof ready === 'string') return ready;
  bench.about(record.id, ready.question.purpose);
  const answered = await askSource(bench.parts.sources, ready, bench.today);
  keep(bench, whole, paper, ready, answered);
  tellChanged(bench, record);
  return null;
}

/**
 * Asks again whatever is to be asked again, all at once and on the basis it was asked before: a clerk waits for the
 * slowest source and not for their sum.
 *
 * @param only these papers; null: all of them
 * @returns what each source said; null when there was nothing to ask
 *
 * @source domain.md 4.4 “recheck when back”, 12.1 F17
 */
export async function askAgain(
  bench: OutsideBench,
  record: CaseRecord,
  only: ReadonlySet<string> | null = null,
): Promise<readonly QueryAnswer[] | null> {
  const isDue = ({ id, recheck }: CaseMaterial) => recheck && (only === null || only.has(id));
  if (!gatherCase(bench, record).materials.some(isDue)) return null;
  return askThese(bench, record, isDue);
}

/** Asks again about these papers of a case, whatever day they were asked about. */
export async function askThese(
  bench: OutsideBench,
  record: CaseRecord,
  isWanted: (paper: CaseMaterial) => boolean,
): Promise<readonly QueryAnswer[]> {
  const whole = gatherCase(bench, record);
  const answers = await Promise.all(
    whole.materials.filter(isWanted).map(async (paper) => again(bench, whole, paper)),
  );
  const said = answers.filter((answer) => answer !== null);
  if (said.length > 0) tellChanged(bench, record);
  return said;
}

/** Null when it may not be asked any more: the citizen said no, or the paper is not asked for. */
async function again(
  bench: OutsideBench,
  whole: WholeCase,
  paper: CaseMaterial,
): Promise<QueryAnswer | null> {
  if (!paper.query) return null;
  const { kind, basis, identifier, askedBy } = paper.query;
  const ready = sourceQuestion(bench, whole, { materialId: paper.id, kind, basis, identifier, askedBy });
  if (typeof ready === 'string') return null;
  const answered = await askSource(bench.parts.sources, ready, bench.today);
  keep(bench, whole, paper, ready, answered);
  return answered.query.answer;
}

function keep(
  bench: OutsideBench,
  whole: WholeCase,
  paper: CaseMaterial,
  { holder }: ReadyQuestion,
  answered: AnsweredQuery,
): void {
  const terms = { holder, today: bench.today, site: bench.parts.site.site };
  bench.record((db) => keepAnswer(db, whole.record.id, paper, answered, whole.form, terms));
}

function tellChanged({ parts }: OutsideBench, { id, visitId }: CaseRecord): void {
  parts.announce('case.changed', { caseId: id });
  parts.announce('visit.changed', { visitId });
}
