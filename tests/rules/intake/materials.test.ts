import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import type { MaterialRoute } from '#contract/shapes/case.ts';
import type { ItemMaterial, ServiceItem, SituationOption } from '#contract/shapes/item.ts';
import { ageOfCopy, mayStandAgain } from '#rules/intake/earlier-copies.ts';
import { gradeOf } from '#rules/intake/grades.ts';
import { materialOfItem } from '#rules/intake/item-materials.ts';
import { materialsAsked } from '#rules/intake/materials-asked.ts';
import { goesBack } from '#rules/intake/original-custody.ts';
import { papersSaved } from '#rules/intake/papers-saved.ts';
import { itemNamed } from '../../support/intake-desk.ts';

const base = itemNamed('个体工商户设立登记');
const [some] = base.materials;
if (!some) throw new Error('the demo item has a paper');
const someForm: ItemMaterial = some;
const paper = (named: Partial<ItemMaterial>): ItemMaterial => ({ ...someForm, when: null, ...named });
const option = (named: Partial<SituationOption>): SituationOption => ({
  id: 'x',
  labelZh: '是',
  labelEn: 'yes',
  dropMaterials: [],
  addMaterials: [],
  replaceMaterials: [],
  dataShareInstead: null,
  addSpecialProcedure: null,
  rerouteTo: null,
  note: null,
  basis: null,
  ...named,
});
const asking = (materials: ItemMaterial[], ...options: SituationOption[]): ServiceItem => ({
  ...base,
  materials,
  situations: [{ id: 'q', questionZh: '问', questionEn: 'ask', options }],
});

describe('one paper in the place of another', () => {
  const lease = paper({ id: 'lease', nameZh: '租赁合同' });
  const swap = option({ replaceMaterials: [{ drop: 'deed', add: lease }], basis: '实施清单第三条' });
  const of = asking([paper({ id: 'deed' }), paper({ id: 'form' })], swap);
  const asked = (answers: Record<string, string>) =>
    materialsAsked(of, answers, false).map(({ material, asked: isAsked, reason, basis }) => [
      material.id,
      isAsked,
      reason,
      basis,
    ]);

  it('is asked for only after the answer', () => {
    expect(asked({})).toEqual([
      ['deed', true, 'required', null],
      ['form', true, 'required', null],
    ]);
  });

  it('drops the one and asks for the other, both by the same rule', () => {
    expect(asked({ q: 'x' })).toEqual([
      ['deed', false, 'dropped-by-situation', '实施清单第三条'],
      ['form', true, 'required', null],
      ['lease', true, 'added-by-situation', '实施清单第三条'],
    ]);
  });

  it('may be a paper of the item itself, which is then listed once', () => {
    const own = asking(
      [paper({ id: 'deed' }), paper({ id: 'lease', necessity: 'optional' })],
      option({ replaceMaterials: [{ drop: 'deed', add: lease }] }),
    );
    expect(
      materialsAsked(own, { q: 'x' }, false).map(({ material, asked: on }) => [material.id, on]),
    ).toEqual([
      ['deed', false],
      ['lease', true],
    ]);
  });

  it('counts as one paper spared and one asked', () => {
    const seen = materialsAsked(of, { q: 'x' }, false).map(({ material, asked: on, reason }) => ({
      id: material.id,
      asked: on,
      reason,
      route: null,
    }));
    expect(papersSaved(seen)).toEqual([{ materialId: 'deed', by: 'situation' }]);
  });

  it('is found by its id like any other, and an unknown one is not', () => {
    expect(materialOfItem(of, 'lease')?.nameZh).toBe('租赁合同');
    expect(materialOfItem(of, 'form')?.id).toBe('form');
    expect(materialOfItem(of, 'nothing')).toBeNull();
  });
});

describe('the grade of a paper', () => {
  const grade = (route: MaterialRoute | null, checkedAgainstOriginal = false, source = 'government') =>
    gradeOf({ source }, { route, checkedAgainstOriginal });

  it.each([
    [null, false, 'government', null],
    ['later', false, 'government', null],
    ['card', false, 'government', 'A'],
    ['licence', false, 'government', 'A'],
    ['shared-data', false, 'applicant', 'A'],
    ['paper', true, 'government', 'B'],
    ['scan', true, 'applicant', 'B'],
    ['reuse', true, 'government', 'B'],
    ['paper', false, 'government', 'C'],
    ['scan', false, 'government', 'C'],
    ['file', false, 'government', 'C'],
    ['scan', false, 'applicant', 'D'],
    ['commitment', false, 'government', 'D'],
  ] as const)('by %s, compared %s, made by %s, is %s', (route, compared, source, due) => {
    expect(grade(route, compared, source)).toBe(due);
  });

  it('of a commitment never rises: nothing was compared', () => {
    expect(grade('commitment', true)).toBe('D');
  });
});

describe('a copy of an earlier case', () => {
  const day = (text: string) => Day.parse(text);

  it.each([
    ['2026-11-24', 0],
    ['2025-11-24', 365],
    ['2025-11-23', null],
    ['2026-11-25', null],
  ])('compared on %s is %s days old, or no longer good', (on, age) => {
    expect(ageOfCopy(day(on), day('2026-11-24'))).toBe(age);
  });

  it('is good for as long as the hall says', () => {
    expect(ageOfCopy(day('2026-11-01'), day('2026-11-24'), 22)).toBeNull();
    expect(ageOfCopy(day('2026-11-02'), day('2026-11-24'), 22)).toBe(22);
  });

  it('stands again unless its citizen made it for that case and the hall kept it', () => {
    expect(mayStandAgain({ source: 'applicant', custody: 'keep_original' })).toBe(false);
    expect(mayStandAgain({ source: 'applicant', custody: 'scan_and_return_original' })).toBe(true);
    expect(mayStandAgain({ source: 'government', custody: 'keep_original' })).toBe(true);
  });
});

describe('an original that was seen', () => {
  it.each([
    ['read_only_not_kept', true],
    ['scan_and_return_original', true],
    ['keep_original', false],
    ['keep_electronic', false],
  ])('with custody %s goes back: %s', (custody, back) => {
    expect(goesBack(custody)).toBe(back);
  });
});
