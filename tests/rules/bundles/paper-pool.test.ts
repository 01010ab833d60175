import { array, assert, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseMaterial } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { type PoolCase, paperPool } from '#rules/bundles/paper-pool.ts';
import { readyAct } from '#rules/bundles/ready-act.ts';
import { poolQuestions } from '#rules/bundles/questions.ts';
import { aMaterial } from '../../support/item-views.ts';

const code = (at: number) => ItemCode.parse(`item-${at}`);
const NO_NOTE = () => null;

function aCase(at: number, materials: readonly CaseMaterial[], changes: Partial<PoolCase> = {}): PoolCase {
  return {
    itemCode: code(at),
    open: true,
    materials,
    missing: materials.flatMap(({ id, asked, mandatory, route }) =>
      asked && mandatory && route === null ? [id] : [],
    ),
    laterBy: Day.parse('2026-12-20'),
    madeBefore: new Map(),
    ...changes,
  };
}

const papers = uniqueArray(
  record({
    id: constantFrom('id', 'form', 'bill', 'photo'),
    asked: boolean(),
    mandatory: boolean(),
    tolerable: boolean(),
    originals: integer({ min: 0, max: 2 }),
    copies: integer({ min: 0, max: 2 }),
    custody: constantFrom('read_only_not_kept', 'keep_original'),
    route: constantFrom('paper' as const, null),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
).map((drawn) => drawn.map((one) => aMaterial(one.id, one)));

describe('the pool of papers', () => {
  it('has every paper that is asked once, and each case it serves once', () => {
    assert(
      property(array(papers, { minLength: 1, maxLength: 4 }), (drawn) => {
        const cases = drawn.map((materials, at) => aCase(at, materials));
        const pool = paperPool(cases, new Set(['id', 'form']), NO_NOTE);
        expect(new Set(pool.map(({ id }) => id)).size).toBe(pool.length);
        const served = pool.flatMap(({ cells }) =>
          cells.map(({ itemCode, materialId }) => `${itemCode} ${materialId}`),
        );
        const asked = cases.flatMap(({ itemCode, materials }) =>
          materials.filter((one) => one.asked).map(({ id }) => `${itemCode} ${id}`),
        );
        expect(served.toSorted()).toEqual(asked.toSorted());
      }),
    );
  });

  it('is as strict as the strictest case, and counts an original for every office that keeps one', () => {
    assert(
      property(array(papers, { minLength: 1, maxLength: 4 }), (drawn) => {
        const cases = drawn.map((materials, at) => aCase(at, materials));
        for (const paper of paperPool(cases, new Set(['id', 'form', 'bill', 'photo']), NO_NOTE)) {
          const asked = cases.flatMap(({ materials }) =>
            materials.filter((one) => one.asked && one.id === paper.materialId),
          );
          const kept = asked.filter(({ custody }) => custody === 'keep_original');
          const sum = kept.reduce((all, { originals }) => all + originals, 0);
          expect(paper.mandatory).toBe(asked.some(({ mandatory }) => mandatory));
          expect(paper.tolerable).toBe(asked.every(({ tolerable }) => tolerable));
          expect(paper.laterBy !== null).toBe(paper.tolerable);
          expect(paper.copies).toBe(Math.max(...asked.map(({ copies }) => copies)));
          expect(paper.originals).toBe(Math.max(sum, ...asked.map(({ originals }) => originals)));
        }
      }),
    );
  });

  it('shows a missing paper only to the cases that need it', () => {
    const bill = aMaterial('bill', { nameZh: '票据' });
    const form = aMaterial('form', { route: 'paper' });
    const pool = paperPool([aCase(0, [bill, form]), aCase(1, [form])], new Set(['form']), NO_NOTE);
    const stopped = pool.flatMap(({ cells }) =>
      cells.filter(({ state }) => state === 'missing').map(({ itemCode }) => itemCode),
    );
    expect(stopped).toEqual([code(0)]);
  });

  it('asks nobody for a paper that an earlier step makes, until it is made', () => {
    const licence = aMaterial('licence', { nameZh: '营业执照' });
    const waiting = aCase(1, [licence], { madeBefore: new Map([['营业执照', code(0)]]) });
    const [paper] = paperPool([waiting], new Set(['licence']), NO_NOTE);
    expect(paper?.cells).toMatchObject([{ state: 'comes', from: code(0) }]);
    const [made] = paperPool([aCase(1, [licence])], new Set(['licence']), NO_NOTE);
    expect(made?.cells).toMatchObject([{ state: 'missing', from: null }]);
  });
});

describe('the act for all cases', () => {
  const open = { open: true, because: null };
  const shut = (because: string) => ({ open: false, because });
  const facts = {
    may: 'accept',
    missing: 0,
    formWhole: true,
    outcomes: [
      { outcome: 'receive', ...open },
      { outcome: 'accept', ...open },
      { outcome: 'accept-tolerant', ...shut('nothing-missing') },
    ],
  } as const;
  const seatOnly = {
    ...facts,
    may: 'receive-only',
    outcomes: [
      { outcome: 'receive', ...open },
      { outcome: 'accept', ...shut('department-seat-only') },
    ],
  } as const;

  it('accepts what is open', () => {
    expect(readyAct(facts)).toEqual({ act: 'accept', because: null });
  });

  it('receives what only its department accepts, and only when all of it is here', () => {
    expect(readyAct(seatOnly)).toEqual({ act: 'receive', because: null });
    expect(readyAct({ ...seatOnly, missing: 1 })).toEqual({ act: null, because: 'materials-missing' });
    expect(readyAct({ ...seatOnly, formWhole: false })).toEqual({ act: null, because: 'form-incomplete' });
  });

  it('receives nothing half that this counter could accept', () => {
    const outcomes = [
      { outcome: 'receive', ...open },
      { outcome: 'accept', ...shut('materials-missing') },
    ] as const;
    expect(readyAct({ ...facts, missing: 1, outcomes: [...outcomes] })).toEqual({
      act: null,
      because: 'materials-missing',
    });
  });
});

describe('the questions of a bundle', () => {
  const question = (id: string) => ({
    id,
    questionZh: id,
    questionEn: id,
    options: ['yes', 'no'].map((option) => ({
      id: option,
      labelZh: option,
      labelEn: option,
      dropMaterials: [],
      addMaterials: [],
      replaceMaterials: [],
      dataShareInstead: null,
      addSpecialProcedure: null,
      rerouteTo: null,
      note: null,
      basis: null,
    })),
  });

  it('are asked once where they are about the citizen, and by each item where they are its own', () => {
    const situations = [question('fact:photoOnFile'), question('who')];
    const asked = poolQuestions([
      { itemCode: code(0), situations, answers: { 'fact:photoOnFile': 'yes' } },
      { itemCode: code(1), situations, answers: { 'fact:photoOnFile': 'yes', who: 'no' } },
    ]);
    expect(
      asked.map(({ situationId, itemCodes, answer }) => [situationId, itemCodes.length, answer]),
    ).toEqual([
      ['fact:photoOnFile', 2, 'yes'],
      ['who', 1, null],
      ['who', 1, 'no'],
    ]);
  });

  it('are open while the cases do not all have the same answer', () => {
    const situations = [question('fact:photoOnFile')];
    const [asked] = poolQuestions([
      { itemCode: code(0), situations, answers: { 'fact:photoOnFile': 'yes' } },
      { itemCode: code(1), situations, answers: {} },
    ]);
    expect(asked?.answer).toBeNull();
  });
});
