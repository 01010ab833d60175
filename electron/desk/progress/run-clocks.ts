import type { Day } from '#contract/shapes/day.ts';
import { isDeemedAccepted } from '#rules/intake/clocks.ts';
import type { AuditNote, Desk, WriteBench } from '../answering.ts';
import { lapseOffers } from '../evaluation/rating.ts';
import type { Log } from '../log.ts';
import { countsFrom } from '../intake/counts-from.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { raiseAlarm } from '../store/case-alarms.ts';
import { casesRunOut } from '../store/case-clocks.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { actMade } from './act-made.ts';
import { move, type Step } from './step.ts';
import { gatherProgress } from './whole-progress.ts';

/** Nobody at a window: the desk itself, because a day passed. */
const DESK = { seat: 'desk', staff: null, locked: false } as const;

/**
 * Does what the law does by itself when a day has passed: 视为受理 of a case whose five days ran out, the end of one
 * whose corrections never came, the end of a question about the service (好差评) nobody answered, and the alarm for a promised paper that did not come.
 *
 * Each case is its own transaction, and what is done takes the case out of those looked at: running it twice,
 * after a restart or after the clock jumped, does nothing twice. A clock set back does nothing at all.
 *
 * @source 行政许可法 art. 32(1)(4); domain.md 5.4, 13.2, 13.3 invariant 4
 */
export function runClocks(desk: Desk, log: Log): void {
  const nowMs = desk.nowMs();
  const today = desk.todayAt(nowMs);
  lapseOffers(desk);
  for (const id of casesRunOut(desk.db, today)) {
    const record = caseById(desk.db, id);
    const act = record && actDue(desk, record, today);
    if (!act) continue;
    try {
      inOneAct(desk, record, nowMs, today, act);
    } catch (thrown) {
      log('error', 'clock-not-run', {
        caseId: record.id,
        word: thrown instanceof Error ? thrown.name : 'unknown',
      });
    }
  }
}

interface ClockAct {
  readonly call: 'clock.deem-accepted' | 'clock.lapse' | 'clock.tolerance-overdue';
  readonly run: (at: Step) => void;
}

function actDue({ parts }: Desk, record: CaseRecord, today: Day): ClockAct | null {
  const { state, item, noticeDueOn, correctBy } = record;
  if (state === 'awaiting-correction') {
    return correctBy !== null && correctBy < today ? { call: 'clock.lapse', run: lapse } : null;
  }
  if (state === 'received' || state === 'received-again') {
    const from = countsFrom(record);
    const ranOut = noticeDueOn !== null && noticeDueOn < today && from !== null;
    return ranOut && isDeemedAccepted(item, from, today, parts.calendar)
      ? { call: 'clock.deem-accepted', run: deemAccepted }
      : null;
  }
  return { call: 'clock.tolerance-overdue', run: alarmOverdue };
}

function inOneAct(desk: Desk, record: CaseRecord, nowMs: number, today: Day, { call, run }: ClockAct): void {
  const later: (() => void)[] = [];
  const entry: { subject: string | null } = { subject: null };
  const bench: WriteBench = {
    db: desk.db,
    asker: DESK,
    nowMs,
    today,
    parts: desk.parts,
    about: (subject) => {
      entry.subject = subject;
    },
    afterwards: (act) => later.push(act),
  };
  desk.db.transaction(() => {
    run({ bench, progress: gatherProgress(bench, record) });
    if (entry.subject !== null) desk.audit(desk.db, noteOf(call, entry.subject, nowMs));
  })();
  for (const act of later) act();
}

function noteOf(call: string, subject: string, atMs: number): AuditNote {
  return { call, by: 'desk', seat: 'desk', subject, purpose: null, outcome: 'ok', atMs };
}

/** Accepted by law since the day it was received; exactly once. */
function deemAccepted(at: Step): void {
  const { bench, progress } = at;
  const { record, acceptedOn, dues } = progress.whole;
  if (!dues) return;
  const barred = move(at, 'deem-accepted', {
    acceptance: { atMs: bench.nowMs, on: acceptedOn },
    dues: { ...dues, calendarVersion: bench.parts.calendar.version },
  });
  if (barred) return;
  const { documentNumber } = issueNotice(
    bench,
    {
      kind: 'acceptance',
      caseId: record.id,
      facts: {
        acceptedOn,
        legalDueOn: dues.legalDueOn,
        promisedDueOn: dues.promisedDueOn,
        duesProvisional: dues.provisional,
        deemed: true,
      },
    },
    progress.whole,
  );
  raiseAlarm(bench.db, { caseId: record.id, kind: 'deemed-accepted', about: '', atMs: bench.nowMs });
  actMade(bench, record, { event: 'deem-accepted', notice: documentNumber, said: { from: acceptedOn } });
}

/** The days to bring a correction ran out. */
function lapse(at: Step): void {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const told = progress.timeline.findLast(({ event }) => event === 'correct');
  const { correctBy } = record;
  if (correctBy === null) return;
  const barred = move(at, 'lapse');
  if (barred) return;
  const { documentNumber } = issueNotice(
    bench,
    {
      kind: 'lapse',
      caseId: record.id,
      facts: {
        correctionNumber: told?.notice ?? '—',
        toldOn: told?.on ?? record.receivedOn ?? bench.today,
        correctBy,
        lapsedOn: bench.today,
      },
    },
    progress.whole,
  );
  raiseAlarm(bench.db, { caseId: record.id, kind: 'lapsed', about: '', atMs: bench.nowMs });
  actMade(bench, record, { event: 'lapse', notice: documentNumber, said: { until: correctBy } });
}

/** A supervisor must say what follows; the alarm is raised once for each paper. */
function alarmOverdue({ bench, progress }: Step): void {
  const caseId = progress.whole.record.id;
  for (const { material, overdue } of progress.owed) {
    if (!overdue) continue;
    raiseAlarm(bench.db, { caseId, kind: 'tolerance-overdue', about: material.id, atMs: bench.nowMs });
  }
}
