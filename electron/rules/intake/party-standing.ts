import type { Objection, PartyKind, PartyRole, Verification } from '#contract/shapes/party.ts';

/** What the rules of intake need to know of a party: never a name, never a number. */
export interface PartyStanding {
  readonly kind: PartyKind;
  readonly hasName: boolean;
  readonly hasNumber: boolean;
  readonly verification: Verification;
  readonly objections: readonly Objection[];
}

export type PeopleStanding = Readonly<Record<PartyRole, PartyStanding | null>>;

export type IdentityWord = 'identity-missing' | 'identity-unconfirmed' | 'identity-objection';

/**
 * Says what still stands against the identity of the people of a case, or null when nothing does.
 *
 * There is an applicant; everybody who is there has a name and a certificate number; no chip read waits for its
 * second read or failed it; every blocking objection was overridden with a reason.
 *
 * @source 行政许可法 art. 29; GB/T 39046 Application; domain.md 3.1, 13.3 invariant 15
 */
export function identityStanding(people: PeopleStanding): IdentityWord | null {
  if (!people.applicant) return 'identity-missing';
  const parties = Object.values(people).filter((party) => party !== null);
  if (parties.some(({ verification }) => verification === 'unconfirmed' || verification === 'differs')) {
    return 'identity-unconfirmed';
  }
  if (!parties.every(({ hasName, hasNumber }) => hasName && hasNumber)) return 'identity-missing';
  const objected = parties.some(({ objections }) =>
    objections.some(({ blocks, overriddenBecause }) => blocks && overriddenBecause === null),
  );
  return objected ? 'identity-objection' : null;
}
