import { describe, expect, it } from 'vitest';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { FormView } from '#contract/shapes/form-view.ts';
import {
  anOpenBundle,
  bundleFrom,
  handOverBundle,
  lookAt,
  stepOf,
  typeBundleForm,
} from '../../support/bundle-desk.ts';
import { citizenNumber, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';

const HUKOU = '出生登记（户口）';
const MEDICAL = '城乡居民基本医疗保险参保登记';
const CARD = '社会保障卡申领';
const VACCINATION = '预防接种证办理';
const issued = [{ itemCode: itemNamed('出生医学证明签发').code, say: '助产机构已签发' }];
const FIRST = citizenNumber(15, '20261005');
const SECOND = citizenNumber(17, '20261005');

/** The second child of the same birth, in the same visit. */
async function another(desk: IntakeDesk, { visitId }: BundleView): Promise<BundleView> {
  return bundleFrom(desk, 'bundles.open', { visitId, catalogueId: 'newborn', without: issued, again: true });
}

async function formOf(desk: IntakeDesk, caseId: string | undefined, scope = 'visit'): Promise<FormView> {
  const reply = await desk.ask('form.look', { caseId, scope });
  if (!reply.ok) throw new Error(reply.refusal);
  return FormView.parse(reply.value);
}

const give = (bundleId: string, value: string) => ({
  bundleId,
  itemCode: itemNamed(HUKOU).code,
  values: [{ meaning: 'child.citizen-number', value }],
  paper: '户口簿',
});

describe('two births in one visit', () => {
  it('is opened again only in so many words, and only where there can be another one', async () => {
    const desk = intakeDesk();
    const first = await anOpenBundle(desk, 'newborn', issued);
    const wish = { visitId: first.visitId, catalogueId: 'newborn', without: issued };
    expect(await desk.refusalOf('bundles.open', wish)).toBe('bundle-open-already');
    const second = await another(desk, first);
    expect(second).toMatchObject({ nameZh: '新生儿出生一件事（孩子 2）', place: 2 });
    const shop = await anOpenBundle(desk, 'company-start');
    const again = { visitId: shop.visitId, catalogueId: 'company-start', again: true };
    expect(await desk.refusalOf('bundles.open', again)).toBe('bundle-once-a-visit');
  });

  it('asks each fact of the parents once, and each fact of a child for that child', async () => {
    const desk = intakeDesk();
    const first = await anOpenBundle(desk, 'newborn', issued);
    const second = await another(desk, first);
    const { fields } = await formOf(desk, first.form?.caseId);
    const meanings = fields.map(({ meaning }) => meaning);
    expect(new Set(meanings).size).toBe(meanings.length);
    for (const own of ['child.name', 'child.sex', 'birth.weight-grams']) {
      expect(
        meanings.filter(
          (meaning) =>
            meaning.endsWith(own.slice(own.indexOf('.'))) && meaning.startsWith(own.split('.')[0] ?? ''),
        ),
      ).toHaveLength(2);
    }
    for (const once of ['mother.name', 'applicant.phone', 'household.number']) {
      expect(meanings.filter((meaning) => meaning === once)).toHaveLength(1);
    }
    const name = fields.find(({ meaning }) => meaning === 'child-no-2.name');
    expect(name?.section).toMatchObject({ id: 'child-no-2', labelZh: expect.stringContaining('（孩子 2）') });
    // The insured of the second child's insurance is the second child.
    const insured = await formOf(desk, stepOf(second, MEDICAL).case?.id, 'case');
    expect(insured.fields.map(({ meaning }) => meaning)).toContain('child-no-2.citizen-number');
    expect(insured.fields.map(({ meaning }) => meaning)).not.toContain('child.citizen-number');
  });

  it('takes the parents\u2019 papers and answers once, and each child\u2019s certificate for that child', async () => {
    const desk = intakeDesk();
    const first = await anOpenBundle(desk, 'newborn', issued);
    await handOverBundle(desk, first);
    const second = await another(desk, first);
    const cells = (view: BundleView, id: string) =>
      view.papers.find((paper) => paper.id === id)?.cells.map(({ state }) => state);
    expect(new Set(cells(second, 'id'))).toEqual(new Set(['here']));
    expect(cells(second, 'birthcert')).toEqual(['missing', 'missing']);
    const facts = second.questions.filter(({ id }) => id.startsWith('fact:'));
    expect(facts.every(({ answer }) => answer !== null)).toBe(true);
    // Taken back in one it is gone in both; the child's own stays.
    const back = await bundleFrom(desk, 'bundles.provide', {
      bundleId: second.id,
      paperId: 'id',
      route: null,
    });
    expect(new Set(cells(back, 'id'))).toEqual(new Set(['missing']));
    const left = await lookAt(desk, first);
    expect(new Set(cells(left, 'id'))).toEqual(new Set(['missing']));
    expect(cells(left, 'birthcert')).toEqual(['here', 'here']);
  });

  it('gives each child its own number, and releases that child\u2019s steps alone', async () => {
    const desk = intakeDesk();
    const first = await anOpenBundle(desk, 'newborn', issued);
    const second = await another(desk, first);
    await handOverBundle(desk, first);
    await handOverBundle(desk, second);
    if (second.form) await typeBundleForm(desk, second.form.caseId);
    for (const { id } of [first, second]) {
      expect((await desk.ask('bundles.accept', { bundleId: id })).ok).toBe(true);
    }
    const accepted = [await lookAt(desk, first), await lookAt(desk, second)];
    const numbers = accepted.flatMap(({ steps }) =>
      steps.flatMap(({ case: one }) => one?.receiptNumber ?? []),
    );
    expect(numbers).toHaveLength(6);
    expect(new Set(numbers).size).toBe(6);

    await bundleFrom(desk, 'bundles.give', give(second.id, SECOND));
    expect(stepOf(await lookAt(desk, second), CARD).standing).toBe('ready');
    expect(stepOf(await lookAt(desk, first), CARD).standing).toBe('waits');
    expect(await desk.refusalOf('bundles.give', give(first.id, SECOND))).toBe('value-of-another');
    await bundleFrom(desk, 'bundles.give', give(first.id, FIRST));
    for (const { id } of [first, second]) await desk.ask('bundles.accept', { bundleId: id });
    for (const [view, number] of [
      [first, FIRST],
      [second, SECOND],
    ] as const) {
      const done = await lookAt(desk, view);
      expect(stepOf(done, CARD).case?.state).toBe('accepted');
      const [given] = stepOf(done, HUKOU).gives;
      expect(given?.shown?.slice(-4)).toBe(number.slice(-4));
    }
    const visit = await desk.visitFrom('intake.visit', {});
    expect(visit.cases.filter(({ bundleId }) => bundleId === second.id)).toHaveLength(5);
    const vaccination = await formOf(desk, stepOf(second, VACCINATION).case?.id, 'case');
    expect(vaccination.frozen).toBe(true);
    expect(vaccination.values.find(({ meaning }) => meaning === 'child-no-2.name')?.value).not.toBeNull();
  });
});
