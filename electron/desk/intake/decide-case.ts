import type { Refusal } from '#contract/calls.ts';
import type { CommonRefusal, Reply } from '#contract/call.ts';
import type {
  CaseId,
  CaseState,
  CorrectionEntry,
  OutcomeGiven,
  ReceiptNumber,
  RefusalReason,
} from '#contract/shapes/case.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import type { VoucherId } from '#contract/shapes/progress.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { caseAfter, type CaseEvent } from '#rules/intake/case-moves.ts';
import { correctionListStanding } from '#rules/intake/correction-list.ts';
import { isPassedOn } from '#rules/intake/crossing.ts';
import { decisionStanding, refusalStanding } from '#rules/intake/outcome-standings.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { makeReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { no, type WriteBench, yes } from '../answering.ts';
import type { Parts } from '../parts.ts';
import { recordAct } from '../store/case-acts.ts';
import { oweMergedReceipts } from '../bundles/merged-receipts.ts';
import { keepFormOfOutcome } from '../form/keep-form.ts';
import {
  caseById,
  caseLeftBy,
  type CaseRecord,
  namePerson,
  type OutcomeRecord,
  recordOutcome,
} from '../store/cases.ts';
import { dropUnfinishedUploads } from '../store/files.ts';
import { reportedBundle } from '../store/open-bundles.ts';
import { nextSerial } from '../store/numbers.ts';
import { receiveOriginals } from '../store/original-moves.ts';
import { owe } from '../store/outbox.ts';
import type { FrozenParties } from '../store/parties.ts';
import { unlessQuiet } from '../store/quiet-cases.ts';
import { beginForward, keepRegions } from '../store/regions.ts';
import { nameOfStaff } from '../store/vouchers.ts';
import type { Act } from './act.ts';
import { eventsOfOutcome } from './case-events.ts';
import type { WholeCase } from './case-whole.ts';
import { committedPapers } from './committed-papers.ts';
import { issueNotices, type SecondList } from './issue-notices.ts';
import { raiseFlags } from './flags.ts';
import { keepSpared } from './keep-spared.ts';
import { outcomeRecord } from './outcome-record.ts';
import { caseForAct } from './seen-case.ts';
import { usedVoucher } from './used-voucher.ts';

/** What the clerk decided. */
export type Decision =
  | { readonly act: 'receive' }
  | { readonly act: 'accept' }
  | {
      readonly act: 'correct';
      readonly list: readonly CorrectionEntry[];
      readonly second: { readonly voucher: VoucherId; readonly reason: string } | null;
    }
  | { readonly act: 'not-needed'; readonly say: string }
  | {
      readonly act: 'wrong-organ';
      readonly organ: string;
      readonly whereTo: string | null;
      readonly say: string;
    }
  | { readonly act: 'refuse'; readonly reason: RefusalReason; readonly say: string };

export type DecisionRefusal = Exclude<Refusal<'intake.correct'>, CommonRefusal>;
export type Decided = Reply<OutcomeGiven, DecisionRefusal>;

/**
 * Gives a case its outcome: state, numbers, due days, frozen people, notices and debts to the province in the one
 * transaction it is called in. A refusal leaves all of it undone.
 *
 * @source domain.md 5.2, 13.2; 行政许可法 art. 32
 */
export function decideCase(bench: WriteBench, caseId: CaseId, decision: Decision): Decided {
  const { db, parts, afterwards } = bench;
  const whole = caseForAct(bench, caseId);
  if (!whole) return no('no-such-case');
  bench.about(caseId);

  const { record } = whole;
  const outcome = outcomeOf(decision, whole);
  const second = secondList(bench, decision, record.state);
  if (second === 'voucher-not-good') return no(second);
  const barred = whyNot(decision, outcome, whole);
  if (barred) return no(barred);
  const { applicant, noticeDueOn } = whole;
  const state = caseAfter(record.state, outcome);
  if (!applicant) return no('identity-missing');
  if (noticeDueOn === null) return no('no-calendar');
  if (!state) return no('already-decided');

  const receiptNumber = record.receiptNumber ?? newReceiptNumber(db, parts);
  if (!receiptNumber) return no('no-number-left');
  const act: Act = {
    atMs: bench.nowMs,
    on: bench.today,
    clerk: bench.asker.staff?.number ?? 'nobody',
    window: parts.site.window,
    receivedBefore: record.receivedAtMs !== null,
  };
  const { authorisation, guardianship } = whole;
  const people = { ...whole.people, applicant, authorisation, guardianship };
  const written: OutcomeRecord = {
    ...outcomeRecord(bench, whole, decision, act),
    state,
    receiptNumber,
    noticeDueOn,
    calendarVersion: parts.calendar.version,
    parties: people,
  };
  if (!recordOutcome(db, written)) return no('already-decided');
  nameThePeople(db, parts, caseId, people);
  dropUnfinishedUploads(db, caseId);
  // Who is told at once that no case is needed here takes the papers home again.
  const toldAtOnce = decision.act === 'not-needed' || decision.act === 'wrong-organ';
  if (!act.receivedBefore && !toldAtOnce) receiveOriginals(db, caseId, act);

  const onItsWay = keepCrossing(bench, whole, decision);

  const left = onItsWay ? caseById(db, caseId) : caseLeftBy(record, written);
  if (!left) return no('no-such-case');
  keepSpared(bench, left, whole);
  const { numbers, notices } = issueNotices(bench, {
    whole: { ...whole, left },
    written,
    act,
    decision,
    second,
  });
  recordAct(db, {
    caseId,
    event: outcome,
    from: record.state,
    to: state,
    atMs: act.atMs,
    on: act.on,
    clerk: act.clerk,
    window: act.window,
    supervisor: second?.by.number ?? null,
    notice: numbers.decision ?? numbers.slip,
    detail: detailOf(decision),
  });
  const events = eventsOfOutcome({
    whole,
    written,
    act,
    documentNumber: numbers,
    site: parts.site.site,
    bundle: whole.bundle && reportedBundle(whole.bundle),
    closing: closingOf(decision),
    flags: raiseFlags(bench, whole, outcome, written),
  });
  for (const event of events) owe(db, act.receivedBefore ? unlessQuiet(db, caseId, event) : event, act.atMs);
  keepFormOfOutcome(bench, whole, events.at(-1));
  const accepted = events.find(({ kind }) => kind === 'case.accepted');
  if (accepted) oweMergedReceipts(bench, accepted, whole.bundle);
  afterwards(() => {
    parts.announce('case.changed', { caseId });
    parts.announce('visit.changed', { visitId: record.visitId });
    parts.sync.wake();
  });
  return yes(outcomeGiven(written, left, notices));
}

