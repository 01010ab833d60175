import { randomUUID } from 'node:crypto';
import type { VisitId } from '#contract/shapes/case.ts';
import { FormValues, FormView } from '#contract/shapes/form-view.ts';
import type { FieldValue } from '#contract/shapes/form-value.ts';
import { aCard, aReading, citizenNumber, type IntakeDesk, itemNamed, typeApplicant } from './intake-desk.ts';

export const TRADER = itemNamed('个体工商户设立登记');
export const FOOD = itemNamed('食品经营许可（新办）');
export const WORKER = itemNamed('灵活就业人员企业职工养老保险参保登记');

type FormChange =
  | 'form.save'
  | 'form.undo'
  | 'form.pick'
  | 'form.pick-card'
  | 'form.take-person'
  | 'form.take-earlier'
  | 'form.still-so'
  | 'form.show-citizen';

export async function formOf(desk: IntakeDesk, caseId: string, scope = 'case'): Promise<FormView> {
  const reply = await desk.ask('form.look', { caseId, scope });
  if (!reply.ok) throw new Error(reply.refusal);
  return FormView.parse(reply.value);
}

export async function formAfter(desk: IntakeDesk, name: FormChange, input: object): Promise<FormValues> {
  const reply = await desk.ask(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.refusal}`);
  return FormValues.parse(reply.value);
}

export async function typeValue(
  desk: IntakeDesk,
  caseId: string,
  meaning: string,
  value: string,
): Promise<FormValues> {
  return formAfter(desk, 'form.save', { caseId, values: [{ meaning, value }] });
}

export function held(form: { readonly values: readonly FieldValue[] }, meaning: string): FieldValue {
  const found = form.values.find((one) => one.meaning === meaning);
  if (!found) throw new Error(`no ${meaning}`);
  return found;
}

/** A draft of a citizen who was typed in. */
export async function aDraft(desk: IntakeDesk, item = TRADER, visitId: VisitId = desk.aVisit()) {
  await typeApplicant(desk, visitId);
  return desk.caseFrom('intake.open', { visitId, itemCode: item.code });
}

/** A card is laid down, read twice, and fills a party of the visit. */
export async function layCard(
  desk: IntakeDesk,
  visitId: VisitId,
  role = 'applicant',
  number = citizenNumber(),
): Promise<void> {
  const readingId = randomUUID();
  const reading = aReading({ id: readingId, readAtMs: desk.clock.nowMs(), card: aCard({ number }) });
  desk.readings.set(readingId, { reading, confirmed: true });
  await desk.visitFrom('identity.use-card', { visitId, role, readingId });
}
