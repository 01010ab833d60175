import type { Authorisation, Guardianship } from '#contract/shapes/party.ts';
import { authorisationCovers, isEmpowered } from '#rules/intake/authorisation.ts';
import type { CaseFacts } from '#rules/intake/outcome-standings.ts';
import { byRole } from '#rules/identity/by-role.ts';
import { identityNeedWord } from '#rules/intake/identity-need.ts';
import { type ObjectedPeople, objectedPeople, proofOf, standingOf } from '../identity/objected-party.ts';
import { actsByLaw, rolesWord } from '../identity/roles.ts';
import type { CaseRecord } from '../store/cases.ts';
import { authorisationOf, guardianshipOf, partiesOf } from '../store/parties.ts';
import type { Looking } from './case-whole.ts';

/** Everybody of a case, with what may be said against them, and what lets one act for another. */
export type CasePeople = ObjectedPeople & {
  readonly authorisation: Authorisation | null;
  readonly guardianship: Guardianship | null;
};

export function peopleNow({ db, parts, today }: Looking, { visitId }: CaseRecord): CasePeople {
  return {
    ...objectedPeople(partiesOf(db, visitId), today, parts.site.site),
    authorisation: authorisationOf(db, visitId),
    guardianship: guardianshipOf(db, visitId),
  };
}

/** Who is there, who is missing, and what each may do. */
export type PeopleStanding = Pick<CaseFacts, 'people' | 'proof' | 'roles' | 'authorised' | 'mayPromise'>;

export function peopleStanding(
  { today, parts }: Looking,
  record: CaseRecord,
  people: CasePeople,
): PeopleStanding {
  const { item } = record;
  const on = record.receivedOn ?? today;
  const actsAlone = people.handler === null || actsByLaw(people);
  return {
    people: byRole((role) => {
      const party = people[role];
      return party && standingOf(party);
    }),
    proof: identityNeedWord(
      byRole((role) => {
        const party = people[role];
        return party && proofOf(party);
      }),
      { need: item.identityNeed, mustAppearInPerson: item.mustAppearInPerson },
    ),
    roles: rolesWord(people, record, { today: on, site: parts.site.site }),
    authorised: actsAlone || authorisationCovers(people.authorisation, item.code, on),
    mayPromise: actsAlone || isEmpowered(people.authorisation, 'promise'),
  };
}
