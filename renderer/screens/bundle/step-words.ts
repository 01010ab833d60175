import type { BundleStepView, BundleView } from '#contract/shapes/bundle-view.ts';
import type { CaseState } from '#contract/shapes/case.ts';
import type { IconName, Tone } from '../../components/icon.tsx';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** The number of a step in the picture, from 1. */
export function stepNo({ steps }: Pick<BundleView, 'steps'>, itemCode: string): number {
  return steps.findIndex((step) => step.itemCode === itemCode) + 1;
}

export function stepSign({ standing, case: one }: BundleStepView): readonly [IconName, Tone] {
  switch (standing) {
    case 'waits':
      return ['wait', 'indigo'];
    case 'under-way':
    case 'done':
      return ['ok', 'pine'];
    case 'ended':
      return ['stop', 'zhu'];
    case 'left-out':
      return ['none', 'dim'];
    case 'ready':
      break;
  }
  return one?.act ? ['arrow', 'qing'] : ['warn', 'amber'];
}

/** The second line of a step in the picture. */
export function stepSays(words: Words, view: BundleView, step: BundleStepView): string {
  const { bundle, sheet } = words;
  const { case: one } = step;
  switch (step.standing) {
    case 'left-out':
      return bundle.leaveOutWhy[step.leftOut?.reason ?? 'optional'];
    case 'waits':
      return step.stuck
        ? bundle.stuck
        : bundle.waitsFor(waitedNames(words, view, step), waitedSteps(view, step));
    case 'ended':
      return one && one.state !== 'received' ? sheet.deciding.states[one.state] : bundle.standings.ended;
    case 'done':
      return shownValues(step) || bundle.standings.done;
    case 'under-way':
      return [
        one ? stateWords(words, step, one.state) : '',
        one?.promisedDueOn ? bundle.due(dayWords(one.promisedDueOn, words)) : '',
      ]
        .filter(Boolean)
        .join(' · ');
    case 'ready':
      break;
  }
  return lacks(words, step) ?? readyWords(words, step);
}

/** What a step still lacks, the first thing first; null when nothing stands against it. */
export function lacks(words: Words, { case: one }: BundleStepView): string | null {
  if (!one || one.act) return null;
  const { bar } = words.bundle;
  if (one.questionsOpen > 0) return bar.questions(one.questionsOpen);
  if (one.missing > 0) return bar.papers(one.missing);
  if (one.form.open + one.form.wrong + one.form.differing > 0) {
    return bar.form(one.form.open + one.form.wrong + one.form.differing);
  }
  const known: Readonly<Record<string, string>> = words.sheet.deciding.because;
  return known[one.because ?? ''] ?? '';
}

/** What a waiting step waits for: what the steps before it make. */
export function waitedNames(words: Words, view: BundleView, { waitsFor }: BundleStepView): string {
  return waitsFor
    .flatMap(({ itemCode }) => view.steps.find((step) => step.itemCode === itemCode)?.resultName ?? [])
    .join(words.sheet.intake.listMark);
}

/** The same by their numbers in the picture. */
export function waitedSteps(view: BundleView, { waitsFor }: BundleStepView): string {
  return waitsFor.map(({ itemCode }) => String(stepNo(view, itemCode))).join(', ');
}

/** What became of a case; one that only its department accepts says where it goes. */
export function stateWords(words: Words, step: BundleStepView, state: CaseState): string {
  if (state !== 'received' || !step.departmentSeatOnly) return words.sheet.deciding.states[state];
  return words.bundle.received(inLanguage(words, step.departmentZh, step.departmentEn));
}

function readyWords(words: Words, { case: one, departmentSeatOnly, ...step }: BundleStepView): string {
  if (departmentSeatOnly) {
    const department = inLanguage(words, step.departmentZh, step.departmentEn);
    return words.bundle.received(department);
  }
  return one?.dueIfAccepted ? words.bundle.dueIf(dayWords(one.dueIfAccepted, words)) : '';
}

function shownValues({ gives }: BundleStepView): string {
  return gives.flatMap(({ shown }) => shown ?? []).join(' ');
}
