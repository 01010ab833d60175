import { describe, expect, it } from 'vitest';
import { OutcomeGiven } from '#contract/shapes/case.ts';
import { sign } from '../../support/citizen-signs.ts';
import { formAfter } from '../../support/form-desk.ts';
import { aReadyCase, demoItems, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';

/** Items that the counter may accept by itself. */
const ITEMS = demoItems.filter(
  ({ counterOutcomeAuthority }) => counterOutcomeAuthority === 'accept_on_behalf',
);

async function given(desk: IntakeDesk, name: 'accept' | 'receive' | 'refuse', input: object) {
  const reply = await desk.ask(`intake.${name}`, input);
  return OutcomeGiven.parse(reply.ok ? reply.value : reply);
}

/** The same as a look at the case says it. */
async function lookedAt(desk: IntakeDesk, caseId: string): Promise<OutcomeGiven> {
  const { notices, ...view } = await desk.caseFrom('intake.look', { caseId });
  return OutcomeGiven.strip().parse({
    ...view,
    notices: notices.map(({ id, kind, documentNumber }) => ({ id, kind, documentNumber })),
  });
}

describe('what an outcome answers', () => {
  it('is what the case says when it is looked at, for every item', async () => {
    expect(ITEMS.length).toBeGreaterThan(3);
    for (const item of ITEMS) {
      const desk = intakeDesk();
      const { id: caseId } = await aReadyCase(desk, item);
      if (item.signedForm) {
        await formAfter(desk, 'form.show-citizen', { caseId });
        await sign(desk);
      }
      const before = await lookedAt(desk, caseId);
      const accepted = await given(desk, 'accept', { caseId });
      const notices = [...before.notices, ...accepted.notices];
      expect({ [item.nameZh]: { ...accepted, notices } }).toEqual({
        [item.nameZh]: await lookedAt(desk, caseId),
      });
    }
  });

  it('also when papers were taken in for a receipt only, or nothing came of it', async () => {
    const [item] = ITEMS;
    const desk = intakeDesk();
    const { id: caseId } = await aReadyCase(desk, item);
    expect(await given(desk, 'receive', { caseId })).toEqual(await lookedAt(desk, caseId));

    const other = await aReadyCase(desk, item);
    const refused = await given(desk, 'refuse', { caseId: other.id, reason: 'other', say: '不符合条件' });
    expect(refused).toEqual(await lookedAt(desk, other.id));
  });
});
