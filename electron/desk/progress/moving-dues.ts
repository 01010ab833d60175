import type { ProgressStep } from '#contract/calls/progress.ts';
import { duesAfterAll, type DecisionDues, pausedDays } from '#rules/intake/clocks.ts';
import { usedVoucher } from '../intake/used-voucher.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { addExtension, endPause, startPause } from '../store/case-pauses.ts';
import { nameOfStaff } from '../store/vouchers.ts';
import { actMade } from './act-made.ts';
import { move, type Step, type StepRefusal, within } from './step.ts';

/**
 * 特别程序: the clock of the decision stops today; the applicant is told in writing for how long.
 *
 * @source 行政许可法 art. 45; domain.md 13.3 invariant 8
 */
export function startSpecial(
  at: Step,
  wish: Extract<ProgressStep, { act: 'start-special' }>,
): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const listed = record.item.specialProcedures.find(({ id }) => id === wish.procedureId);
  if (wish.procedureId !== null && !listed) return 'no-such-procedure';
  if (wish.expectedEndOn <= bench.today) return 'end-not-after-today';
  const nameZh = listed?.nameZh ?? '其他特别程序';
  const barred = move(at, 'start-special');
  if (barred) return barred;
  const { documentNumber } = issueNotice(
    bench,
    {
      kind: 'special-procedure',
      caseId: record.id,
      facts: {
        nameZh,
        reason: wish.reason,
        basis: listed?.basis ?? null,
        startsOn: bench.today,
        expectedEndOn: wish.expectedEndOn,
        dueOnBefore: record.promisedDueOn ?? record.legalDueOn,
      },
    },
    progress.whole,
  );
  startPause(bench.db, {
    caseId: record.id,
    kind: wish.procedureId ?? 'other',
    nameZh,
    reason: wish.reason,
    startedOn: bench.today,
    expectedEndOn: wish.expectedEndOn,
    notice: documentNumber,
  });
  actMade(bench, record, {
    event: 'start-special',
    notice: documentNumber,
    said: { say: wish.reason, from: bench.today, until: wish.expectedEndOn },
  });
  return null;
}

/** The clock runs on, and the due days move by the working days in which it stood. */
export function endSpecial(at: Step, result: string): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const open = progress.pauses.find(({ endedOn }) => endedOn === null);
  if (!open) return 'not-in-this-state';
  const pauses = progress.pauses.map((pause) =>
    pause === open ? { ...pause, endedOn: bench.today } : pause,
  );
  const days = within(() => pausedDays(open, bench.today, bench.parts.calendar));
  const dues = duesWith(at, pauses, progress.extendedDays);
  if (days === null || dues === null) return 'no-calendar';
  if (!endPause(bench.db, record.id, bench.today)) return 'not-in-this-state';
  const barred = move(at, 'end-special', {
    dues: { ...dues, calendarVersion: bench.parts.calendar.version },
  });
  if (barred) return barred;
  const until = dues.promisedDueOn ?? dues.legalDueOn;
  actMade(bench, record, {
    event: 'end-special',
    notice: null,
    said: { say: result, from: open.startedOn, ...(until && { until }), workingDays: days },
  });
  return null;
}

/**
 * 延期: once, with an approver at the window and a paper that says why and until when.
 *
 * @source 行政许可法 art. 42
 */
export function extend(at: Step, wish: Extract<ProgressStep, { act: 'extend' }>): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  if (wish.workingDays > progress.facts.mayExtendBy) return 'too-many-days';
  const dues = duesWith(at, progress.pauses, progress.extendedDays + wish.workingDays);
  if (dues === null) return 'no-calendar';
  const before = record.promisedDueOn ?? record.legalDueOn;
  const after = dues.promisedDueOn ?? dues.legalDueOn;
  if (before === null || after === null) return 'cannot-extend';
  const approver = usedVoucher(bench, wish.voucher);
  if (approver === null) return 'voucher-not-good';
  const barred = move(at, 'extend', { dues: { ...dues, calendarVersion: bench.parts.calendar.version } });
  if (barred) return barred;
  const { documentNumber } = issueNotice(
    bench,
    {
      kind: 'extension',
      caseId: record.id,
      facts: {
        reason: wish.reason,
        basis: null,
        workingDays: wish.workingDays,
        dueOnBefore: before,
        dueOnAfter: after,
        approver: { number: approver, name: nameOfStaff(bench.db, approver) },
      },
    },
    progress.whole,
  );
  addExtension(bench.db, {
    caseId: record.id,
    workingDays: wish.workingDays,
    reason: wish.reason,
    approver,
    extendedOn: bench.today,
    notice: documentNumber,
  });
  actMade(bench, record, {
    event: 'extend',
    notice: documentNumber,
    said: { say: wish.reason, until: after, workingDays: wish.workingDays, supervisor: approver },
  });
  return null;
}

function duesWith(
  { bench, progress }: Step,
  pauses: Step['progress']['pauses'],
  extendedDays: number,
): DecisionDues | null {
  const { acceptedOn, item } = progress.whole.record;
  return acceptedOn === null
    ? null
    : within(() =>
        duesAfterAll(item, acceptedOn, { pauses, extendedDays }, bench.today, bench.parts.calendar),
      );
}
