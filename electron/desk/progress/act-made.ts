import type { CaseId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { DebtKind } from '#contract/shapes/sync-state.ts';
import type { WriteBench } from '../answering.ts';
import { oweMergedReceipts } from '../bundles/merged-receipts.ts';
import {
  messageTo,
  NOTHING_MORE,
  regionsReported,
  relatedPeople,
  reported,
  reportedApplicant,
  reportedHelp,
  reportedItem,
  reportedMaterial,
} from '../intake/case-events.ts';
import { gatherCase, type Looking } from '../intake/case-whole.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import { type ActName, recordAct } from '../store/case-acts.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { isQuiet } from '../store/quiet-cases.ts';
import { bundleOfCase, reportedBundle } from '../store/open-bundles.ts';
import { owe } from '../store/outbox.ts';

/** What an act says beside its kind; kept in the time line and owed to the province. */
export interface Said {
  readonly say?: string;
  readonly organ?: string;
  readonly from?: Day;
  readonly until?: Day;
  readonly workingDays?: number;
  readonly supervisor?: string;
  readonly waybill?: string;
}

const KINDS: Readonly<Record<Exclude<ActName, Unreported>, DebtKind>> = {
  'all-in': 'case.all-in',
  lapse: 'case.lapsed',
  'give-back': 'case.given-back',
  'deem-accepted': 'case.deemed-accepted',
  refer: 'case.referred',
  withdraw: 'case.withdrawn',
  'start-special': 'case.suspended',
  'end-special': 'case.resumed',
  extend: 'case.extended',
  'fill-owed': 'case.owed-filled',
  'answer-overdue': 'case.owed-late',
  grant: 'case.granted',
  deny: 'case.denied',
  'make-result': 'case.result-made',
  deliver: 'case.delivered',
  archive: 'case.archived',
  'pass-on': 'case.passed-on',
  arrive: 'case.arrived',
  'check-commitment': 'case.commitment-checked',
  'settle-flag': 'case.flag-settled',
};

/** Outcomes at the counter are reported by `decideCase`; what happens before a receipt is nobody's business. */
type Unreported =
  | 'block'
  | 'release'
  | 'receive'
  | 'accept'
  | 'accept-tolerant'
  | 'accept-commitment'
  | 'correct'
  | 'refuse'
  | 'not-needed'
  | 'wrong-organ'
  | 'ask-withdrawal'
  | 'recount';

/**
 * Closes an act that was written: adds it to the time line and owes it to the province, in the transaction of the
 * act. Times, window and clerk are those of the act and never written again (invariant 11).
 *
 * @param before the case as it was when the act was decided
 */
export function actMade(
  bench: WriteBench,
  before: CaseRecord,
  made: {
    readonly event: Exclude<ActName, Unreported>;
    readonly notice: string | null;
    readonly said: Said;
    /** 监管标识 it raised or took down. */
    readonly flags?: CaseEvent['flags'];
    readonly detail?: Readonly<Record<string, string | number>>;
  },
): void {
  const { db, parts, nowMs, today } = bench;
  const after = existing(bench, before.id);
  const clerk = bench.asker.staff?.number ?? 'desk';
  recordAct(db, {
    caseId: before.id,
    event: made.event,
    from: before.state,
    to: after.state,
    atMs: nowMs,
    on: today,
    clerk,
    window: parts.site.window,
    supervisor: made.said.supervisor ?? null,
    notice: made.notice,
    detail: { ...withoutNothing(made.said), ...made.detail },
  });
  const told = eventOf(bench, after, KINDS[made.event], made.notice, made.said, clerk);
  const event = { ...told, flags: [...(made.flags ?? [])] };
  owe(db, event, nowMs);
  if (made.event === 'deem-accepted') oweMergedReceipts(bench, event, bundleOfCase(db, before.id));
  bench.about(before.id, made.event);
  bench.afterwards(() => {
    parts.announce('case.changed', { caseId: before.id });
    parts.announce('visit.changed', { visitId: before.visitId });
    parts.sync.wake();
  });
}

/** Owes to sources what was found otherwise, as a step of its own of a case that has a number. */
export function oweReport(
  bench: WriteBench,
  record: CaseRecord,
  differences: CaseEvent['differences'],
): void {
  const clerk = bench.asker.staff?.number ?? 'desk';
  const event = eventOf(bench, record, 'case.value-difference', null, {}, clerk);
  owe(bench.db, { ...event, progress: null, differences }, bench.nowMs);
  bench.afterwards(() => bench.parts.sync.wake());
}

/** Owes what the citizen said of the service (好差评), as a step of its own; `clerk` is who served, not who was asked. The caller wakes the sending. */
export function oweEvaluation(
  bench: Owing,
  record: CaseRecord,
  evaluation: NonNullable<CaseEvent['evaluation']>,
  clerk: string,
): void {
  const event = eventOf(bench, record, 'case.evaluated', null, {}, clerk);
  owe(bench.db, { ...event, progress: null, evaluation }, bench.nowMs);
}

/** Where a step is owed from. */
type Owing = Looking & Pick<WriteBench, 'db'>;

function eventOf(
  bench: Owing,
  record: CaseRecord,
  kind: DebtKind,
  documentNumber: string | null,
  said: Said,
  clerk: string,
): CaseEvent {
  const whole = gatherCase(bench, record);
  const { applicant, handler, people, materials, crossing, onlineNumber, bundle } = whole;
  if (!applicant || record.receiptNumber === null || record.receivedAtMs === null) {
    throw new Error('a case that was received has an applicant and a number');
  }
  return {
    kind,
    caseId: record.id,
    receiptNumber: record.receiptNumber,
    item: reportedItem(record.item),
    applicant: reportedApplicant(applicant, people.legalRepresentative),
    handler: handler && reported(handler),
    related: relatedPeople(people),
    help: reportedHelp(whole),
    materials: materials.filter(({ asked }) => asked).flatMap(reportedMaterial),
    actedAtMs: bench.nowMs,
    receivedAtMs: record.receivedAtMs,
    acceptedOn: record.acceptedOn,
    legalDueOn: record.legalDueOn,
    promisedDueOn: record.promisedDueOn,
    acceptedOffline: record.acceptedOffline,
    documentNumber,
    correction: [],
    refusal: null,
    progress: {
      ...NOTHING_MORE,
      say: said.say ?? null,
      organ: said.organ ?? null,
      from: said.from ?? null,
      until: said.until ?? null,
      workingDays: said.workingDays ?? null,
      supervisor: said.supervisor ?? null,
      waybill: said.waybill ?? null,
    },
    differences: [],
    flags: [],
    evaluation: null,
    message: isQuiet(bench.db, record.id) ? null : messageTo(kind, people),
    regions: regionsReported(crossing),
    bundle: bundle && reportedBundle(bundle),
    onlineNumber,
    site: bench.parts.site.site,
    window: bench.parts.site.window,
    clerk,
  };
}

function existing({ db }: WriteBench, id: CaseId): CaseRecord {
  const record = caseById(db, id);
  if (!record) throw new Error('a case that was changed is gone');
  return record;
}

function withoutNothing(said: Said): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(said)) if (value !== undefined) kept[key] = value;
  return kept;
}
