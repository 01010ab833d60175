import { describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import {
  demoItems,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  typeApplicant,
} from '../../support/intake-desk.ts';

/** One item of each department that this counter may accept for. */
const ITEMS = [
  ...new Map(
    demoItems
      .filter(({ counterOutcomeAuthority }) => counterOutcomeAuthority === 'accept_on_behalf')
      .map((item) => [item.department.key, item]),
  ).values(),
];

async function answered(desk: IntakeDesk, opened: CaseView): Promise<CaseView> {
  let view = opened;
  for (const { id: situationId, options } of opened.item.situations)
    view = await desk.caseFrom('intake.answer', {
      caseId: opened.id,
      situationId,
      optionId: options.at(-1)?.id,
    });
  return view;
}

describe('F02: one door', () => {
  it('one visit at one window is served for every department, the person said once, each with its own number', async () => {
    expect(ITEMS.length).toBeGreaterThan(2);
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const accepted: CaseView[] = [];
    for (const { code } of ITEMS) {
      const opened = await desk.caseFrom('intake.open', { visitId, itemCode: code });
      expect(opened.applicant).not.toBeNull();
      await handOverAll(desk, await answered(desk, opened));
      accepted.push(await desk.caseFrom('intake.accept', { caseId: opened.id }));
    }
    const { cases } = await desk.visitFrom('intake.visit', {});
    expect(cases.map(({ id }) => id)).toEqual(accepted.map(({ id }) => id));
    expect(accepted.map(({ item }) => item.department.key)).toEqual(
      ITEMS.map(({ department }) => department.key),
    );
    expect(new Set(accepted.map(({ receiptNumber }) => receiptNumber)).size).toBe(ITEMS.length);
    expect(
      accepted.flatMap(({ notices }) => notices.filter(({ kind }) => kind === 'acceptance')),
    ).toHaveLength(ITEMS.length);
  });
});
