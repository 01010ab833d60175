import { z } from 'zod';
import {
  CaseId,
  CaseState,
  CorrectionEntry,
  ReceiptNumber,
  RefusalReason,
  VisitId,
} from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { ServiceItem } from '#contract/shapes/item.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';
import { countFirstVisit } from './case-visits.ts';
import { FrozenParties, inJson } from './parties.ts';

const Refused = z.strictObject({ reason: RefusalReason, say: z.string(), atMs: z.int() });

/** A case as it lies in the file, with the version of the item it was opened with. */
export const CaseRecord = z.strictObject({
  id: CaseId,
  visitId: VisitId,
  ticketNumber: z.string().nullable(),
  item: z.string().transform(itemOf),
  state: CaseState,
  answers: inJson(z.record(z.string(), z.string())),
  openedAtMs: z.int(),
  receiptNumber: ReceiptNumber.nullable(),
  receivedAtMs: z.int().nullable(),
  receivedOn: Day.nullable(),
  /** 代收代办: received here, decided elsewhere; and the day the deciding body had it. */
  passedOn: z.literal([0, 1]).transform((flag) => flag === 1),
  arrivedOn: Day.nullable(),
  /** Null while the papers are on their way to the body that decides. */
  noticeDueOn: Day.nullable(),
  /** After this day without a correction the case lapses; null when none is awaited or the hall sets none. */
  correctBy: Day.nullable(),
  /** The day all corrections were in: the case counts as accepted from it. */
  allInOn: Day.nullable(),
  acceptedAtMs: z.int().nullable(),
  acceptedOn: Day.nullable(),
  legalDueOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  duesProvisional: z.literal([0, 1]).transform((flag) => flag === 1),
  calendarVersion: z.string().nullable(),
  acceptedOffline: z.literal([0, 1]).transform((flag) => flag === 1),
  decidedOn: Day.nullable(),
  /** 送达: the last day to hand the decision over. */
  deliverBy: Day.nullable(),
  correction: inJson(z.array(CorrectionEntry)).nullable(),
  refusal: inJson(Refused).nullable(),
  parties: inJson(FrozenParties).nullable(),
  clerk: z.string().nullable(),
  window: z.int().nullable(),
});
export type CaseRecord = z.output<typeof CaseRecord>;

/** Cases of one item hold the same text; proving it anew for each of them costs more than all the rest of a case. */
const provedItems = new Map<string, ServiceItem>();
const PROVED_ITEMS_KEPT = 200;

function itemOf(text: string): ServiceItem {
  const known = provedItems.get(text);
  if (known) return known;
  const item = ServiceItem.parse(JSON.parse(text));
  if (provedItems.size >= PROVED_ITEMS_KEPT) provedItems.clear();
  provedItems.set(text, item);
  return item;
}

/** What an outcome writes on a case. Numbers and times that stand already are kept. */
export interface OutcomeRecord {
  readonly id: CaseId;
  readonly from: CaseState;
  readonly state: CaseState;
  readonly receiptNumber: ReceiptNumber;
  readonly receivedAtMs: number;
  readonly receivedOn: Day;
  readonly noticeDueOn: Day;
  readonly acceptance: {
    readonly atMs: number;
    readonly on: Day;
    readonly legalDueOn: Day | null;
    readonly promisedDueOn: Day | null;
    readonly provisional: boolean;
    readonly offline: boolean;
  } | null;
  readonly calendarVersion: string;
  readonly correction: {
    readonly list: readonly CorrectionEntry[];
    readonly atMs: number;
    /** After this day without a correction the case lapses. */
    readonly correctBy: Day | null;
  } | null;
  readonly refusal: z.output<typeof Refused> | null;
  readonly parties: FrozenParties;
  readonly clerk: string;
  readonly window: number;
}

const CASE = `case_file.id, visit_id AS visitId, ticket_number AS ticketNumber, item, state, answers,
  case_file.opened_at_ms AS openedAtMs, receipt_number AS receiptNumber, received_at_ms AS receivedAtMs,
  received_on AS receivedOn, forward.case_id IS NOT NULL AS passedOn, forward.arrived_on AS arrivedOn,
  CASE WHEN forward.case_id IS NULL THEN notice_due_on ELSE answer_due_on END AS noticeDueOn, correct_by AS correctBy, all_in_on AS allInOn, accepted_at_ms AS acceptedAtMs,
  accepted_on AS acceptedOn, legal_due_on AS legalDueOn, promised_due_on AS promisedDueOn,
  dues_provisional AS duesProvisional, calendar_version AS calendarVersion,
  accepted_offline AS acceptedOffline, decided_on AS decidedOn, deliver_by AS deliverBy, correction,
  CASE WHEN refusal_reason IS NOT NULL THEN json_object('reason', refusal_reason, 'say', refusal_say,
    'atMs', refused_at_ms) END AS refusal,
  parties, clerk, window`;
