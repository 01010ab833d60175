import type { Objection, PartyKind, Verification } from '#contract/shapes/party.ts';

/** What the rules of intake need to know of a party: never a name, never a number. */
export interface PartyStanding {
  readonly kind: PartyKind;
  readonly hasName: boolean;
  readonly hasNumber: boolean;
  readonly hasLegalRepresentative: boolean;
  readonly verification: Verification;
  readonly objections: readonly Objection[];
}

export type IdentityWord = 'identity-missing' | 'identity-unconfirmed' | 'identity-objection';

/**
 * Says what still stands against the identity of the people of a case, or null when nothing does.
 *
 * There is an applicant; everybody has a name and a certificate number, an enterprise its legal representative
 * too; no chip read waits for its second read or failed it; every blocking objection was overridden with a reason.
 *
 * @source 行政许可法 art. 29; GB/T 39046 Application; domain.md 3.1, 13.3 invariant 15
 */
export function identityStanding(
  applicant: PartyStanding | null,
  handler: PartyStanding | null,
): IdentityWord | null {
  if (!applicant) return 'identity-missing';
  const parties = handler ? [applicant, handler] : [applicant];
  if (parties.some(({ verification }) => verification === 'unconfirmed' || verification === 'differs')) {
    return 'identity-unconfirmed';
  }
  if (!parties.every(isComplete)) return 'identity-missing';
  const objected = parties.some(({ objections }) =>
    objections.some(({ blocks, overriddenBecause }) => blocks && overriddenBecause === null),
  );
  return objected ? 'identity-objection' : null;
}

function isComplete({ kind, hasName, hasNumber, hasLegalRepresentative }: PartyStanding): boolean {
  return hasName && hasNumber && (kind !== 'enterprise' || hasLegalRepresentative);
}
