import type { z } from 'zod';
import type { bundlesCalls } from '#contract/calls/bundles.ts';
import { poolQuestions } from '#rules/bundles/questions.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import type { WriteBench } from '../answering.ts';
import { provide } from '../intake/provide.ts';
import { saveAnswers } from '../store/cases.ts';
import type { OpenBundle } from '../store/open-bundles.ts';
import { poolOf } from './bundle-view.ts';
import { sharePaper } from './share-papers.ts';
import { gatherBundle } from './whole-bundle.ts';

type Provided = z.output<(typeof bundlesCalls)['bundles.provide']['input']>;

/** Records how a paper of the pool came, for every open case it serves, or takes it back from all of them. */
export function providePool(bench: WriteBench, open: OpenBundle, wish: Provided) {
  const whole = gatherBundle(bench, open);
  const paper = poolOf(bench, whole).find(({ id }) => id === wish.paperId);
  if (!paper) return 'no-such-material' as const;
  const records = whole.steps.flatMap(({ step, record }) =>
    record && takesPapers(record.state) && paper.cells.some(({ itemCode }) => itemCode === step.itemCode)
      ? [record]
      : [],
  );
  const [first] = records;
  if (!first) return 'already-decided' as const;
  let barred: ReturnType<typeof provide> = null;
  for (const record of records) {
    const cell = paper.cells.find(({ itemCode }) => itemCode === record.item.code);
    // What the chip proved needs no paper; it is not asked for twice.
    if (!cell || (wish.route !== null && cell.route === 'card')) continue;
    const isPaper = wish.route === 'paper';
    barred = provide(bench, record, {
      caseId: record.id,
      materialId: paper.materialId,
      route: wish.route,
      // An original lies in one place: a case that only looks at it has seen it, and does not hold it.
      originalsTaken: isPaper ? cell.keeps : 0,
      copiesTaken: isPaper ? cell.copies : 0,
      checkedAgainstOriginal: isPaper,
      fileHash: null,
      dueOn: wish.dueOn,
    });
    if (barred) return barred;
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId: record.id }));
  }
  sharePaper(bench, first.id, paper.materialId, wish.route === null ? 'everywhere' : 'beside');
  return null;
}

/** Answers a question in every open case that asks it. */
export function answerPool(
  bench: WriteBench,
  open: OpenBundle,
  { questionId, optionId }: { readonly questionId: string; readonly optionId: string | null },
) {
  const cases = gatherBundle(bench, open).steps.flatMap(({ record }) =>
    record && takesPapers(record.state) ? [record] : [],
  );
  const question = poolQuestions(
    cases.map(({ item, answers }) => ({ itemCode: item.code, situations: situationsAsked(item), answers })),
  ).find(({ id }) => id === questionId);
  if (!question) return 'no-such-situation' as const;
  if (optionId !== null && question.options.every(({ id }) => id !== optionId)) {
    return 'no-such-situation' as const;
  }
  for (const { id, item, answers } of cases) {
    if (!question.itemCodes.includes(item.code)) continue;
    const { [question.situationId]: _before, ...others } = answers;
    saveAnswers(bench.db, id, optionId === null ? others : { ...others, [question.situationId]: optionId });
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId: id }));
  }
  return null;
}