const FROM = `FROM case_file JOIN visit ON visit.id = case_file.visit_id
  LEFT JOIN case_forward AS forward ON forward.case_id = case_file.id`;
const BY_ID = `SELECT ${CASE} ${FROM} WHERE case_file.id = @id`;
const OF_VISIT = `SELECT ${CASE} ${FROM} WHERE visit_id = @visitId ORDER BY case_file.id`;
const ADD = `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms)
  VALUES (@id, @visitId, @itemCode, @itemVersion, @item, 'draft', '{}', @atMs)`;
const ANSWER = `UPDATE case_file SET answers = @answers WHERE id = @id
  AND state IN ('draft', 'received', 'received-again', 'awaiting-correction', 'blocked')`;
const RECORD = `
  UPDATE case_file SET state = @state,
    receipt_number = coalesce(receipt_number, @receiptNumber),
    received_at_ms = coalesce(received_at_ms, @receivedAtMs),
    received_on = coalesce(received_on, @receivedOn),
    notice_due_on = coalesce(notice_due_on, @noticeDueOn),
    accepted_at_ms = @acceptedAtMs, accepted_on = @acceptedOn, legal_due_on = @legalDueOn,
    promised_due_on = @promisedDueOn, dues_provisional = @duesProvisional,
    calendar_version = @calendarVersion, accepted_offline = @acceptedOffline,
    correction = coalesce(@correction, correction),
    corrected_at_ms = coalesce(@correctedAtMs, corrected_at_ms),
    correct_by = coalesce(@correctBy, correct_by),
    refusal_reason = @refusalReason, refusal_say = @refusalSay, refused_at_ms = @refusedAtMs,
    parties = coalesce(parties, @parties), clerk = @clerk, window = @window
  WHERE id = @id AND state = @from
  RETURNING id`;
const NAME_PERSON = `INSERT INTO case_person (case_id, role, name, person_key)
  VALUES (@caseId, @role, @name, @personKey) ON CONFLICT (case_id, role) DO NOTHING`;

const MaybeCase = CaseRecord.nullable();
const Cases = CaseRecord.array();

export function caseById(db: Reader, id: CaseId): CaseRecord | null {
  return MaybeCase.parse(one(db, BY_ID, { id }));
}

export function casesOfVisit(db: Reader, visitId: VisitId): CaseRecord[] {
  return Cases.parse(all(db, OF_VISIT, { visitId }));
}

/** Opens a draft with the item as it stands today: it keeps this version for ever (invariant 1). */
export function addCase(db: Writer, visitId: VisitId, item: ServiceItem, atMs: number): CaseId {
  const id = CaseId.parse(newId());
  run(db, ADD, {
    id,
    visitId,
    itemCode: item.code,
    itemVersion: item.version,
    item: JSON.stringify(item),
    atMs,
  });
  countFirstVisit(db, { caseId: id, visitId, atMs });
  return id;
}

export function saveAnswers(db: Writer, id: CaseId, answers: Readonly<Record<string, string>>): void {
  run(db, ANSWER, { id, answers: JSON.stringify(answers) });
}

