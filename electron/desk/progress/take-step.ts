import type { Reply } from '#contract/call.ts';
import type { ProgressStep } from '#contract/calls/progress.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { ProgressView } from '#contract/shapes/progress.ts';
import { workingDaysAfter } from '#rules/calendar/working-days.ts';
import { actStanding } from '#rules/intake/act-standings.ts';
import { DELIVERY_WORKING_DAYS, noticeDueOn } from '#rules/intake/clocks.ts';
import { sourcesAtDecision } from '#rules/intake/recheck.ts';
import { no, type WriteBench, yes } from '../answering.ts';
import { decideCase } from '../intake/decide-case.ts';
import { askedOn } from '../intake/papers-of-case.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { caseById } from '../store/cases.ts';
import { countVisitOfAct } from '../trips/come-again.ts';
import { actMade } from './act-made.ts';
import { deliver } from './deliver.ts';
import { answerOverdue, fillOwed } from './owed-papers.ts';
import { checkCommitment, settleFlag } from './flag-acts.ts';
import { endSpecial, extend, startSpecial } from './moving-dues.ts';
import { progressView } from './progress-view.ts';
import { move, type Step, type StepRefusal, within } from './step.ts';
import { gatherProgress } from './whole-progress.ts';
import { leaveWithdrawal, withdraw } from './withdrawal.ts';

/**
 * Takes one act on a case: guard, state, days, paper, time line and debt in the transaction it is called in. A
 * refusal leaves all of it undone.
 *
 * @source domain.md 5.1, 5.2, 5.4, 5.5, 13.2
 */
export function takeStep(
  bench: WriteBench,
  caseId: CaseId,
  step: ProgressStep,
): Reply<ProgressView, StepRefusal> {
  const record = caseById(bench.db, caseId);
  if (!record) return no('no-such-case');
  bench.about(caseId, step.act);
  const progress = gatherProgress(bench, record);
  const barred = actStanding(step.act, progress.facts) ?? taken({ bench, progress }, step);
  if (barred) return no(barred);
  if (step.act !== 'deliver' || step.to.way === 'counter') countVisitOfAct(bench, caseId, step.act);
  const after = caseById(bench.db, caseId);
  return after ? yes(progressView(bench, after)) : no('no-such-case');
}

/** Leaves the application to withdraw to be signed on the citizen's screen; refused where withdrawing would be. */
export function askWithdrawal(
  bench: WriteBench,
  caseId: CaseId,
  reason: string,
): Reply<ProgressView, 'no-such-case' | 'not-in-this-state'> {
  const record = caseById(bench.db, caseId);
  if (!record) return no('no-such-case');
  bench.about(caseId, 'ask-withdrawal');
  const progress = gatherProgress(bench, record);
  if (actStanding('withdraw', progress.facts) !== null) return no('not-in-this-state');
  leaveWithdrawal({ bench, progress }, reason);
  return yes(progressView(bench, record));
}

function taken(at: Step, step: ProgressStep): StepRefusal | null {
  switch (step.act) {
    case 'not-needed':
    case 'wrong-organ':
      return toldAtOnce(at, step);
    case 'all-in':
      return allIn(at);
    case 'refer':
      return refer(at, step.organ, step.reason);
    case 'withdraw':
      return withdraw(at, step.signed);
    case 'start-special':
      return startSpecial(at, step);
    case 'end-special':
      return endSpecial(at, step.result);
    case 'extend':
      return extend(at, step);
    case 'fill-owed':
      return fillOwed(at, step);
    case 'answer-overdue':
      return answerOverdue(at, step);
    case 'check-commitment':
      return checkCommitment(at, step);
    case 'settle-flag':
      return settleFlag(at, step);
    case 'grant':
    case 'deny':
      return decide(at, step.act, step.reason);
    case 'make-result':
      return makeResult(at, step.licenceNumber);
    case 'deliver':
      return deliver(at, step.to);
    case 'archive':
      break;
  }
  return archive(at);
}

