import type { Day } from '#contract/shapes/day.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { Authorisation, AuthorisedPower, PartyRole } from '#contract/shapes/party.ts';

/**
 * Says whether an authorisation (授权委托) lets the handler act for the applicant in this item today.
 *
 * The original was seen, the day lies within its dates, and it names the item or all items of the visit.
 *
 * @source 行政许可法 art. 29; domain.md 3.1, 13.3 invariant 14
 */
export function authorisationCovers(
  authorisation: Authorisation | null,
  itemCode: ItemCode,
  today: Day,
): boolean {
  if (!authorisation?.originalSeen) return false;
  if (today < authorisation.from || today > authorisation.to) return false;
  return authorisation.items.length === 0 || authorisation.items.includes(itemCode);
}

/**
 * Whether a handler may do more than apply: an authorisation names its powers, and what it does not name nobody has.
 *
 * @source 民法典 art. 165; domain.md 3.1 [S17]: an agent needs it to use tolerant acceptance
 */
export function isEmpowered(authorisation: Authorisation | null, power: AuthorisedPower): boolean {
  return authorisation?.powers.includes(power) ?? false;
}

/**
 * Who authorises a handler: whoever is named as the principal, else the guardian of somebody who cannot, else the
 * applicant. Null while nobody is there.
 *
 * @source 民法典 arts. 23, 165
 */
export function principalOf(people: Readonly<Record<PartyRole, unknown>>): PartyRole | null {
  const roles = ['principal', 'guardian', 'applicant'] as const;
  return roles.find((role) => people[role] !== null) ?? null;
}
