import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { peopleAsked, type PersonFacts, personValues } from '#rules/form/person-values.ts';
import { citizenNumber } from '../../support/intake-desk.ts';

const terms = { today: Day.parse('2026-11-24'), site: '990101' };
const typed: PersonFacts = {
  kind: 'person',
  name: '李晓雨',
  certificateKind: 'resident-id',
  certificateNumber: citizenNumber(),
  phone: '13800001234',
  address: '',
  legalRepresentative: '',
  chip: null,
};
const said = (subject: string, facts: PersonFacts) =>
  Object.fromEntries(personValues(subject, facts, terms).map(({ meaning, value }) => [meaning, value]));

describe('what a party says for a form', () => {
  it('of somebody typed by hand: name, number and phone, birth and sex out of the number', () => {
    expect(said('applicant', typed)).toEqual({
      'applicant.name': '李晓雨',
      'applicant.phone': '13800001234',
      'applicant.citizen-number': citizenNumber(),
      'applicant.birth-date': '1987-07-03',
      'applicant.sex': 'female',
    });
  });

  it('of a card: what the chip says is from the chip, the phone beside it is not', () => {
    const chip = { birth: '19870703', sexCode: '2', ethnicityCode: '11' };
    const values = personValues('mother', { ...typed, address: '示范县', chip }, terms);
    expect(values.filter(({ fromChip }) => !fromChip).map(({ meaning }) => meaning)).toEqual([
      'mother.phone',
    ]);
    expect(values).toContainEqual({ meaning: 'mother.ethnicity', value: '满', fromChip: true });
  });

  it('of a passport: no birth and no sex; its number stands for an applicant and for nobody else', () => {
    const facts = { ...typed, certificateKind: 'passport' as const, certificateNumber: 'E1234567' };
    expect(said('applicant', facts)).toEqual({
      'applicant.name': '李晓雨',
      'applicant.phone': '13800001234',
      'applicant.citizen-number': 'E1234567',
    });
    expect(Object.keys(said('mother', facts))).toEqual(['mother.name', 'mother.phone']);
  });

  it('of a body that applies: the enterprise of its own form and who represents it', () => {
    const facts = {
      ...typed,
      kind: 'enterprise' as const,
      name: '示范小店',
      certificateKind: 'credit-code' as const,
      certificateNumber: '91990101MA0000000X',
      legalRepresentative: '李晓雨',
    };
    expect(said('applicant', facts)).toMatchObject({
      'enterprise.name': '示范小店',
      'enterprise.credit-code': '91990101MA0000000X',
      'legal-representative.name': '李晓雨',
    });
  });

  it('is offered for every person asked for by name and by number or phone, the applicant aside', () => {
    const asked = ['applicant.name', 'applicant.phone', 'mother.name', 'mother.citizen-number'];
    const more = [
      'enterprise-liaison.name',
      'enterprise-liaison.phone',
      'child.name',
      'bank.name',
      'enterprise.name',
      'enterprise.phone',
    ];
    expect(peopleAsked([...asked, ...more])).toEqual(['mother', 'enterprise-liaison']);
  });
});
