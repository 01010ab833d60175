import { expect, it } from 'vitest';
import { aDraft, formAfter, formOf, held, layCard, TRADER, typeValue } from '../../support/form-desk.ts';
import { citizenNumber, intakeDesk, itemNamed } from '../../support/intake-desk.ts';

it('a legal representative who put the card down is not typed a second time, and differs from who was typed', async () => {
  const desk = intakeDesk();
  const { id, visitId } = await aDraft(desk, TRADER);
  await layCard(desk, visitId, 'legalRepresentative', citizenNumber(24));
  const form = await formOf(desk, id);
  expect(held(form, 'legal-representative.citizen-number').value).toMatchObject({
    source: 'card',
    shown: '9901**********0244',
  });
  const typed = await typeValue(desk, id, 'legal-representative.name', '赵示范');
  expect(held(typed, 'legal-representative.name').differs).toBe(true);
  await desk.visitFrom('identity.clear-party', { visitId, role: 'legalRepresentative' });
  expect(held(await formOf(desk, id), 'legal-representative.citizen-number').value).toBeNull();
});

it('any party of the visit may be a person of the form, whatever it came for', async () => {
  const desk = intakeDesk();
  const { id, visitId } = await aDraft(desk, TRADER);
  for (const [role, number] of [
    ['principal', citizenNumber(24)],
    ['secondSubject', citizenNumber(34)],
  ] as const) {
    await layCard(desk, visitId, role, number);
    const taken = { caseId: id, person: 'legal-representative', role };
    const form = await formAfter(desk, 'form.take-person', taken);
    const shown = `${number.slice(0, 4)}**********${number.slice(-4)}`;
    expect(held(form, 'legal-representative.citizen-number').value).toMatchObject({ source: 'card', shown });
  }
});

it('a guardian fills the fields of the guardian', async () => {
  const desk = intakeDesk();
  const { id, visitId } = await aDraft(desk, itemNamed('残疾人证新办'));
  await layCard(desk, visitId, 'guardian', citizenNumber(24));
  const form = await formOf(desk, id);
  const asked = form.fields.map(({ meaning }) => meaning);
  expect(asked.filter((meaning) => meaning === 'guardian.citizen-number')).toHaveLength(1);
  expect(held(form, 'guardian.citizen-number').value).toMatchObject({ source: 'card' });
});
