import { describe, expect, it } from 'vitest';
import { type CardFacts, cardDifferences, cardValues } from '#rules/identity/card-again.ts';

const said: CardFacts = {
  name: '李示范',
  address: '示范县旧街 1 号',
  chip: { ethnicityCode: '01', issuer: '示范县公安局', validFrom: '20190517', validTo: '20390517' },
};
const chip = (changes: Partial<NonNullable<CardFacts['chip']>>): CardFacts['chip'] =>
  said.chip && { ...said.chip, ...changes };

describe('a card that is read again', () => {
  it('says the same, but for signs around it', () => {
    expect(cardDifferences(said, { ...said, name: ' 李示范 ' })).toEqual([]);
  });

  it('differs on every field that both say, in the order of a card', () => {
    const now = {
      name: '李示例',
      address: '示范县新街 2 号',
      chip: chip({ ethnicityCode: '11', issuer: '示范市公安局', validTo: null }),
    };
    expect(cardDifferences(said, now)).toEqual(['name', 'address', 'ethnicity', 'issuer', 'validity']);
  });

  it('differs on nothing that one of them does not say', () => {
    expect(cardDifferences({ ...said, address: '', chip: null }, said)).toEqual([]);
    expect(cardDifferences(said, { ...said, name: '', chip: chip({ ethnicityCode: null }) })).toEqual([]);
  });

  it('is valid between two days, or for ever', () => {
    expect(cardValues(said).validity).toBe('2019-05-17/2039-05-17');
    expect(cardValues({ ...said, chip: chip({ validTo: null }) }).validity).toBe('2019-05-17/');
  });
});
