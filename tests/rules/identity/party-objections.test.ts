import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { cardObjections } from '#rules/identity/card-validity.ts';
import { citizenCheckCharacter } from '#rules/identity/citizen-number.ts';
import { ethnicityNameEn, ethnicityNameZh, isKnownEthnicity } from '#rules/identity/ethnicity.ts';
import { partyObjections, type PartyValues } from '#rules/identity/party-objections.ts';
import { sexNameEn, sexNameZh } from '#rules/identity/sex.ts';
import vectors from './number-vectors.json' with { type: 'json' };

const terms = { today: Day.parse('2026-11-24'), site: '990101' };

const person: PartyValues = {
  kind: 'person',
  name: '示例甲',
  certificateKind: 'resident-id',
  certificateNumber: '110101199001010015',
  phone: '13800000000',
  address: '示范县样例路1号',
};
const chip = { birth: '19900101', sexCode: '1', validFrom: '20200315', validTo: '20400315', unreadable: [] };

const words = (values: Partial<PartyValues>) =>
  partyObjections({ ...person, ...values }, terms).map(({ field, problem, blocks }) =>
    [field, problem, blocks ? 'blocks' : 'warns'].join(' '),
  );

describe('the dates of a card', () => {
  const dates = { birth: '19900101', validFrom: '20200315', validTo: '20400315' };
  it.each([
    ['a good card', {}, []],
    ['a long-term card', { validTo: null }, []],
    ['a card on its last day', { validTo: '20261124' }, ['card-expires-soon']],
    ['a card that ended yesterday', { validTo: '20261123' }, ['card-expired']],
    ['a card with 30 days left', { validTo: '20261224' }, ['card-expires-soon']],
    ['a card with 31 days left', { validTo: '20261225' }, []],
    ['a card from tomorrow', { validFrom: '20261125' }, ['card-not-yet-valid']],
    ['a card that ends before it begins', { validTo: '20200314' }, ['unreadable-validity']],
    ['a card with letters for a date', { validTo: '2040AB15' }, ['unreadable-validity']],
    ['a card born on 30 February', { birth: '19900230' }, ['impossible-birth-date']],
    ['a card born tomorrow', { birth: '20261125' }, ['impossible-birth-date']],
  ])('%s', (_, change, problems) => {
    expect(cardObjections({ ...dates, ...change }, terms.today).map(({ problem }) => problem)).toEqual(
      problems,
    );
  });
});

describe('what the rules object to in a party', () => {
  it('nothing, when everything is right', () => {
    expect(words({ chip })).toEqual([]);
  });

  it('nothing, while nothing is filled: missing is not wrong', () => {
    expect(words({ name: '', certificateNumber: '', phone: '', address: null })).toEqual([]);
  });

  it.each<[string, Partial<PartyValues>, string[]]>([
    [
      'a wrong check digit',
      { certificateNumber: '110101199001010016' },
      ['certificateNumber wrong-check-digit blocks'],
    ],
    [
      'a residence permit entered as an identity card',
      { certificateNumber: '810000198506150039' },
      ['certificateKind wrong-certificate-kind blocks'],
    ],
    [
      'a credit code for a person',
      { certificateKind: 'credit-code', certificateNumber: '91350100M000100Y43' },
      ['certificateKind wrong-certificate-kind blocks'],
    ],
    [
      'an organisation with a card',
      { kind: 'enterprise' },
      ['certificateKind wrong-certificate-kind blocks'],
    ],
    ['a phone that is too short', { phone: '1380000' }, ['phone unusual-phone warns']],
    [
      'a travel permit with a letter too many',
      { certificateKind: 'hm-travel-permit', certificateNumber: 'HH0123456' },
      ['certificateNumber unusual-number warns'],
    ],
    ['a private-use character in the name', { name: '示\uE001' }, ['name unreadable-characters blocks']],
    ['an expired card', { chip: { ...chip, validTo: '20251101' } }, ['validTo card-expired blocks']],
    [
      'a chip whose birth date is not the number’s',
      { chip: { ...chip, birth: '19900102' } },
      ['birth birth-differs-from-number blocks'],
    ],
    [
      'a chip whose sex is not the number’s',
      { chip: { ...chip, sexCode: '2' } },
      ['certificateNumber sex-differs-from-number warns'],
    ],
    [
      'a name the chip could not spell',
      { name: '', chip: { ...chip, unreadable: ['name', 'address'] } },
      ['name unreadable-characters blocks', 'address unreadable-characters warns'],
    ],
  ])('%s', (_, change, expected) => {
    expect(words(change)).toEqual(expected);
  });

  it('takes a made-up number of its own county only', () => {
    const first17 = '99010119900101001';
    const number = first17 + citizenCheckCharacter(first17);
    expect(words({ certificateNumber: number })).toEqual([]);
    expect(partyObjections({ ...person, certificateNumber: number }, { ...terms, site: '330106' })).toEqual([
      { field: 'certificateNumber', problem: 'unknown-region', blocks: true },
    ]);
  });

  it.each([
    ['passport', 'E12345678'],
    ['hm-travel-permit', 'H01234567'],
    ['tw-travel-permit', '12345678'],
    ['hmt-residence', '810000198506150039'],
    ['foreigner-permanent', '931586198001010028'],
  ] as const)('takes a %s', (certificateKind, certificateNumber) => {
    expect(words({ certificateKind, certificateNumber })).toEqual([]);
  });
});

describe('codes of a card', () => {
  it('the ethnicity table is the published one, and an unknown code is shown as its number', () => {
    for (const [code, nameZh] of Object.entries(vectors.ethnicity))
      expect(ethnicityNameZh(code)).toBe(nameZh);
    expect(Object.keys(vectors.ethnicity)).toHaveLength(58);
    expect(ethnicityNameZh('81')).toBe('81');
    expect(isKnownEthnicity('81')).toBe(false);
    expect(ethnicityNameEn('11')).toBe('Man');
  });

  it('sex is the published table', () => {
    for (const [code, nameZh] of Object.entries(vectors.sex)) expect(sexNameZh(code)).toBe(nameZh);
    expect(sexNameEn('2')).toBe('female');
    expect(sexNameZh('7')).toBe('7');
  });
});
