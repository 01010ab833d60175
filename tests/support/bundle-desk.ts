import { BundleView } from '#contract/shapes/bundle-view.ts';
import { FormView } from '#contract/shapes/form-view.ts';
import type { Asker } from '#desk/answering.ts';
import { valuesToType } from './form-values.ts';
import { type IntakeDesk, typeApplicant } from './intake-desk.ts';

/** All a bundle needs of a desk: in its own process, or at the end of a line. */
export type BundleDesk = Pick<IntakeDesk, 'ask'>;

/** A bundle in a new visit whose applicant may be accepted. */
export async function anOpenBundle(
  desk: IntakeDesk,
  catalogueId: string,
  without: readonly { readonly itemCode: string; readonly say: string }[] = [],
): Promise<BundleView> {
  const visitId = desk.aVisit();
  await typeApplicant(desk, visitId);
  const phone = { visitId, role: 'applicant', field: 'phone', value: '13800001234' };
  await desk.visitFrom('identity.set-field', phone);
  return bundleFrom(desk, 'bundles.open', { visitId, catalogueId, without });
}

type BundleCall =
  | 'bundles.open'
  | 'bundles.look'
  | 'bundles.leave-out'
  | 'bundles.take-in'
  | 'bundles.answer'
  | 'bundles.provide'
  | 'bundles.give'
  | 'bundles.deny';

export async function bundleFrom(
  desk: BundleDesk,
  name: BundleCall,
  input: unknown,
  who?: Asker,
): Promise<BundleView> {
  const reply = await desk.ask(name, input, who);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.refusal}`);
  return BundleView.parse(reply.value);
}

export async function lookAt(desk: BundleDesk, { id }: Pick<BundleView, 'id'>): Promise<BundleView> {
  return bundleFrom(desk, 'bundles.look', { bundleId: id });
}

/** Everything is answered, typed and handed over that can be: what remains waits for a result. */
export async function handOverBundle(desk: BundleDesk, { id: bundleId }: BundleView): Promise<BundleView> {
  let view = await bundleFrom(desk, 'bundles.look', { bundleId });
  for (const question of view.questions) {
    view = await bundleFrom(desk, 'bundles.answer', {
      bundleId,
      questionId: question.id,
      optionId: question.options.at(-1)?.id,
    });
  }
  if (view.form) await typeBundleForm(desk, view.form.caseId);
  for (const paper of view.papers) {
    if (!paper.cells.some(({ state }) => state === 'missing')) continue;
    view = await bundleFrom(desk, 'bundles.provide', {
      bundleId,
      paperId: paper.id,
      route: 'paper',
    });
  }
  return lookAt(desk, view);
}

/** The one form of a visit; what the result of a step will bring is not asked for. */
export async function typeBundleForm(desk: BundleDesk, caseId: string): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    const reply = await desk.ask('form.look', { caseId, scope: 'visit' });
    if (!reply.ok) throw new Error(`form.look was refused: ${reply.refusal}`);
    const form = FormView.parse(reply.value);
    const values = valuesToType(form);
    if (values.length === 0) return;
    for (let at = 0; at < values.length; at += 60) {
      const saved = await desk.ask('form.save', {
        caseId,
        scope: 'visit',
        values: values.slice(at, at + 60),
      });
      if (!saved.ok) throw new Error(`form.save was refused: ${saved.refusal}`);
    }
  }
  throw new Error('the form of a bundle asks for more and more');
}

export function stepOf({ steps }: BundleView, nameZh: string): BundleView['steps'][number] {
  const step = steps.find((one) => one.itemNameZh === nameZh);
  if (!step) throw new Error(`the bundle has no step ${nameZh}`);
  return step;
}
