import { describe, expect, it } from 'vitest';
import { PersonPage } from '#contract/shapes/person-page.ts';
import { anOpenBundle, bundleFrom, handOverBundle } from '../../support/bundle-desk.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { deskParts } from '../../support/desk-parts.ts';
import { citizenNumber, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';

async function pageOf(desk: IntakeDesk): Promise<PersonPage> {
  const which = { by: 'number', text: citizenNumber() };
  const reply = await desk.ask('people.page', { which, purpose: 'answer-a-question' });
  if (!reply.ok) throw new Error(reply.refusal);
  return PersonPage.parse(reply.value);
}

describe('the page of one number', () => {
  it('names the event its cases are steps of, with where each step stands', async () => {
    const db = aCaseFile();
    const board = { ...deskParts(db).board, waitingOfPerson: async () => null };
    const desk = intakeDesk({ board }, { db });
    const issued = [{ itemCode: itemNamed('出生医学证明签发').code, say: '助产机构已签发' }];
    const opened = await anOpenBundle(desk, 'newborn', issued);
    await handOverBundle(desk, opened);
    const before = await pageOf(desk);
    expect(before.bundles).toMatchObject([{ bundle: { id: opened.id }, state: 'open' }]);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    const { bundles } = await pageOf(desk);
    expect(bundles).toHaveLength(1);
    expect(
      bundles[0]?.steps.map(({ itemNameZh, standing, waitsFor }) => [itemNameZh, standing, waitsFor]),
    ).toEqual([
      ['预防接种证办理', 'under-way', []],
      ['出生登记（户口）', 'under-way', []],
      ['城乡居民基本医疗保险参保登记', 'waits', ['户口登记']],
      ['社会保障卡申领', 'waits', ['户口登记']],
      ['生育医疗费用支付', 'under-way', []],
    ]);
    await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: itemNamed('出生登记（户口）').code,
      values: [{ meaning: 'child.citizen-number', value: citizenNumber(15, '20261005') }],
      paper: '户口簿',
    });
    const given = (await pageOf(desk)).bundles[0];
    expect(given).toMatchObject({ state: 'partly-done', itemNameZh: '预防接种证办理' });
    expect(given?.steps.map(({ standing }) => standing)).toEqual([
      'under-way',
      'done',
      'ready',
      'ready',
      'under-way',
    ]);
  });
});
