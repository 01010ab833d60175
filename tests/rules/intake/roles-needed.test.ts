import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { ItemParty } from '#contract/shapes/item.ts';
import { Guardianship, type PartyRole } from '#contract/shapes/party.ts';
import { birthOf, fullYears } from '#rules/identity/age.ts';
import { isGuardianProved, PROOFS, relationsFor } from '#rules/intake/guardianship.ts';
import { rolesNeeded, rolesOfAll, type RoleTerms } from '#rules/intake/roles-needed.ts';
import { rolesStanding, type RolesThere } from '#rules/intake/roles-standing.ts';

const adult: RoleTerms = {
  applicant: { kind: 'person', years: 36 },
  hasHandler: false,
  item: { mustAppearInPerson: false, mustAppearWhy: null, parties: [] },
  facts: {},
};
const needs = (terms: Partial<RoleTerms>) =>
  Object.fromEntries(
    rolesNeeded({ ...adult, ...terms }).map(({ role, need, because }) => [role, `${need} ${because}`]),
  );
const aged = (years: number | null) => needs({ applicant: { kind: 'person', years } });

describe('the roles of a case', () => {
  it('for an adult are the applicant, and a handler or a guardian where there is one', () => {
    expect(needs({})).toEqual({
      applicant: 'required applies',
      guardian: 'open ward',
      handler: 'open may-be-sent',
    });
  });

  it('need the guardian of a child under 16, and leave it open at 16 and 17', () => {
    expect(aged(0)['guardian']).toBe('required child');
    expect(aged(15)['guardian']).toBe('required child');
    expect(aged(16)['guardian']).toBe('open near-adult');
    expect(aged(17)['guardian']).toBe('open near-adult');
    expect(aged(18)['guardian']).toBe('open ward');
    expect(aged(null)['guardian']).toBe('open ward');
  });

  it('need the guardian of an adult once the question says that a guardian acts', () => {
    expect(needs({ facts: { guardian: true } })['guardian']).toBe('required ward');
    expect(needs({ facts: { guardian: false } })['guardian']).toBe('open ward');
  });

  it('need the legal representative of an enterprise, and give other bodies room for one', () => {
    const of = (kind: 'enterprise' | 'society') => needs({ applicant: { kind, years: null } });
    expect(of('enterprise')).toEqual({
      applicant: 'required applies',
      legalRepresentative: 'required body-acts-through',
      handler: 'open may-be-sent',
    });
    expect(of('society')['legalRepresentative']).toBe('open body-may-act-through');
  });

  it('close the place of a handler where the item must be applied for in person, and say why', () => {
    const item = { mustAppearInPerson: true, mustAppearWhy: '当面核对', parties: [] };
    const found = rolesNeeded({ ...adult, item, applicant: { kind: 'organ', years: null } });
    expect(found.find(({ role }) => role === 'handler')).toMatchObject({
      need: 'closed',
      because: 'comes-in-person',
      basis: '行政许可法第二十九条：当面核对',
    });
    expect(found.find(({ role }) => role === 'legalRepresentative')?.need).toBe('required');
  });

  it('have room for who authorised the handler, only where there is one', () => {
    expect(needs({ hasHandler: true })['principal']).toBe('open may-authorise');
    expect(needs({})['principal']).toBeUndefined();
  });

  it('hold whom the item asks for, under the name it gives them, while its facts hold', () => {
    const father = ItemParty.parse({
      role: 'secondSubject',
      need: 'required',
      when: { marriedParents: true },
      nameZh: '父亲',
      nameEn: 'Father',
      basis: '户口登记条例第七条',
    });
    const item = { mustAppearInPerson: false, mustAppearWhy: null, parties: [father] };
    expect(needs({ item })['secondSubject']).toBeUndefined();
    expect(needs({ item, facts: { marriedParents: false } })['secondSubject']).toBeUndefined();
    const asked = rolesNeeded({ ...adult, item, facts: { marriedParents: true } });
    expect(asked.find(({ role }) => role === 'secondSubject')).toMatchObject({
      need: 'required',
      nameZh: '父亲',
      basis: '户口登记条例第七条',
    });
  });

  it('of several cases are the stricter of each', () => {
    const strict = rolesNeeded({ ...adult, facts: { guardian: true } });
    for (const order of [
      [strict, rolesNeeded(adult)],
      [rolesNeeded(adult), strict],
    ]) {
      const found = rolesOfAll(order);
      expect(found.map(({ role }) => role).toSorted()).toEqual(['applicant', 'guardian', 'handler']);
      expect(found.find(({ role }) => role === 'guardian')?.need).toBe('required');
    }
  });

  it('each name the law they come from', () => {
    const every = [
      ...rolesNeeded({ ...adult, hasHandler: true }),
      ...rolesNeeded({ ...adult, applicant: { kind: 'enterprise', years: null } }),
      ...rolesNeeded({ ...adult, applicant: { kind: 'person', years: 3 } }),
    ];
    for (const { basis } of every) expect(basis).toMatch(/第.+条/);
  });
});

