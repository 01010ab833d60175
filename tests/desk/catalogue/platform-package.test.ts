import { describe, expect, it } from 'vitest';
import { templateInForce } from '#desk/store/templates-in-force.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { changedCatalogue, demoCatalogueText } from '../../support/demo-catalogue.ts';
import { envelopeOf, KEY, signatureOf } from '../../support/signed-text.ts';

const SOLE_TRADER = '11990101990000017G4990131002000';
const RENAMED = changedCatalogue(['items', 1, 'nameZh'], '个体户登记');

describe('a package of the platform', () => {
  const shelfWith = (keys: readonly (typeof KEY)[]) => {
    const desk = catalogueDesk(keys);
    const take = (text: string) => {
      desk.lay('arrived.json', text);
      return desk.takeFromPlatform('arrived.json', '2026-11-24');
    };
    return { ...desk, take };
  };

  it('comes in force only when a key of the site signed it, and every refusal is kept with its faults', async () => {
    const { take, items, view } = shelfWith([KEY]);
    expect(await take(RENAMED)).toMatchObject({ came: 'refused', faults: [{ path: '' }] });
    const changed = envelopeOf(RENAMED, signatureOf(demoCatalogueText));
    expect(await take(changed)).toMatchObject({ came: 'refused', faults: [{ path: '' }] });
    expect(await take(envelopeOf('{}'))).toMatchObject({ came: 'refused' });
    const bad = changedCatalogue(['items', 3, 'department'], 'xx');
    expect(await take(envelopeOf(bad))).toMatchObject({
      came: 'refused',
      faults: [{ path: 'items[3].department' }],
    });
    expect(items.byCode(SOLE_TRADER)?.nameZh).toBe('个体工商户设立登记');
    const { refusals, states: before } = await view();
    expect(refusals).toHaveLength(4);
    expect(refusals[0]).toMatchObject({
      name: '2026-11-24',
      source: 'platform',
      by: 'desk',
      faults: [{ path: 'items[3].department' }],
    });
    expect(before).toHaveLength(1);
    expect(await take(envelopeOf(RENAMED))).toEqual({ came: 'taken' });
    expect(items.byCode(SOLE_TRADER)?.nameZh).toBe('个体户登记');
    expect((await view()).states[0]).toMatchObject({
      name: '2026-11-24',
      source: 'platform',
      signedBy: '省目录',
      by: 'desk',
    });
  });

  it('brings templates, bundles and the duty list as a file does', async () => {
    const { take, items, view, db } = shelfWith([KEY]);
    const [own] = Object.values(ownTemplates);
    if (!own) throw new Error('there are templates');
    const whole: { bundles: object[] } = JSON.parse(demoCatalogueText);
    const duty = {
      department: '示范县公安局',
      data: '户籍',
      duty: '提供查询',
      method: '接口',
      frequency: '实时',
      replaces: ['户口簿'],
    };
    const worded = {
      ...whole,
      bundles: whole.bundles.slice(0, 1),
      templates: [{ ...own, version: own.version + 1, title: '另一种标题' }],
      dutyList: { name: '第一批', duties: [duty] },
    };
    expect(await take(envelopeOf(JSON.stringify(worded)))).toEqual({ came: 'taken' });
    expect(items.bundles()).toHaveLength(1);
    expect(templateInForce(db, own.kind)?.title).toBe('另一种标题');
    expect((await view()).duties).toMatchObject({ name: '第一批', by: 'desk', list: [duty] });
    // A package without a list leaves the one in force.
    expect(await take(envelopeOf(demoCatalogueText))).toEqual({ came: 'taken' });
    expect((await view()).duties?.name).toBe('第一批');
    const twice = { ...worded, dutyList: { name: '第二批', duties: [duty, duty] } };
    expect(await take(envelopeOf(JSON.stringify(twice)))).toMatchObject({
      came: 'refused',
      faults: [{ path: 'dutyList.duties[1].data' }],
    });
  });

  it('is not taken while another is being loaded', async () => {
    const desk = shelfWith([KEY]);
    const first = desk.take(envelopeOf(RENAMED));
    expect(await desk.take(envelopeOf(RENAMED))).toEqual({ came: 'busy' });
    expect(await first).toEqual({ came: 'taken' });
  });
});
