import { describe, expect, it } from 'vitest';
import { byRole } from '#rules/identity/by-role.ts';
import { isEmpowered, principalOf } from '#rules/intake/authorisation.ts';
import { Authorisation } from '#contract/shapes/party.ts';

const nobody = byRole(() => null);
const authorisation = (changes: object) =>
  Authorisation.parse({ items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true, ...changes });

describe('an authorisation', () => {
  it('gives the powers it names and no other; one that says nothing gives all', () => {
    expect(isEmpowered(null, 'promise')).toBe(false);
    expect(isEmpowered(authorisation({ powers: ['collect'] }), 'promise')).toBe(false);
    expect(isEmpowered(authorisation({ powers: ['collect'] }), 'collect')).toBe(true);
    expect(isEmpowered(authorisation({}), 'promise')).toBe(true);
  });

  it('is given by the principal, else by the guardian, else by the applicant', () => {
    expect(principalOf(nobody)).toBeNull();
    expect(principalOf({ ...nobody, applicant: 1 })).toBe('applicant');
    expect(principalOf({ ...nobody, applicant: 1, guardian: 1 })).toBe('guardian');
    expect(principalOf({ ...nobody, applicant: 1, guardian: 1, principal: 1 })).toBe('principal');
  });
});
