import type { PartyRole } from '#contract/shapes/party.ts';
import { ADULT_AT, birthOf, type BirthTerms, fullYears, NEAR_ADULT_AT } from './age.ts';
import { normalisedNumber } from './citizen-number.ts';
import type { FoundObjection, PartyValues } from './party-objections.ts';

export type PeopleValues = Readonly<Record<PartyRole, PartyValues | null>>;

/**
 * What the rules object to when the people of a visit are seen together: one person in two places that exclude each
 * other, a guardian who is a minor, somebody of 16 or 17 alone, a body where only a person can be, a legal
 * representative with another name than the body gave.
 *
 * @source 民法典 arts. 17–20, 27, 61, 168; domain.md 3.1
 */
export function peopleObjections(
  people: PeopleValues,
  terms: BirthTerms,
): ReadonlyMap<PartyRole, FoundObjection[]> {
  const found = new Map<PartyRole, FoundObjection[]>();
  const object = (role: PartyRole, objection: FoundObjection | null): void => {
    if (objection) found.set(role, [...(found.get(role) ?? []), objection]);
  };
  for (const role of BESIDE_APPLICANT) object(role, samePerson(people[role], people.applicant));
  for (const role of ONLY_PEOPLE) object(role, notAPerson(people[role]));
  object('guardian', minorGuardian(people.guardian, terms));
  object('applicant', minorAlone(people, terms));
  object('legalRepresentative', otherName(people));
  return found;
}

const BESIDE_APPLICANT = ['handler', 'guardian', 'principal', 'secondSubject'] as const;
const ONLY_PEOPLE = ['handler', 'legalRepresentative', 'guardian'] as const;

function samePerson(one: PartyValues | null, applicant: PartyValues | null): FoundObjection | null {
  const number = normalisedNumber(one?.certificateNumber ?? '');
  const same = number !== '' && number === normalisedNumber(applicant?.certificateNumber ?? '');
  return same ? { field: 'certificateNumber', problem: 'same-as-applicant', blocks: true } : null;
}

function notAPerson(one: PartyValues | null): FoundObjection | null {
  return one && one.kind !== 'person' ? { field: 'kind', problem: 'not-a-person', blocks: true } : null;
}

function minorGuardian(guardian: PartyValues | null, terms: BirthTerms): FoundObjection | null {
  const birth = guardian && birthOf(guardian, terms);
  return birth && fullYears(birth, terms.today) < ADULT_AT
    ? { field: 'birth', problem: 'minor-guardian', blocks: true }
    : null;
}

/** 民法典 art. 18: from 16 on, somebody who lives on their own labour. A clerk who heard so writes it down. */
function minorAlone({ applicant, guardian }: PeopleValues, terms: BirthTerms): FoundObjection | null {
  const birth = applicant && birthOf(applicant, terms);
  if (!birth || guardian) return null;
  const years = fullYears(birth, terms.today);
  return years >= NEAR_ADULT_AT && years < ADULT_AT
    ? { field: 'birth', problem: 'minor-alone', blocks: true }
    : null;
}

function otherName({ applicant, legalRepresentative }: PeopleValues): FoundObjection | null {
  const said = (applicant?.legalRepresentative ?? '').trim();
  const name = (legalRepresentative?.name ?? '').trim();
  return said !== '' && name !== '' && said !== name
    ? { field: 'name', problem: 'legal-representative-differs', blocks: true }
    : null;
}
