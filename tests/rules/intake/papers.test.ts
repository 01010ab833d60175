import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import type { ItemMaterial, ServiceItem, SituationOption } from '#contract/shapes/item.ts';
import { cardProves, type CardHolder } from '#rules/intake/card-proves.ts';
import { materialsAsked } from '#rules/intake/materials-asked.ts';
import { isComplete, paperStanding, type Provision } from '#rules/intake/missing-materials.ts';
import { proceduresDue, rerouteOf, situationsAsked, situationsOpen } from '#rules/intake/situations.ts';
import { itemNamed } from '../../support/intake-desk.ts';

const base = itemNamed('个体工商户设立登记');
const [someForm] = base.materials;
if (!someForm) throw new Error('the demo item has a form');
const form: ItemMaterial = someForm;
const day = Day.parse('2026-11-27');

const paper = (named: Partial<ItemMaterial>): ItemMaterial => ({ ...form, when: null, ...named });
const option = (named: Partial<SituationOption> & { readonly id: string }): SituationOption => ({
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
const item = (materials: ItemMaterial[], ...options: SituationOption[]): ServiceItem => ({
  ...base,
  materials,
  situations: options.length > 0 ? [{ id: 'q', questionZh: '问', questionEn: 'ask', options }] : [],
});
const asked = (of: ServiceItem, answers: Record<string, string> = {}, agent = false) =>
  materialsAsked(of, answers, agent).map((one) => [one.material.id, one.asked, one.reason, one.mandatory]);

describe('which papers are asked', () => {
  it('asks required papers, offers optional ones, and says why', () => {
    const of = item([paper({ id: 'a' }), paper({ id: 'b', necessity: 'optional' })]);
    expect(asked(of)).toEqual([
      ['a', true, 'required', true],
      ['b', true, 'optional', false],
    ]);
  });

  it('asks for the letter of a handler only where there is a handler', () => {
    const of = item([paper({ id: 'poa', necessity: 'conditional', when: { agent: true } })]);
    expect(asked(of)).toEqual([['poa', false, 'condition-not-met', false]]);
    expect(asked(of, {}, true)).toEqual([['poa', true, 'condition-met', true]]);
  });

  it('keeps a conditional paper in the list until an answer rules it out', () => {
    const of = item([paper({ id: 'r', necessity: 'conditional', when: { localHukou: false } })]);
    expect(situationsAsked(of).map(({ id }) => id)).toEqual(['fact:localHukou']);
    expect(situationsOpen(of, {})).toEqual(['fact:localHukou']);
    expect(asked(of)).toEqual([['r', true, 'condition-met', true]]);
    expect(asked(of, { 'fact:localHukou': 'no' })).toEqual([['r', true, 'condition-met', true]]);
    expect(asked(of, { 'fact:localHukou': 'yes' })).toEqual([['r', false, 'condition-not-met', false]]);
  });

  it('drops and adds papers by the answer, and an added one wins over a dropped one', () => {
    const of = item(
      [paper({ id: 'a' }), paper({ id: 'b' })],
      option({ id: 'x', dropMaterials: ['a', 'b'], addMaterials: [paper({ id: 'b' }), paper({ id: 'c' })] }),
    );
    expect(asked(of, { q: 'x' })).toEqual([
      ['a', false, 'dropped-by-situation', false],
      ['b', true, 'added-by-situation', true],
      ['c', true, 'added-by-situation', true],
    ]);
    expect(materialsAsked(of, { q: 'x' }, false).map(({ situationId }) => situationId)).toEqual([
      'q',
      'q',
      'q',
    ]);
  });

  it('asks for the paper where only a data query would answer, because none is connected', () => {
    const of = item(
      [paper({ id: 'a' })],
      option({ id: 'x', dataShareInstead: { material: 'a', query: 'realestate.title' } }),
    );
    expect(asked(of, { q: 'x' })).toEqual([['a', true, 'required', true]]);
  });

  it('reads an answer that is no longer on offer as no answer', () => {
    const of = item([paper({ id: 'a' })], option({ id: 'x', dropMaterials: ['a'] }));
    expect(situationsOpen(of, { q: 'gone' })).toEqual(['q']);
    expect(asked(of, { q: 'gone' })).toEqual([['a', true, 'required', true]]);
  });

  it('knows where a wrong item leads, and which procedures stop the clock', () => {
    const food = itemNamed('食品经营许可（新办）');
    expect(rerouteOf(food, { mode: 'prepacked' })).toBe('备案（不是许可）');
    expect(rerouteOf(food, { mode: 'hot' })).toBeNull();
    expect(proceduresDue(food, { mode: 'hot' }).map(({ id }) => id)).toEqual(['site']);
    expect(proceduresDue(food, {}).map(({ id }) => id)).toEqual([]);
    expect(proceduresDue(itemNamed('残疾人证新办'), {}).map(({ id }) => id)).toEqual(['assess']);
  });
});

describe('which papers are missing', () => {
  const came = (named: Partial<Provision>): Provision => ({
    route: 'paper',
    originalsTaken: 0,
    copiesTaken: 0,
    checkedAgainstOriginal: false,
    hasFile: false,
    dueOn: null,
    ...named,
  });

  it.each([
    ['one original of one', paper({ originals: 1, copies: 0 }), came({ originalsTaken: 1 }), true],
    ['one original of two', paper({ originals: 2, copies: 0 }), came({ originalsTaken: 1 }), false],
    [
      'no copy of two',
      paper({ originals: 1, copies: 2 }),
      came({ originalsTaken: 1, copiesTaken: 1 }),
      false,
    ],
    [
      'a compared original that is kept',
      paper({ custody: 'keep_original' }),
      came({ checkedAgainstOriginal: true }),
      false,
    ],
    [
      'a compared original that goes back',
      paper({ custody: 'scan_and_return_original' }),
      came({ checkedAgainstOriginal: true }),
      true,
    ],
    ['a scan with its file', paper({}), came({ route: 'scan', hasFile: true }), true],
    ['a scan without its file', paper({}), came({ route: 'scan' }), false],
    ['a card', paper({}), came({ route: 'card' }), true],
    ['a promise', paper({ tolerable: true }), came({ route: 'later', dueOn: day }), false],
  ])('counts %s', (_, material, provision, complete) => {
    expect(isComplete(material, provision)).toBe(complete);
  });

  it('takes a promise only for a tolerable paper and an allowed day', () => {
    const papers = materialsAsked(
      item([paper({ id: 'a', tolerable: true }), paper({ id: 'b', tolerable: false })]),
      {},
      false,
    );
    const promised = came({ route: 'later', dueOn: day });
    const both = new Map([
      ['a', promised],
      ['b', promised],
    ]);
    expect(paperStanding(papers, both, () => true)).toEqual({ missing: ['b'], later: ['a'], committed: [] });
    expect(paperStanding(papers, both, () => false)).toEqual({
      missing: ['a', 'b'],
      later: [],
      committed: [],
    });
    expect(paperStanding(papers, new Map(), () => true)).toEqual({
      missing: ['a', 'b'],
      later: [],
      committed: [],
    });
  });

  it('never counts a paper that is not asked or may be left out', () => {
    const papers = materialsAsked(
      item([paper({ id: 'a', necessity: 'optional' }), paper({ id: 'b', when: { agent: true } })]),
      {},
      false,
    );
    expect(paperStanding(papers, new Map(), () => true)).toEqual({ missing: [], later: [], committed: [] });
  });
});

describe('a card on the reader proves a paper', () => {
  const holder = (named: Partial<CardHolder> = {}): CardHolder => ({
    kind: 'person',
    name: '李晓雨',
    sexCode: '2',
    legalRepresentative: null,
    isProved: true,
    ...named,
  });
  const card = (nameZh: string): ItemMaterial =>
    paper({ nameZh, electronicLicence: '居民身份证', custody: 'read_only_not_kept' });
  const nobody = { handler: null, legalRepresentative: null };
  const proves = (nameZh: string, applicant: CardHolder | null, handler: CardHolder | null = null) =>
    cardProves(card(nameZh), { ...nobody, applicant, handler });

  it('for the applicant, once two reads agreed', () => {
    expect(proves('居民身份证（申请人）', holder())).toBe(true);
    expect(proves('居民身份证（申请人）', holder({ isProved: false }))).toBe(false);
    expect(proves('居民身份证（申请人）', null, holder())).toBe(false);
    expect(proves('居民身份证（父亲或母亲）', holder({ sexCode: '1' }))).toBe(true);
  });

  it('for a mother only with the card of a woman', () => {
    expect(proves('居民身份证（母亲）', holder())).toBe(true);
    expect(proves('居民身份证（母亲）', holder({ sexCode: '1' }))).toBe(false);
  });

  it('for whoever handles the matter', () => {
    expect(proves('居民身份证（办税人员）', holder({ isProved: false }), holder())).toBe(true);
    expect(proves('居民身份证（办税人员）', holder(), holder({ isProved: false }))).toBe(false);
    expect(proves('居民身份证（办税人员）', holder())).toBe(true);
  });

  it('for a legal representative of the name the enterprise gave', () => {
    const firm = holder({ kind: 'enterprise', isProved: false, legalRepresentative: '王示范' });
    expect(proves('居民身份证（法定代表人）', firm, holder({ name: '王示范' }))).toBe(true);
    expect(proves('居民身份证（法定代表人）', firm, holder({ name: '李晓雨' }))).toBe(false);
    expect(proves('居民身份证（法定代表人）', holder({ name: '' }))).toBe(false);
    const itself = { ...nobody, applicant: firm, legalRepresentative: holder() };
    expect(cardProves(card('居民身份证（法定代表人）'), itself)).toBe(true);
  });

  it('never for the cards of several people, and never for a paper that is kept', () => {
    expect(proves('居民身份证（股东及法定代表人）', holder(), holder())).toBe(false);
    const kept = { ...card('居民身份证（申请人）'), custody: 'keep_original' } as const;
    expect(cardProves(kept, { ...nobody, applicant: holder() })).toBe(false);
    const other = { ...card('营业执照'), electronicLicence: '营业执照' };
    expect(cardProves(other, { ...nobody, applicant: holder() })).toBe(false);
  });
});
