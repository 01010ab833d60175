import type { VisitView } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { caseById } from '../store/cases.ts';
import { casesInVisit } from '../store/case-visits.ts';
import { authorisationOf, partiesOf } from '../store/parties.ts';
import type { Visit } from '../store/visits.ts';
import { masked, objected } from './objected-party.ts';

/** A visit as the clerk's screen shows it, with everything personal masked. */
export function visitView(db: Reader, visit: Visit, today: Day, site: string): VisitView {
  const { applicant, handler } = partiesOf(db, visit.id);
  return {
    id: visit.id,
    ticketId: visit.ticketId,
    ticketNumber: visit.ticketNumber,
    openedAtMs: visit.openedAtMs,
    applicant: applicant && masked(objected(applicant, today, site)),
    handler: handler && masked(objected(handler, today, site)),
    authorisation: authorisationOf(db, visit.id),
    cases: casesInVisit(db, visit.id).flatMap((id) => {
      const record = caseById(db, id);
      if (!record) return [];
      const { item, state, receiptNumber, visitId } = record;
      const { nameZh: itemNameZh, nameEn: itemNameEn } = item;
      return [{ id, itemNameZh, itemNameEn, state, receiptNumber, takenUp: visitId !== visit.id }];
    }),
  };
}
