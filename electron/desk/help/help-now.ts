import type { VisitId } from '#contract/shapes/case.ts';
import type { Help } from '#contract/shapes/help.ts';
import type { Looking } from '../intake/case-whole.ts';
import { helpOfVisit } from '../store/helps.ts';
import type { Party } from '../store/parties.ts';

/** Who helps in a visit, seen from whoever applies in it: a consent that was written for somebody else is none. */
export function helpNow(
  { db, parts }: Pick<Looking, 'db' | 'parts'>,
  visitId: VisitId,
  applicant: Pick<Party, 'details'> | null,
): Help | null {
  const kept = helpOfVisit(db, visitId);
  if (!kept) return null;
  const { consentOf, ...help } = kept;
  const isTheirs =
    consentOf === null || (applicant && parts.personKey(applicant.details.certificateNumber) === consentOf);
  return isTheirs ? help : { ...help, consent: { ...help.consent, originalSeen: false, paper: null } };
}
