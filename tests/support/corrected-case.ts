import { type IntakeDesk, itemNamed, typeApplicant } from './intake-desk.ts';

/** A case that was corrected once: its notice wants a signature. */
export async function aCorrectedCase(desk: IntakeDesk) {
  const visitId = desk.aVisit();
  await typeApplicant(desk, visitId);
  const { code } = itemNamed('个体工商户设立登记');
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: code });
  const answers = Object.fromEntries(
    opened.item.situations.map(({ id, options }) => [id, options.at(-1)?.id]),
  );
  let ready = opened;
  for (const [situationId, optionId] of Object.entries(answers)) {
    ready = await desk.caseFrom('intake.answer', { caseId: opened.id, situationId, optionId });
  }
  const view = await desk.caseFrom('intake.correct', {
    caseId: opened.id,
    list: ready.missing.map((materialId) => ({ materialId, say: '带一份来' })),
  });
  const notice = view.notices.find(({ kind }) => kind === 'correction');
  if (!notice) throw new Error('a correction leaves a notice');
  return { view, notice };
}
