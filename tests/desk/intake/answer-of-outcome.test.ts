import { describe, expect, it } from 'vitest';
import { sign } from '../../support/citizen-signs.ts';
import { formAfter } from '../../support/form-desk.ts';
import { aReadyCase, demoItems, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';

/** Items that the counter may accept by itself. */
const ITEMS = demoItems.filter(
  ({ counterOutcomeAuthority }) => counterOutcomeAuthority === 'accept_on_behalf',
);

async function lookedAt(desk: IntakeDesk, caseId: string) {
  return desk.caseFrom('intake.look', { caseId });
}

describe('what an outcome answers', () => {
  it('is what the case says when it is looked at again, for every item', async () => {
    expect(ITEMS.length).toBeGreaterThan(3);
    for (const item of ITEMS) {
      const desk = intakeDesk();
      const { id: caseId } = await aReadyCase(desk, item);
      if (item.signedForm) {
        await formAfter(desk, 'form.show-citizen', { caseId });
        await sign(desk);
      }
      const accepted = await desk.caseFrom('intake.accept', { caseId });
      expect({ [item.nameZh]: accepted }).toEqual({ [item.nameZh]: await lookedAt(desk, caseId) });
    }
  });

  it('also when papers were taken in for a receipt only, or nothing came of it', async () => {
    const [item] = ITEMS;
    const desk = intakeDesk();
    const { id: caseId } = await aReadyCase(desk, item);
    const received = await desk.caseFrom('intake.receive', { caseId });
    expect(received).toEqual(await lookedAt(desk, caseId));

    const other = await aReadyCase(desk, item);
    const refused = await desk.caseFrom('intake.refuse', {
      caseId: other.id,
      reason: 'other',
      say: '不符合条件',
    });
    expect(refused).toEqual(await lookedAt(desk, other.id));
  });
});
