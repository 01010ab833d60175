import type { VisitView } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { casesOfVisit } from '../store/cases.ts';
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
    cases: casesOfVisit(db, visit.id).map(({ id, item, state, receiptNumber }) => ({
      id,
      itemNameZh: item.nameZh,
      itemNameEn: item.nameEn,
      state,
      receiptNumber,
    })),
  };
}
