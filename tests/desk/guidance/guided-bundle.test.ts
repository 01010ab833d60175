import { describe, expect, it } from 'vitest';
import { guidanceCalls } from '#contract/calls/guidance.ts';
import type { BundleGuidance } from '#contract/shapes/guidance.ts';
import { bundleFrom, typeBundleForm } from '../../support/bundle-desk.ts';
import { intakeDesk, type IntakeDesk, itemNamed, typeApplicant } from '../../support/intake-desk.ts';

async function asked(desk: IntakeDesk, answers: object = {}, agent = false): Promise<BundleGuidance> {
  const reply = await desk.ask('guidance.ask-bundle', { bundleId: 'newborn', answers, agent });
  if (!reply.ok) throw new Error(reply.refusal);
  return guidanceCalls['guidance.ask-bundle'].output.parse(reply.value);
}

const firstOf = ({ questions }: BundleGuidance) =>
  Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id ?? '']));

describe('F01 guidance for a whole bundle', () => {
  it('asks each question once and names each shared paper once, and what a step makes is brought by nobody', async () => {
    const desk = intakeDesk();
    const told = await asked(desk);
    const ids = told.questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(told.questions.every(({ answer }) => answer === null)).toBe(true);
    const certificate = told.papers.filter(({ material }) => material.id === 'birthcert');
    expect(certificate).toHaveLength(1);
    expect(certificate[0]).toMatchObject({
      asked: false,
      madeBy: itemNamed('出生医学证明签发').code,
      itemCodes: [itemNamed('预防接种证办理').code, itemNamed('出生登记（户口）').code],
    });
    const identity = told.papers.find(({ material }) => material.id === 'id');
    expect(identity?.asked).toBe(true);
    expect(identity?.itemCodes.length).toBeGreaterThan(1);
    const letters = (guidance: BundleGuidance) =>
      guidance.papers.filter(({ asked: isAsked, material }) => isAsked && material.when?.agent).length;
    expect(letters(await asked(desk, {}, true))).toBeGreaterThan(letters(told));
  });

  it('travels with the ticket: the bundle at the window begins with every answer, once', async () => {
    const desk = intakeDesk();
    const answers = firstOf(await asked(desk));
    const kept = await desk.ask('guidance.keep-bundle', { bundleId: 'newborn', answers });
    const { guidanceId } = guidanceCalls['guidance.keep-bundle'].output.parse(kept.ok ? kept.value : null);
    const visitId = desk.aVisit('P001', guidanceId);
    await typeApplicant(desk, visitId);
    const before = await desk.visitFrom('intake.visit', {});
    expect(before.guidance).toMatchObject({
      itemCode: null,
      bundleId: 'newborn',
      nameZh: '新生儿出生一件事',
      answered: Object.keys(answers).length,
      used: false,
    });
    const opened = await bundleFrom(desk, 'bundles.open', { visitId, catalogueId: 'newborn' });
    expect(Object.fromEntries(opened.questions.map(({ id, answer }) => [id, answer]))).toEqual(answers);
    expect((await desk.visitFrom('intake.visit', {})).guidance?.used).toBe(true);
    if (opened.form) await typeBundleForm(desk, opened.form.caseId);
    // Thrown away, the answers are the ticket's again.
    await desk.ask('bundles.discard', { bundleId: opened.id });
    expect((await desk.visitFrom('intake.visit', {})).guidance?.used).toBe(false);
    const again = await bundleFrom(desk, 'bundles.open', { visitId, catalogueId: 'newborn' });
    expect(again.questions.every(({ answer }) => answer !== null)).toBe(true);
  });

  it('refuses an answer the bundle does not know', async () => {
    const desk = intakeDesk();
    const wish = { bundleId: 'newborn', answers: { 'no-such': 'yes' } };
    expect(await desk.refusalOf('guidance.keep-bundle', wish)).toBe('no-such-situation');
  });
});
