import { describe, expect, it } from 'vitest';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import { changedCatalogue, demoCatalogueText, faultPaths } from '../../support/demo-catalogue.ts';

describe('the demo catalogue', () => {
  const reading = readCataloguePackage(demoCatalogueText);
  const items = reading.ok ? reading.items : [];
  const item = (code: string) => items.find((one) => one.code === code);

  it('is read whole, without a fault', () => {
    expect(reading).toMatchObject({ ok: true });
    expect(items).toHaveLength(19);
    expect(new Set(items.map(({ code }) => code)).size).toBe(19);
  });

  it('names the department of an item with its credit code', () => {
    expect(item('11990101990000017G4990131001000')?.department).toEqual({
      key: 'scjg',
      nameZh: '示范县市场监督管理局',
      nameEn: 'Market Regulation Bureau',
      creditCode: '11990101990000017G',
    });
  });

  it('puts an extra paper into the answer that asks for it', () => {
    const added = items.flatMap(({ situations }) =>
      situations.flatMap(({ options }) => options.flatMap(({ addMaterials }) => addMaterials)),
    );
    expect(added.map(({ id, nameZh }) => [id, nameZh])).toEqual([['guardian-proof', '监护关系证明']]);
  });

  it('keeps the conditions of a paper and what an answer drops', () => {
    const company = item('11990101990000017G4990131001000');
    expect(company?.materials.find(({ id }) => id === 'poa')?.when).toEqual({ agent: true });
    expect(company?.situations[0]?.options.map(({ id, dropMaterials }) => [id, dropMaterials])).toEqual([
      ['own', []],
      ['rent', []],
      ['declare', ['premises']],
    ]);
  });

  it('lets the counter accept offline exactly what it may accept at all', () => {
    expect(items.filter(({ offlineAccept }) => offlineAccept)).toHaveLength(16);
    expect(
      items.every((one) => one.offlineAccept === (one.counterOutcomeAuthority === 'accept_on_behalf')),
    ).toBe(true);
    const closed = readCataloguePackage(changedCatalogue(['items', 0, 'offlineAccept'], false));
    expect(closed.ok && closed.items[0]?.offlineAccept).toBe(false);
  });
});

describe('a catalogue with a fault', () => {
  it.each<[string, (string | number)[], unknown, string]>([
    ['another schema', ['schema'], 'one-window/catalogue@2', 'schema'],
    ['an unknown key', ['items', 3, 'colour'], 'red', 'items[3]'],
    ['a name left out', ['items', 3, 'nameZh'], '', 'items[3].nameZh'],
    ['a department nobody knows', ['items', 3, 'department'], 'xx', 'items[3].department'],
    [
      'a wrong credit code',
      ['departments', 0, 'creditCode'],
      '11990101990000017A',
      'departments[0].creditCode',
    ],
    ['days without a unit', ['items', 0, 'legalLimit', 'unit'], null, 'items[0].legalLimit.unit'],
    ['half a day', ['items', 0, 'legalLimit', 'days'], 0.5, 'items[0].legalLimit.days'],
    [
      'an unknown fact',
      ['items', 0, 'materials', 4, 'when'],
      { weather: true },
      'items[0].materials[4].when',
    ],
    ['a paper twice', ['items', 0, 'materials', 1, 'id'], 'form', 'items[0].materials[1].id'],
    [
      'an item twice',
      ['items', 1, 'implementationCode'],
      '11990101990000017g4990131001000',
      'items[1].implementationCode',
    ],
    ['a queue that is not there', ['items', 0, 'queueCode'], 'ZZ', 'items[0].queueCode'],
    [
      'an answer that drops a paper the item has not',
      ['items', 0, 'situations', 0, 'options', 2, 'dropMaterials'],
      ['premisses'],
      'items[0].situations[0].options[2].dropMaterials[0]',
    ],
    [
      'an answer that adds a paper nobody describes',
      ['items', 0, 'situations', 0, 'options', 2, 'addMaterials'],
      ['moon-permit'],
      'items[0].situations[0].options[2].addMaterials[0]',
    ],
    [
      'an answer that adds a procedure the item has not',
      ['items', 0, 'situations', 0, 'options', 2, 'addSpecialProcedure'],
      'site',
      'items[0].situations[0].options[2].addSpecialProcedure',
    ],
    [
      'a query nobody answers',
      ['items', 0, 'situations', 0, 'options', 0, 'dataShareInstead', 'query'],
      'moon.phase',
      'items[0].situations[0].options[0].dataShareInstead.query',
    ],
  ])('%s: is refused whole and the place is named', (_, path, value, place) => {
    expect(faultPaths(changedCatalogue(path, value))).toEqual([place]);
  });

  it('tells all faults at once', () => {
    const twice: unknown = JSON.parse(changedCatalogue(['items', 0, 'nameZh'], 7));
    Reflect.set(Object(twice), 'regionCode', 'x');
    expect(faultPaths(JSON.stringify(twice)).toSorted()).toEqual(['items[0].nameZh', 'regionCode']);
  });

  it('says every fault in both languages, those of a shape as well', () => {
    const wrong: unknown = JSON.parse(changedCatalogue(['items', 0, 'nameZh'], 7));
    Reflect.set(Object(wrong), 'regionCode', 'x');
    const named = changedCatalogue(['items', 3, 'department'], 'xx');
    const code = changedCatalogue(['departments', 0, 'creditCode'], 'x');
    for (const text of [JSON.stringify(wrong), named, code, 'not json']) {
      const reading = readCataloguePackage(text);
      if (reading.ok) throw new Error('it has faults');
      for (const { say, sayZh } of reading.faults) {
        expect(say).not.toMatch(/[\u4e00-\u9fff]/);
        expect(sayZh).toMatch(/[\u4e00-\u9fff]/);
      }
    }
    const reading = readCataloguePackage(named);
    expect(reading).toMatchObject({
      faults: [{ path: 'items[3].department', say: 'no department xx', sayZh: '没有部门“xx”' }],
    });
  });

  it.each(['', 'not json', '[]', 'null', '{"schema":"one-window/catalogue@1"}'])('%j is refused', (file) => {
    expect(readCataloguePackage(file).ok).toBe(false);
  });

  it('may begin with the mark some editors write', () => {
    expect(readCataloguePackage(`\uFEFF${demoCatalogueText}`).ok).toBe(true);
  });
});
