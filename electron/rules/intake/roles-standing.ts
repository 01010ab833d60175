import type { PartyRole, RoleNeed } from '#contract/shapes/party.ts';

/** What the rule needs to know of the people that are there. */
export interface RolesThere {
  readonly filled: ReadonlySet<PartyRole>;
  /** A body named its legal representative by name, without the person being there. */
  readonly legalRepresentativeNamed: boolean;
  /** The body must send its legal representative: the name alone will not do. */
  readonly mustAppearInPerson: boolean;
  readonly guardianProved: boolean;
}

export type RoleWord =
  | 'must-come-in-person'
  | 'legal-representative-missing'
  | 'guardian-missing'
  | 'guardian-unproved'
  | 'second-subject-missing';

/**
 * What still stands against the roles of a case, or null: nobody is there whose place is closed, everybody who is
 * required is there, and a guardian who is there is proved to be one.
 *
 * @source 行政许可法 art. 29; 民法典 arts. 19, 20, 27, 28, 61; domain.md 3.1
 */
export function rolesStanding(needs: readonly RoleNeed[], there: RolesThere): RoleWord | null {
  for (const { role, need } of needs) {
    if (need === 'closed' && there.filled.has(role)) return 'must-come-in-person';
    if (need === 'required' && !isThere(role, there)) {
      const missing = MISSING[role];
      if (missing) return missing;
    }
  }
  return there.filled.has('guardian') && !there.guardianProved ? 'guardian-unproved' : null;
}

function isThere(role: PartyRole, { filled, legalRepresentativeNamed, mustAppearInPerson }: RolesThere) {
  if (filled.has(role)) return true;
  return role === 'legalRepresentative' && legalRepresentativeNamed && !mustAppearInPerson;
}

/** That nobody applies is said before this is asked; nobody is required to be sent. */
const MISSING: Readonly<Partial<Record<PartyRole, RoleWord>>> = {
  legalRepresentative: 'legal-representative-missing',
  guardian: 'guardian-missing',
  secondSubject: 'second-subject-missing',
};