function outcomeGiven(
  { id, state, receiptNumber }: OutcomeRecord,
  left: CaseRecord,
  notices: OutcomeGiven['notices'],
): OutcomeGiven {
  const { acceptedOn, noticeDueOn, legalDueOn, promisedDueOn, duesProvisional, acceptedOffline } = left;
  const days = { acceptedOn, noticeDueOn, legalDueOn, promisedDueOn, duesProvisional };
  return { id, state, receiptNumber, ...days, acceptedOffline, notices };
}

/**
 * 收件地 and 办理地 stand with the outcome; what is only received begins its way to the body that decides.
 *
 * @returns whether it is on its way now
 */
function keepCrossing(
  { db, nowMs }: WriteBench,
  { record, crossing }: WholeCase,
  decision: Decision,
): boolean {
  const { originRegion, decisionRegion, organ, chosen } = crossing;
  keepRegions(db, record.id, { originRegion, decisionRegion, organ, chosen });
  if (decision.act !== 'receive' || !isPassedOn(crossing)) return false;
  beginForward(db, record.id, nowMs);
  return true;
}

/** A list after all corrections came needs a supervisor and a reason (invariant 3). */
function secondList(
  bench: WriteBench,
  decision: Decision,
  state: CaseState,
): SecondList | null | 'voucher-not-good' {
  if (decision.act !== 'correct' || state !== 'received-again') return null;
  const supervisor = decision.second && usedVoucher(bench, decision.second.voucher);
  if (!decision.second || !supervisor) return 'voucher-not-good';
  return {
    by: { number: supervisor, name: nameOfStaff(bench.db, supervisor) },
    reason: decision.second.reason,
  };
}

function detailOf(decision: Decision): Readonly<Record<string, string>> {
  switch (decision.act) {
    case 'refuse':
      return { reason: decision.reason, say: decision.say };
    case 'correct':
      return decision.second ? { reason: decision.second.reason } : {};
    case 'not-needed':
      return { say: decision.say };
    case 'wrong-organ':
      return { say: decision.say, organ: decision.organ };
    case 'receive':
    case 'accept':
      break;
  }
  return {};
}

function closingOf(decision: Decision): Parameters<typeof eventsOfOutcome>[0]['closing'] {
  if (decision.act === 'not-needed') return { kind: 'case.not-needed', say: decision.say, organ: null };
  if (decision.act === 'wrong-organ') {
    return { kind: 'case.wrong-organ', say: decision.say, organ: decision.organ };
  }
  return null;
}

/** F9 is one act: what came, what was put off and what a commitment stands for say which acceptance it is. */
function outcomeOf(decision: Decision, { papers, materials }: WholeCase): CaseEvent {
  if (decision.act !== 'accept' || papers.missing.length > 0) return decision.act;
  if (papers.later.length > 0) return 'accept-tolerant';
  return committedPapers(materials).length > 0 ? 'accept-commitment' : 'accept';
}

function whyNot(decision: Decision, outcome: CaseEvent, whole: WholeCase): DecisionRefusal | null {
  const barred = decisionStanding(outcome, whole.facts);
  if (barred) return barred;
  if (decision.act === 'refuse') return refusalStanding(decision.reason, whole.facts);
  if (decision.act !== 'correct') return null;
  const asked = whole.materials.filter((paper) => paper.asked).map(({ id }) => id);
  return correctionListStanding(decision.list, whole.papers.missing, asked);
}

function newReceiptNumber(db: Writer, { site }: Parts): ReceiptNumber | null {
  const next = nextSerial(db);
  return next && makeReceiptNumber({ site: site.site, window: site.window, serial: next.serial });
}

function nameThePeople(db: Writer, parts: Parts, caseId: CaseId, people: FrozenParties): void {
  for (const role of PartyRole.options) {
    const details = people[role]?.details;
    if (!details) continue;
    const personKey = parts.personKey(normalisedNumber(details.certificateNumber));
    namePerson(db, { caseId, role, name: details.name, personKey });
  }
}
