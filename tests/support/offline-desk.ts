import type { CaseId } from '#contract/shapes/case.ts';
import { recheckOffline } from '#desk/identity/recheck-offline.ts';
import type { RunningProvince } from '../stand-ins/province/start.ts';
import { deskOver } from './desk-parts.ts';
import { layCard, TRADER } from './form-desk.ts';
import { type IntakeDesk, readyCaseIn } from './intake-desk.ts';
import { sourceDesk } from './source-desk.ts';

/** Accepted with the line down; the applicant's chip was read unless it was typed. */
export async function acceptedOffline(
  sandbox: Pick<RunningProvince, 'url'>,
  { by = 'chip', listed = true }: { readonly by?: 'chip' | 'hand'; readonly listed?: boolean } = {},
): Promise<{ readonly desk: IntakeDesk; readonly id: CaseId }> {
  const desk = await sourceDesk(sandbox, { listed });
  const visitId = desk.aVisit();
  const { id } = await readyCaseIn(desk, visitId, TRADER);
  if (by === 'chip') await layCard(desk, visitId);
  desk.province.line = 'away';
  const accepted = await desk.caseFrom('intake.accept', { caseId: id });
  if (!accepted.acceptedOffline) throw new Error('the line was not down');
  return { desk, id };
}

/** One round of the desk that asks the register again. */
export async function aRecheckRound(desk: IntakeDesk): Promise<void> {
  await recheckOffline(deskOver(desk.db, desk.parts, desk.clock.nowMs));
}
