import { describe, expect, it } from 'vitest';
import { byRole } from '#rules/identity/by-role.ts';
import { identityStanding, type PartyStanding, type PeopleStanding } from '#rules/intake/party-standing.ts';

const person: PartyStanding = {
  kind: 'person',
  hasName: true,
  hasNumber: true,
  verification: 'by-hand',
  objections: [],
};
/** An applicant, and whoever else. */
const people = (applicant: PartyStanding | null, others: Partial<PeopleStanding> = {}): PeopleStanding => ({
  ...byRole(() => null),
  applicant,
  ...others,
});
const objection = { field: 'certificateNumber', problem: 'wrong-check-digit', blocks: true } as const;

describe('identity', () => {
  it('waits for everybody as much as for the applicant', () => {
    expect(identityStanding(people(person, { handler: { ...person, verification: 'differs' } }))).toBe(
      'identity-unconfirmed',
    );
    expect(identityStanding(people(person, { guardian: { ...person, hasNumber: false } }))).toBe(
      'identity-missing',
    );
  });

  it('is settled by an objection that only warns or was overridden with a reason', () => {
    const warned = { ...person, objections: [{ ...objection, blocks: false, overriddenBecause: null }] };
    const past = { ...person, objections: [{ ...objection, overriddenBecause: '已核户口簿' }] };
    expect(identityStanding(people(warned, { handler: past }))).toBeNull();
  });
});
