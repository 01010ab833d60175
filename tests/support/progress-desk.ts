import type { Input, Output } from '#contract/calls.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import { HandOverView } from '#contract/shapes/hand-over.ts';
import { ProgressView, Vouched } from '#contract/shapes/progress.ts';
import { ClerkNumber, Staff } from '#contract/shapes/person.ts';
import type { Asker } from '#desk/answering.ts';
import { hashPassword } from '#desk/access/passwords.ts';
import { addPerson } from '#desk/store/people.ts';
import { asker } from './desk-parts.ts';
import type { IntakeDesk } from './intake-desk.ts';

type Step = Input<'progress.act'>['step'];

export const DAY_MS = 86_400_000;

/** Somebody else at the same window. Nobody exists who is called so. */
export const decider: Asker = asker({
  staff: Staff.parse({ number: '0412', name: '钱示范', roles: ['clerk'] }),
});

export async function stepOn(
  desk: IntakeDesk,
  caseId: CaseId,
  step: Step,
  who?: Asker,
): Promise<Output<'progress.act'>> {
  const reply = await desk.ask('progress.act', { caseId, step }, who);
  if (!reply.ok) throw new Error(`${step.act} was refused: ${reply.refusal}`);
  return ProgressView.parse(reply.value);
}

export async function refusalOfStep(
  desk: IntakeDesk,
  caseId: CaseId,
  step: Step,
  who?: Asker,
): Promise<string> {
  return desk.refusalOf('progress.act', { caseId, step }, who);
}

export async function progressOf(desk: IntakeDesk, caseId: CaseId): Promise<ProgressView> {
  const reply = await desk.ask('progress.look', { caseId });
  if (!reply.ok) throw new Error(reply.refusal);
  return ProgressView.parse(reply.value);
}

/** Every original that lies at the counter goes back to its citizen. */
export async function giveAllBack(desk: IntakeDesk): Promise<void> {
  const reply = await desk.ask('originals.look', {});
  const { here } = HandOverView.parse(reply.ok ? reply.value : null);
  const papers = here.map(({ caseId, materialId }) => ({ caseId, materialId }));
  await desk.ask('originals.give-back', { papers });
}

const PASSWORD = 'a-manager-s-word-1';

/** A manager who may vouch at the window. */
export async function aManager(desk: IntakeDesk): Promise<void> {
  const password = await hashPassword(PASSWORD, 'shown');
  const manager = {
    number: ClerkNumber.parse('0901'),
    name: '值班长',
    roles: ['manager' as const],
    password,
  };
  addPerson(desk.db, { ...manager, mustChange: false }, desk.clock.nowMs());
}

export async function vouched(desk: IntakeDesk): Promise<Output<'access.vouch'>['voucher']> {
  const reply = await desk.ask('access.vouch', { number: '0901', password: PASSWORD });
  if (!reply.ok) throw new Error(`the manager was refused: ${reply.refusal}`);
  return Vouched.parse(reply.value).voucher;
}
