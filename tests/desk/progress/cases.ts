import type { CaseView } from '#contract/shapes/case.ts';
import { lastToleranceDay } from '#rules/intake/tolerance.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { Day } from '#contract/shapes/day.ts';
import { aReadyCase, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';

export const foodPermit = itemNamed('食品经营许可（新办）');

/** Calendar days after which every promise and every correction of these cases has run out. */
export const ACT_DAYS = { afterEveryPromise: 30, afterEveryCorrection: 60 } as const;

/** A case whose first paper is missing and was told so, once. */
export async function correctedCase(desk: IntakeDesk): Promise<CaseView> {
  const ready = await aReadyCase(desk);
  const paper = ready.materials.find(
    ({ asked, mandatory, route }) => asked && mandatory && route === 'paper',
  );
  const view = await desk.caseFrom('intake.provide', {
    caseId: ready.id,
    materialId: paper?.id ?? '',
    route: null,
  });
  const list = view.missing.map((materialId) => ({ materialId, say: '补交这一份' }));
  return desk.caseFrom('intake.correct', { caseId: ready.id, list });
}

/** A case accepted while one secondary paper is promised for the last day allowed. */
export async function aTolerantCase(desk: IntakeDesk): Promise<CaseView> {
  const ready = await aReadyCase(desk, foodPermit);
  const paper = ready.materials.find(({ asked, mandatory, tolerable }) => asked && mandatory && tolerable);
  const today = Day.parse('2026-11-24');
  const dueOn = lastToleranceDay(today, ready.ifAcceptedToday?.promisedDueOn ?? null, chinaCalendar);
  await desk.caseFrom('intake.provide', {
    caseId: ready.id,
    materialId: paper?.id ?? '',
    route: 'later',
    dueOn,
  });
  return desk.caseFrom('intake.accept', { caseId: ready.id });
}

/** A licence whose papers are in hand, received and not yet answered. */
export async function received(desk: IntakeDesk): Promise<CaseView> {
  const ready = await aReadyCase(desk, foodPermit);
  return desk.caseFrom('intake.receive', { caseId: ready.id });
}
