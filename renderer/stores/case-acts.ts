import type { Input } from '#contract/calls.ts';
import type { CaseView } from '#contract/shapes/case.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';

/** Calls of the sheet that answer with the whole case. */
export type CaseCall = 'intake.open' | 'intake.answer' | 'intake.provide' | 'materials.reuse';

/** Calls that give a case an outcome; what came of it is looked at afterwards. */
export type OutcomeCall = 'intake.receive' | 'intake.accept' | 'intake.correct' | 'intake.refuse';

/** What is under way; the button that started it shows it. */
export type CaseAct =
  | 'open'
  | 'answer'
  | 'provide'
  | 'receive'
  | 'accept'
  | 'correct'
  | 'refuse'
  | 'discard'
  | 'reprint';

export type Step = 'identity' | 'item' | 'situation' | 'form' | 'materials' | 'result';
export const STEPS = [
  'identity',
  'item',
  'situation',
  'form',
  'materials',
  'result',
] as const satisfies readonly Step[];

export type Provision = Omit<Input<'intake.provide'>, 'caseId'>;

/** Where work goes on in a case: its questions first, then its form, its papers, then what came of it. */
export function stepOf(file: CaseView): Step {
  if (file.state !== 'draft') return 'result';
  const open = file.item.situations.some((situation) => !file.answers[situation.id]);
  return open ? 'situation' : stepAfterQuestions(file);
}

/** The form while something is left to fill in; then the papers. */
export function stepAfterQuestions({ form }: CaseView): Step {
  return isFormWhole(form) ? 'materials' : 'form';
}