/** False when the case is no longer in the state the clerk saw: deciding twice is not possible. */
export function recordOutcome(db: Writer, outcome: OutcomeRecord): boolean {
  const { acceptance, correction, refusal } = outcome;
  const changed = oneChanged(db, RECORD, {
    id: outcome.id,
    from: outcome.from,
    state: outcome.state,
    receiptNumber: outcome.receiptNumber,
    receivedAtMs: outcome.receivedAtMs,
    receivedOn: outcome.receivedOn,
    noticeDueOn: outcome.noticeDueOn,
    acceptedAtMs: acceptance?.atMs ?? null,
    acceptedOn: acceptance?.on ?? null,
    legalDueOn: acceptance?.legalDueOn ?? null,
    promisedDueOn: acceptance?.promisedDueOn ?? null,
    duesProvisional: acceptance?.provisional ? 1 : 0,
    calendarVersion: outcome.calendarVersion,
    acceptedOffline: acceptance?.offline ? 1 : 0,
    correction: correction ? JSON.stringify(correction.list) : null,
    correctedAtMs: correction?.atMs ?? null,
    correctBy: correction?.correctBy ?? null,
    refusalReason: refusal?.reason ?? null,
    refusalSay: refusal?.say ?? null,
    refusedAtMs: refusal?.atMs ?? null,
    parties: JSON.stringify(outcome.parties),
    clerk: outcome.clerk,
    window: outcome.window,
  });
  return changed !== null;
}

/** The case as this outcome leaves it: what `caseById` would read now. Not for papers that go on their way at once. */
export function caseLeftBy(before: CaseRecord, outcome: OutcomeRecord): CaseRecord {
  const { acceptance, correction, refusal } = outcome;
  return {
    ...before,
    state: outcome.state,
    receiptNumber: before.receiptNumber ?? outcome.receiptNumber,
    receivedAtMs: before.receivedAtMs ?? outcome.receivedAtMs,
    receivedOn: before.receivedOn ?? outcome.receivedOn,
    noticeDueOn: before.passedOn ? before.noticeDueOn : (before.noticeDueOn ?? outcome.noticeDueOn),
    acceptedAtMs: acceptance?.atMs ?? null,
    acceptedOn: acceptance?.on ?? null,
    legalDueOn: acceptance?.legalDueOn ?? null,
    promisedDueOn: acceptance?.promisedDueOn ?? null,
    duesProvisional: acceptance?.provisional ?? false,
    calendarVersion: outcome.calendarVersion,
    acceptedOffline: acceptance?.offline ?? false,
    correction: correction ? [...correction.list] : before.correction,
    correctBy: correction?.correctBy ?? before.correctBy,
    refusal,
    parties: before.parties ?? outcome.parties,
    clerk: outcome.clerk,
    window: outcome.window,
  };
}

const IN_STATES = `SELECT ${CASE} ${FROM}
  WHERE state IN (SELECT value FROM json_each(@states)) ORDER BY case_file.id`;

/** Every case that stands in one of these states. */
export function casesInStates(db: Reader, states: readonly CaseState[]): CaseRecord[] {
  return Cases.parse(all(db, IN_STATES, { states: JSON.stringify(states) }));
}

/** Makes a decided case findable by the people in it. */
export function namePerson(
  db: Writer,
  person: {
    readonly caseId: CaseId;
    readonly role: PartyRole;
    readonly name: string;
    readonly personKey: string;
  },
): void {
  run(db, NAME_PERSON, person);
}

/** Throws a draft away with its papers. False when the case has an outcome: that is never thrown away. */
export function discardDraft(db: Writer, id: CaseId): boolean {
  const draft = one(db, "SELECT id FROM case_file WHERE id = @id AND state IN ('draft', 'blocked')", { id });
  if (!draft) return false;
  run(db, 'DELETE FROM case_material WHERE case_id = @id', { id });
  run(db, 'DELETE FROM case_visit WHERE case_id = @id', { id });
  run(db, 'DELETE FROM case_delivery WHERE case_id = @id', { id });
  run(db, 'DELETE FROM case_region WHERE case_id = @id', { id });
  run(db, 'DELETE FROM case_online WHERE case_id = @id', { id });
  // A draft thrown away gives the answers back to its ticket.
  run(db, 'UPDATE guidance SET case_id = NULL WHERE case_id = @id', { id });
  run(db, 'DELETE FROM left_open WHERE case_id = @id', { id });
  run(db, 'DELETE FROM upload_piece WHERE upload_id IN (SELECT upload.id FROM upload WHERE case_id = @id)', {
    id,
  });
  run(db, 'DELETE FROM upload WHERE case_id = @id', { id });
  run(db, 'DELETE FROM page WHERE case_id = @id', { id });
  run(db, 'DELETE FROM case_stored_file WHERE case_id = @id', { id });
  run(db, 'DELETE FROM case_file WHERE id = @id', { id });
  run(db, 'DELETE FROM stored_file WHERE hash NOT IN (SELECT hash FROM case_stored_file)');
  return true;
}
