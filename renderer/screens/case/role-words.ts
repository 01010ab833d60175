import type { VisitView } from '#contract/shapes/case.ts';
import { PartyRole, type RoleNeed } from '#contract/shapes/party.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** What this visit says of a role, or null when it has no place for it. */
export function needOf({ roles }: VisitView, role: PartyRole): RoleNeed | null {
  return roles.find((need) => need.role === role) ?? null;
}

/** The name of a role; an item may have one of its own. */
export function roleName(words: Words, visit: VisitView | null, role: PartyRole): string {
  const need = visit && needOf(visit, role);
  const own = need?.nameZh ? inLanguage(words, need.nameZh, need.nameEn ?? '') : '';
  return own || words.sheet.identity.roles[role];
}

/** Why a role is, or is not, part of the case, with its article. */
export function roleReason(words: Words, need: RoleNeed): string {
  const why = words.people.because[need.because];
  return need.basis === null ? why : words.people.withBasis(why, need.basis);
}

/** Roles that have a tab: who applies and who was sent, whoever is needed or there, and the one that is open. */
export function rolesShown(visit: VisitView, now: PartyRole): PartyRole[] {
  return PartyRole.options.filter(
    (role) =>
      role === 'applicant' ||
      role === 'handler' ||
      role === now ||
      visit[role] !== null ||
      needOf(visit, role)?.need === 'required',
  );
}

/** Roles that may still be added. */
export function rolesToAdd(visit: VisitView, now: PartyRole): RoleNeed[] {
  const shown = new Set(rolesShown(visit, now));
  return visit.roles.filter(({ role, need }) => need === 'open' && !shown.has(role));
}

/** Roles that must be filled and are not. A body may name its legal representative instead. */
export function rolesWanted(visit: VisitView): PartyRole[] {
  const isNamed = visit.applicant?.filled.includes('legalRepresentative') ?? false;
  return visit.roles
    .filter(({ role, need }) => need === 'required' && visit[role] === null)
    .map(({ role }) => role)
    .filter((role) => !(role === 'legalRepresentative' && isNamed));
}
