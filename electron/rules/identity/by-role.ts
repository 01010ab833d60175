import type { PartyRole } from '#contract/shapes/party.ts';

/** Something for each role of a party, asked for one role after another. */
export function byRole<T>(of: (role: PartyRole) => T): Readonly<Record<PartyRole, T>> {
  return {
    applicant: of('applicant'),
    handler: of('handler'),
    legalRepresentative: of('legalRepresentative'),
    guardian: of('guardian'),
    principal: of('principal'),
    secondSubject: of('secondSubject'),
  };
}
