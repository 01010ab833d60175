import type { Day } from '#contract/shapes/day.ts';
import type { MessageLine } from '#contract/shapes/message.ts';
import type { CaseClock, ProgressView } from '#contract/shapes/progress.ts';
import type { DebtState } from '#contract/shapes/sync-state.ts';
import type { WorkingCalendar } from '#rules/calendar/working-days.ts';
import { actStandings } from '#rules/intake/act-standings.ts';
import { duesAfterAll, pausedDays } from '#rules/intake/clocks.ts';
import { maskedPhone } from '#rules/identity/mask.ts';
import { mayBeSettled } from '#rules/intake/supervision.ts';
import type { Asker } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { shownFlag } from '../intake/flags.ts';
import type { CaseRecord } from '../store/cases.ts';
import { messagesOfCase } from '../store/messages-owed.ts';
import { isQuiet } from '../store/quiet-cases.ts';
import { withdrawalOf } from './withdrawal.ts';
import { gatherProgress, type OwedPaper, type WholeProgress } from './whole-progress.ts';

/** How a case goes on, as the clerk's screen shows it. */
export function progressView(looking: Looking & { readonly asker: Asker }, record: CaseRecord): ProgressView {
  const progress = gatherProgress(looking, record);
  const { today, parts } = looking;
  return {
    caseId: record.id,
    state: record.state,
    acts: actStandings(progress.facts),
    clocks: clocksOf(record, progress.owed),
    pauses: progress.pauses.map((pause) => ({
      ...pause,
      workingDays: known(() => pausedDays(pause, today, parts.calendar)) ?? 0,
    })),
    timeline: [...progress.timeline],
    owed: progress.owed.map(({ material, dueOn, overdue }) => ({
      materialId: material.id,
      nameZh: material.nameZh,
      nameEn: material.nameEn,
      dueOn,
      overdue,
    })),
    flags: progress.flags.map((flag) => ({
      ...shownFlag(flag, today),
      mayBeSettled: mayBeSettled(flag.kind, progress.facts.owed),
    })),
    messages: messagesOf(looking, record),
    messagesStopped: isQuiet(looking.db, record.id),
    withdrawal: withdrawalOf(looking.db, record.id),
    dueIfResumedToday:
      record.state === 'suspended' ? dueOf(record, progress, 0, today, parts.calendar) : null,
    dueIfExtended:
      progress.facts.mayExtendBy > 0
        ? dueOf(record, progress, progress.facts.mayExtendBy, today, parts.calendar)
        : null,
    mayExtendBy: progress.facts.mayExtendBy,
  };
}

/** 办件短信 of a case. A step the platform gave back took its message back with it. */
function messagesOf({ db }: Looking, { id }: CaseRecord): ProgressView['messages'] {
  return messagesOfCase(db, id).map(({ atMs, state, message }) => ({
    about: message.about,
    phone: maskedPhone(message.phone),
    language: message.language,
    atMs,
    state: MESSAGE_STATES[state],
  }));
}

const MESSAGE_STATES = {
  done: 'sent',
  pending: 'owed',
  unknown: 'owed',
  paused: 'owed',
  returned: 'not-sent',
  quarantined: 'not-sent',
} as const satisfies Record<DebtState, MessageLine['state']>;

const DECIDING = new Set<CaseRecord['state']>([
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
  'in-review',
]);

/** The clocks of a case that mean something in its state. A stopped one is shown, and says so. */
function clocksOf(record: CaseRecord, owed: readonly OwedPaper[]): CaseClock[] {
  const { state } = record;
  const takenIn = state === 'received' || state === 'received-again';
  const decides = DECIDING.has(state) || state === 'suspended';
  const clock = (kind: CaseClock['kind'], dueOn: Day | null, shown: boolean, running = true): CaseClock[] =>
    shown && dueOn !== null ? [{ kind, about: null, dueOn, running }] : [];
  return [
    ...clock('notice', record.noticeDueOn, takenIn),
    ...clock('correction', record.correctBy, state === 'awaiting-correction'),
    ...clock('promised', record.promisedDueOn, decides, state !== 'suspended'),
    ...clock('legal', record.legalDueOn, decides, state !== 'suspended'),
    ...clock('delivery', record.deliverBy, state === 'ready' || state.startsWith('decided-')),
    ...owed.map(({ material, dueOn }) => ({
      kind: 'tolerance' as const,
      about: material.nameZh,
      dueOn,
      running: true,
    })),
  ];
}

function dueOf(
  record: CaseRecord,
  { pauses, extendedDays }: WholeProgress,
  more: number,
  today: Day,
  calendar: WorkingCalendar,
): Day | null {
  const { acceptedOn, item } = record;
  if (acceptedOn === null) return null;
  const dues = known(() =>
    duesAfterAll(item, acceptedOn, { pauses, extendedDays: extendedDays + more }, today, calendar),
  );
  return dues && (dues.promisedDueOn ?? dues.legalDueOn);
}

/** Null when the calendar does not reach far enough. */
function known<T>(count: () => T): T | null {
  try {
    return count();
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