function toldAtOnce(
  { bench, progress }: Step,
  step: Extract<ProgressStep, { act: 'not-needed' | 'wrong-organ' }>,
): StepRefusal | null {
  const decided = decideCase(bench, progress.whole.record.id, step);
  if (decided.ok) return null;
  const word = TOLD_WORDS.find((one) => one === decided.refusal);
  return word ?? 'not-in-this-state';
}

const TOLD_WORDS = [
  'identity-missing',
  'identity-unconfirmed',
  'identity-objection',
  'authorisation-missing',
  'no-calendar',
  'no-number-left',
] as const;

/** @source 行政许可法 art. 32(1)(5); domain.md 5.1: received again, and accepted from the day all were in */
function allIn(at: Step): StepRefusal | null {
  const { bench, progress } = at;
  const { record, materials } = progress.whole;
  const dueOn = within(() => noticeDueOn(bench.today, bench.parts.calendar));
  if (dueOn === null) return 'no-calendar';
  const barred = move(at, 'all-in', { allIn: { atMs: bench.nowMs, on: bench.today, noticeDueOn: dueOn } });
  if (barred) return barred;
  const asked = new Set(record.correction?.flatMap(({ materialId }) => materialId ?? []));
  const corrected = materials.flatMap((paper) =>
    asked.has(paper.id) && paper.route
      ? [
          {
            nameZh: paper.nameZh,
            route: paper.route,
            originals: paper.originalsTaken,
            copies: paper.copiesTaken,
            givenBack: paper.custody === 'read_only_not_kept',
            dueOn: paper.dueOn,
            ...(paper.reused ? { mark: paper.reused.watermark } : {}),
          },
        ]
      : [],
  );
  const { documentNumber } = issueNotice(
    bench,
    { kind: 'receipt-slip', caseId: record.id, facts: { noticeDueOn: dueOn, corrected } },
    progress.whole,
  );
  actMade(bench, record, { event: 'all-in', notice: documentNumber, said: { until: dueOn } });
  return null;
}

function refer(at: Step, organ: string, reason: string): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const barred = move(at, 'refer');
  if (barred) return barred;
  const facts = { toOrgan: organ, reason, referredOn: bench.today };
  const { documentNumber } = issueNotice(
    bench,
    { kind: 'referral', caseId: record.id, facts },
    progress.whole,
  );
  actMade(bench, record, { event: 'refer', notice: documentNumber, said: { say: reason, organ } });
  return null;
}

/**
 * What an electronic licence or shared data proved must still stand on the day of the decision.
 *
 * @source 行政许可法 art. 38, 44: handed over within ten working days; domain.md 12.1 F17
 */
function decide(at: Step, event: 'grant' | 'deny', reason: string): StepRefusal | null {
  const { bench, progress } = at;
  const unproved = event === 'grant' ? sourcesToday(at) : null;
  if (unproved) return unproved;
  const on = bench.today;
  const deliverBy = within(() => workingDaysAfter(on, DELIVERY_WORKING_DAYS, bench.parts.calendar));
  if (deliverBy === null) return 'no-calendar';
  const barred = move(at, event, { decision: { on, deliverBy } });
  if (barred) return barred;
  actMade(bench, progress.whole.record, { event, notice: null, said: { say: reason, until: deliverBy } });
  return null;
}

function sourcesToday({ bench, progress }: Step): StepRefusal | null {
  const { parts, today } = bench;
  const papers = progress.whole.materials.map(({ route, query }) => ({
    route,
    query: query && askedOn(query, parts),
  }));
  return sourcesAtDecision(papers, today, parts.sync.line() === 'ok');
}

function makeResult(at: Step, licenceNumber: string | null): StepRefusal | null {
  const barred = move(at, 'make-result');
  if (barred) return barred;
  const { record } = at.progress.whole;
  actMade(at.bench, record, {
    event: 'make-result',
    notice: null,
    said: { say: record.item.resultName },
    detail: licenceNumber === null ? {} : { licenceNumber },
  });
  return null;
}

function archive(at: Step): StepRefusal | null {
  const barred = move(at, 'archive');
  if (barred) return barred;
  actMade(at.bench, at.progress.whole.record, { event: 'archive', notice: null, said: {} });
  return null;
}
