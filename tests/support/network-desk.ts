import type { VisitId } from '#contract/shapes/case.ts';
import { networkCode } from '../stand-ins/network-codes.ts';
import type { IntakeDesk } from './intake-desk.ts';

/** A code shown at the scanner of a desk, as the desk names it, for a party of a visit. */
export function networkWish(desk: IntakeDesk, visitId: VisitId, what: string, role = 'applicant') {
  return { visitId, role, scanId: desk.parts.networkCodes.keep(networkCode(what, Date.now())) };
}
