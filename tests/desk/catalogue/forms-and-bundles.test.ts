import { describe, expect, it } from 'vitest';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import { findBundles } from '#desk/catalogue/find-bundles.ts';
import { openItemShelf } from '#desk/catalogue/item-shelf.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { changedCatalogue, demoCatalogueText, faultPaths } from '../../support/demo-catalogue.ts';
import { MORNING_MS } from '../../support/moved-clock.ts';

const reading = readCataloguePackage(demoCatalogueText);
const items = reading.ok ? reading.items : [];
const bundles = reading.ok ? reading.bundles : [];
const item = (nameZh: string) => items.find((one) => one.nameZh === nameZh);
const bundle = (id: string) => bundles.find((one) => one.id === id);
const nameOf = (code: string) => items.find((one) => one.code === code)?.nameZh;

describe('the forms of the demo catalogue', () => {
  it('give every item ten fields or more, each with its section', () => {
    for (const { nameZh, form } of items) {
      expect([nameZh, form.length >= 10 && form.length <= 25]).toEqual([nameZh, true]);
      expect(form.every(({ section }) => section.labelZh !== '' && section.labelEn !== '')).toBe(true);
    }
  });

  it('let a line of a form say that its field may stay empty', () => {
    const staff = item('个体工商户设立登记')?.form.find(({ id }) => id === 'staff-count');
    expect(staff).toMatchObject({ meaning: 'enterprise.staff-count', kind: 'number', required: false });
  });

  it('ask about sixty facts in a birth, fewer than the forms have lines', () => {
    const newborn = bundle('newborn');
    const asked = (newborn?.steps ?? []).flatMap(({ itemCode, sameAs }) =>
      (items.find(({ code }) => code === itemCode)?.form ?? []).map(
        ({ meaning }) => sameAs[meaning] ?? meaning,
      ),
    );
    const facts = new Set(asked);
    expect(facts.size).toBeGreaterThanOrEqual(55);
    expect(facts.size).toBeLessThanOrEqual(65);
    expect(asked.length).toBeGreaterThan(facts.size + 25);
    expect(facts.has('beneficiary.name')).toBe(false);
  });

  it('say what the list says about an item, and nothing where it says nothing', () => {
    expect(item('企业设立登记（有限责任公司）')).toMatchObject({
      role: 'standalone',
      crossRegion: 'province-wide',
      delegatedLevels: ['4'],
      retention: 'permanent',
      roleSplit: ['clerk-decider'],
      correctionDays: null,
    });
    expect(item('出生医学证明签发')).toMatchObject({
      role: 'bundle-component',
      mustAppearInPerson: true,
      tolerance: false,
      delegatedLevels: null,
    });
  });

  it('replace one paper by another on an answer', () => {
    const answer = item('出生登记（户口）')?.situations.at(-1)?.options.at(-1);
    expect(answer?.replaceMaterials.map(({ drop, add }) => [drop, add.id])).toEqual([
      ['hukou', 'collective-hukou'],
    ]);
  });
});

describe('the bundles of the demo catalogue', () => {
  it('are four, steps in an order that can be followed', () => {
    expect(bundles.map(({ id, kind }) => [id, kind])).toEqual([
      ['newborn', 'life-event'],
      ['company-start', 'life-event'],
      ['open-eatery', 'life-event'],
      ['merged-licence', 'merged-licence'],
    ]);
    expect(bundle('newborn')?.steps.map(({ itemCode, after }) => [nameOf(itemCode), after.length])).toEqual([
      ['出生医学证明签发', 0],
      ['预防接种证办理', 1],
      ['出生登记（户口）', 1],
      ['城乡居民基本医疗保险参保登记', 1],
      ['社会保障卡申领', 1],
      ['生育医疗费用支付', 1],
    ]);
  });

  it('name the departments that need no visit any more', () => {
    expect(bundle('merged-licence')?.mergedDepartments.map(({ department }) => department.key)).toEqual([
      'ga',
      'rs',
      'gjj',
      'sw',
    ]);
  });

  const offered = bundles.map((one) => ({ bundle: one, fromHall: null }));

  it.each([
    ['新生儿', 'newborn', 'name'],
    ['开办', 'company-start', 'name'],
    ['xsecs', 'newborn', 'initials'],
    ['canyindian', 'open-eatery', 'pinyin'],
    ['DZHY', 'merged-licence', 'initials'],
  ])('are found by %s', (typed, id, matched) => {
    expect(findBundles(offered, typed, 5)[0]).toMatchObject({ kind: 'bundle', bundleId: id, matched });
  });

  it.each(['', '  ', '没有这样的'])('are not found by %j', (typed) => {
    expect(findBundles(offered, typed, 5)).toEqual([]);
  });

  it('are kept in the case file, and gone when a catalogue comes without them', () => {
    const db = aCaseFile();
    const open = (text: string) =>
      openItemShelf({ db, source: { text, name: 'demo', signedBy: null }, nowMs: () => MORNING_MS });
    const shelf = open(demoCatalogueText);
    expect(shelf.bundles()).toEqual(bundles);
    expect(shelf.bundleById('newborn')).toEqual(bundle('newborn'));
    expect(shelf.findBundle('出生', 5)).toHaveLength(1);
    expect(open(changedCatalogue(['bundles'], [])).bundleById('newborn')).toBeNull();
  });
});

