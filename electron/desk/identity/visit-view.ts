import type { VisitView } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { guidanceOfVisit } from '../guidance/guide.ts';
import { caseById } from '../store/cases.ts';
import { casesInVisit } from '../store/case-visits.ts';
import { bundlesOfVisit, markOf, stepsOfBundle } from '../store/open-bundles.ts';
import { authorisationOf, guardianshipOf, partiesOf } from '../store/parties.ts';
import { lastTransfer } from '../store/visit-transfers.ts';
import type { Visit } from '../store/visits.ts';
import { maskedPeople, objectedPeople } from './objected-party.ts';
import { rolesOfVisit } from './roles.ts';

/** A visit as the clerk's screen shows it, with everything personal masked. */
export function visitView(db: Reader, visit: Visit, today: Day, site: string): VisitView {
  const people = objectedPeople(partiesOf(db, visit.id), today, site);
  const bundles = bundlesOfVisit(db, visit.id);
  const bundleOf = new Map(
    bundles.flatMap(({ id }) =>
      [...stepsOfBundle(db, id).values()].map(({ caseId }) => [caseId, id] as const),
    ),
  );
  const cases = casesInVisit(db, visit.id).flatMap((id) => caseById(db, id) ?? []);
  return {
    id: visit.id,
    ticketId: visit.ticketId,
    ticketNumber: visit.ticketNumber,
    openedAtMs: visit.openedAtMs,
    ...maskedPeople(people),
    guidance: guidanceOfVisit(db, visit),
    transfer: lastTransfer(db, visit.id),
    authorisation: authorisationOf(db, visit.id),
    bundles: bundles.map(markOf),
    guardianship: guardianshipOf(db, visit.id),
    roles: rolesOfVisit(people, cases, { today, site }),
    cases: cases.map(({ id, item, state, receiptNumber, visitId }) => {
      const bundleId = bundleOf.get(id) ?? null;
      const { nameZh: itemNameZh, nameEn: itemNameEn } = item;
      return { id, itemNameZh, itemNameEn, state, receiptNumber, bundleId, takenUp: visitId !== visit.id };
    }),
  };
}
