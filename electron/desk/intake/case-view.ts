import type { CaseView } from '#contract/shapes/case.ts';
import type { ItemOnCase, ServiceItem } from '#contract/shapes/item.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { citizenDay } from '#rules/intake/citizen-day.ts';
import { papersSaved } from '#rules/intake/papers-saved.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { masked, maskedPeople } from '../identity/objected-party.ts';
import type { CaseRecord } from '../store/cases.ts';
import { identityWaitOf } from '../store/identity-rechecks.ts';
import { markOf } from '../store/open-bundles.ts';
import { syncStateOf } from '../store/outbox.ts';
import { tripsOf } from '../trips/trips-of-case.ts';
import { besideCase } from './beside-case.ts';
import { flagsOnView } from './flags.ts';
import { gatherCase, type Looking, type WholeCase } from './case-whole.ts';

/** A case as the clerk's screen shows it. Personal data is masked; questions about facts are among the situations. */
export function caseView(looking: Looking, record: CaseRecord): CaseView {
  return viewOf(looking, gatherCase(looking, record));
}

export function viewOf(looking: Looking, whole: WholeCase): CaseView {
  const { db } = looking;
  const { record, dues } = whole;
  const beside = besideCase(db, record);
  return {
    id: record.id,
    visitId: record.visitId,
    ticketNumber: record.ticketNumber,
    receiptNumber: record.receiptNumber,
    officialNumber: whole.officialNumber,
    item: itemShown(record.item),
    state: record.state,
    applicant: whole.applicant && masked(whole.applicant),
    handler: whole.handler && masked(whole.handler),
    people: { ...othersMasked(whole), guardianship: whole.guardianship },
    answers: record.answers,
    materials: [...whole.materials],
    missing: whole.papers.missing,
    papersSaved: papersSaved(whole.materials),
    bundle: whole.bundle && markOf(whole.bundle),
    form: whole.form.standing,
    outcomes: [...whole.outcomes],
    rerouteTo: whole.rerouteTo,
    openedAtMs: record.openedAtMs,
    receivedAtMs: record.receivedAtMs,
    acceptedOn: record.acceptedOn,
    noticeDueOn: record.noticeDueOn,
    legalDueOn: record.legalDueOn,
    promisedDueOn: record.promisedDueOn,
    duesProvisional: takesPapers(record.state) ? (dues?.provisional ?? false) : record.duesProvisional,
    tellDay: citizenDay(record),
    ifAcceptedToday: dues && { legalDueOn: dues.legalDueOn, promisedDueOn: dues.promisedDueOn },
    correction: record.correction ?? [],
    refusal: record.refusal && { reason: record.refusal.reason, say: record.refusal.say },
    acceptedOffline: record.acceptedOffline,
    clerk: record.clerk,
    window: record.window,
    notices: beside.notices,
    sync: syncStateOf(db, record.id),
    trips: tripsOf(whole, beside),
    crossing: whole.crossing,
    guided: beside.guided,
    onlineNumber: whole.onlineNumber,
    identityWait: identityWaitOf(db, record),
    flags: flagsOnView(looking, whole),
  };
}

function othersMasked({ people }: WholeCase) {
  const { applicant: _applicant, handler: _handler, ...others } = maskedPeople(people);
  return others;
}

/** An item of the file never changes: what of it is shown is made once. */
const shown = new WeakMap<ServiceItem, ItemOnCase>();

function itemShown(item: ServiceItem): ItemOnCase {
  const known = shown.get(item);
  if (known) return known;
  const { form: _form, ...rest } = item;
  const made = { ...rest, situations: situationsAsked(item) };
  shown.set(item, made);
  return made;
}