const STEPS = ['bundles', 0, 'steps'];

describe('a fault in a form or a bundle', () => {
  it.each<[string, (string | number)[], unknown, string]>([
    ['a field nobody describes', ['items', 0, 'form', 3], 'no-such', 'items[0].form[3]'],
    ['a field twice', ['items', 0, 'form', 3], 'enterprise-name', 'items[0].form[3]'],
    [
      'a condition on a field that is not before it',
      ['items', 0, 'form', 3],
      { use: 'food-seats', when: { field: 'food-kind', equals: 'catering' } },
      'items[0].form[3].when.field',
    ],
    [
      'a condition that is never so',
      ['formFields', 'delivery-address', 'when', 'equals'],
      'pigeon',
      'items[0].form[21].when.equals',
    ],
    [
      'a meaning of one word',
      ['formFields', 'child-name', 'meaning'],
      'name',
      'formFields.child-name.meaning',
    ],
    [
      'a section nobody describes',
      ['formFields', 'child-name', 'section'],
      'xx',
      'formFields.child-name.section',
    ],
    ['a choice without options', ['formFields', 'child-sex', 'options'], [], 'formFields.child-sex.options'],
    [
      'a date with a length',
      ['formFields', 'child-birth-date', 'maxLength'],
      3,
      'formFields.child-birth-date.maxLength',
    ],
    [
      'one meaning asked in two ways',
      ['formFields', 'trade-name', 'kind'],
      'long-text',
      'formFields.trade-name.meaning',
    ],
    ['an item that is not there', [...STEPS, 0, 'item'], 'no-such', 'bundles[0].steps[0].item'],
    ['steps in a circle', [...STEPS, 0, 'after'], ['birth-hukou'], 'bundles[0].steps[0].after[0]'],
    [
      'a step that waits for itself',
      [...STEPS, 0, 'after'],
      ['birth-certificate'],
      'bundles[0].steps[0].after[0]',
    ],
    ['a fact that no step before brings', [...STEPS, 2, 'gives'], [], 'bundles[0].steps[3].needs[0]'],
    ['a fact that the form does not ask for', [...STEPS, 3, 'sameAs'], {}, 'bundles[0].steps[3].needs[0]'],
    ['a fact that is no meaning', [...STEPS, 2, 'gives'], ['citizen number'], 'bundles[0].steps[2].gives[0]'],
    [
      'a shared paper no step asks for',
      ['bundles', 0, 'sharedMaterials', 1],
      'moon',
      'bundles[0].sharedMaterials[1]',
    ],
    [
      'a merged licence without filings',
      ['bundles', 3, 'mergedDepartments'],
      [],
      'bundles[3].mergedDepartments',
    ],
    ['a bundle twice', ['bundles', 1, 'id'], 'newborn', 'bundles[1].id'],
    [
      'a bundle of a department nobody knows',
      ['bundles', 1, 'leadDepartment'],
      'xx',
      'bundles[1].leadDepartment',
    ],
  ])('%s is refused and its place is said', (_, path, value, place) => {
    expect(faultPaths(changedCatalogue(path, value))).toContain(place);
  });
});
