import type { RoleNeed } from '#contract/shapes/party.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { birthOf, type BirthTerms, fullYears } from '#rules/identity/age.ts';
import { isGuardianProved } from '#rules/intake/guardianship.ts';
import { rolesNeeded, rolesOfAll } from '#rules/intake/roles-needed.ts';
import { type RoleWord, rolesStanding } from '#rules/intake/roles-standing.ts';
import { factsKnown, type SituationAnswers } from '#rules/intake/situations.ts';
import type { Guardianship } from '#contract/shapes/party.ts';
import type { CaseRecord } from '../store/cases.ts';
import type { ObjectedParty, ObjectedPeople } from './objected-party.ts';

/** A case that a role is looked at for. */
interface RoleCase {
  readonly item: ServiceItem;
  readonly answers: SituationAnswers;
}

type PeopleWithProof = ObjectedPeople & { readonly guardianship: Guardianship | null };

/** The roles the open cases of a visit have room for; before one is opened, those of who applies. */
export function rolesOfVisit(
  people: ObjectedPeople,
  cases: readonly CaseRecord[],
  terms: BirthTerms,
): RoleNeed[] {
  const open = cases.filter(({ parties }) => parties === null);
  return open.length === 0
    ? rolesFor(people, null, terms)
    : rolesOfAll(open.map((one) => rolesFor(people, one, terms)));
}

/** The first role of a case that is not as it must be. */
export function rolesWord(people: PeopleWithProof, one: RoleCase, terms: BirthTerms): RoleWord | null {
  const { applicant, guardianship } = people;
  return rolesStanding(rolesFor(people, one, terms), {
    filled: new Set(PartyRole.options.filter((role) => people[role] !== null)),
    legalRepresentativeNamed: (applicant?.details.legalRepresentative ?? '') !== '',
    mustAppearInPerson: one.item.mustAppearInPerson,
    guardianProved: isGuardianProved(guardianship, yearsOf(applicant, terms)),
  });
}

/**
 * Who was sent is the legal representative or the guardian: they act by law and need no authorisation.
 *
 * @source 民法典 arts. 23, 61
 */
export function actsByLaw({ handler, legalRepresentative, guardian }: ObjectedPeople): boolean {
  const number = handler?.details.certificateNumber ?? '';
  return (
    number !== '' && [legalRepresentative, guardian].some((one) => one?.details.certificateNumber === number)
  );
}

function rolesFor(people: ObjectedPeople, one: RoleCase | null, terms: BirthTerms): RoleNeed[] {
  const { applicant, handler } = people;
  return rolesNeeded({
    applicant: applicant && { kind: applicant.details.kind, years: yearsOf(applicant, terms) },
    hasHandler: handler !== null,
    item: one && one.item,
    facts: one ? factsKnown(one.answers, handler !== null) : {},
  });
}

function yearsOf(party: ObjectedParty | null, terms: BirthTerms): number | null {
  const birth = party && birthOf(party.details, terms);
  return birth && fullYears(birth, terms.today);
}