describe('what stands against the roles', () => {
  const there = (roles: readonly PartyRole[], named: Partial<RolesThere> = {}): RolesThere => ({
    filled: new Set(roles),
    legalRepresentativeNamed: false,
    mustAppearInPerson: false,
    guardianProved: true,
    ...named,
  });
  const firm = rolesNeeded({ ...adult, applicant: { kind: 'enterprise', years: null } });
  const child = rolesNeeded({ ...adult, applicant: { kind: 'person', years: 3 } });

  it('is nothing when everybody who is needed is there', () => {
    expect(rolesStanding(rolesNeeded(adult), there(['applicant']))).toBeNull();
    expect(rolesStanding(child, there(['applicant', 'guardian']))).toBeNull();
    expect(rolesStanding(firm, there(['applicant', 'legalRepresentative']))).toBeNull();
  });

  it('is the guardian of a child, and then the proof', () => {
    expect(rolesStanding(child, there(['applicant']))).toBe('guardian-missing');
    expect(rolesStanding(child, there(['applicant', 'guardian'], { guardianProved: false }))).toBe(
      'guardian-unproved',
    );
  });

  it('is the legal representative, unless the enterprise named one and need not send them', () => {
    expect(rolesStanding(firm, there(['applicant']))).toBe('legal-representative-missing');
    const named = { legalRepresentativeNamed: true };
    expect(rolesStanding(firm, there(['applicant'], named))).toBeNull();
    expect(rolesStanding(firm, there(['applicant'], { ...named, mustAppearInPerson: true }))).toBe(
      'legal-representative-missing',
    );
  });

  it('is a handler whose place is closed', () => {
    const item = { mustAppearInPerson: true, mustAppearWhy: null, parties: [] };
    const alone = rolesNeeded({ ...adult, item });
    expect(rolesStanding(alone, there(['applicant', 'handler']))).toBe('must-come-in-person');
    expect(rolesStanding(alone, there(['applicant']))).toBeNull();
  });
});

describe('a guardian', () => {
  const proof = (changes: object) =>
    Guardianship.parse({ relation: 'parent', proof: 'household-register', originalSeen: true, ...changes });

  it('is proved by a paper of that relation whose original was seen', () => {
    expect(isGuardianProved(null, 3)).toBe(false);
    expect(isGuardianProved(proof({}), 3)).toBe(true);
    expect(isGuardianProved(proof({ originalSeen: false }), 3)).toBe(false);
    expect(isGuardianProved(proof({ proof: 'marriage-certificate' }), 3)).toBe(false);
    expect(isGuardianProved(proof({ relation: 'appointed' }), 3)).toBe(false);
    expect(isGuardianProved(proof({ relation: 'appointed', proof: 'designation' }), 3)).toBe(true);
  });

  it('of a child is neither its spouse nor its own child', () => {
    const spouse = proof({ relation: 'spouse', proof: 'marriage-certificate' });
    expect(isGuardianProved(spouse, 17)).toBe(false);
    expect(isGuardianProved(spouse, 40)).toBe(true);
    expect(relationsFor(5)).not.toContain('child');
    for (const relation of relationsFor(null)) expect(PROOFS[relation].length).toBeGreaterThan(0);
  });
});

describe('an age', () => {
  const years = (birth: string, today: string) => fullYears(Day.parse(birth), Day.parse(today));

  it('grows on the birthday, and on 1 March for somebody born on 29 February', () => {
    expect(years('2010-11-24', '2026-11-23')).toBe(15);
    expect(years('2010-11-24', '2026-11-24')).toBe(16);
    expect(years('2008-02-29', '2026-02-28')).toBe(17);
    expect(years('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('is read from the chip, else from the number, and from nothing else', () => {
    const terms = { today: Day.parse('2026-11-24'), site: '990101' };
    const person = { kind: 'person', certificateKind: 'resident-id', certificateNumber: '' } as const;
    const number = '990101199205174023';
    expect(birthOf({ ...person, certificateNumber: number }, terms)).toBe('1992-05-17');
    expect(birthOf({ ...person, certificateNumber: number, chip: { birth: '20100101' } }, terms)).toBe(
      '2010-01-01',
    );
    expect(birthOf({ ...person, certificateKind: 'passport', certificateNumber: number }, terms)).toBeNull();
    expect(birthOf({ ...person, kind: 'enterprise', certificateNumber: number }, terms)).toBeNull();
    expect(birthOf(person, terms)).toBeNull();
  });
});
