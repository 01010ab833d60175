import type { LineState } from '#contract/shapes/sync-state.ts';
import type { ProvinceAnswer, UnknownWord } from './answer.ts';
import { lineAfterRefusal } from './line.ts';
import type { Pace } from './pace.ts';
import { askedDelayMs, longestDelayMs, retryDelayMs } from './retry-plan.ts';

/** A debt as it stood when it was sent. */
export interface SentDebt {
  readonly state: 'pending' | 'unknown' | 'quarantined';
  /** Attempts before this one. */
  readonly attempts: number;
  readonly slowInARow: number;
  readonly troublesInARow: number;
}

/** What an answer means for the debt, for its line, and for everything else that waits. */
export interface Settlement {
  readonly state: 'pending' | 'unknown' | 'done' | 'returned' | 'quarantined';
  /** A word of renderer/words, or null after a yes. */
  readonly because: string | null;
  /** Counted against the debt: false when the line itself was refused. */
  readonly counts: boolean;
  /** Milliseconds until it is tried by itself; null: never by itself. */
  readonly againMs: number | null;
  readonly slowInARow: number;
  readonly troublesInARow: number;
  /** How the line stands now; null: this says nothing about the line. */
  readonly line: LineState | null;
  /** `debt`: only this one waits · `queue`: everything waits as long · `line`: everything waits, then a knock. */
  readonly waits: 'debt' | 'queue' | 'line';
  /** Somebody beside the clerk should know. */
  readonly alarm: boolean;
  /** What to ask before the next sending: the receipt of a step the platform says it holds. */
  readonly asksNext: boolean;
}

/**
 * Settles one answer against one debt.
 *
 * Only a typed receipt makes it done. What may have arrived is unknown and goes again with the same key;
 * what was unknown before stays unknown until a receipt or a return, because an earlier attempt may have
 * arrived. Nothing here reads a clock or sends.
 *
 * @param roll a random number in [0, 1)
 * @source safety.md 1c, the whole table
 */
export function settle(debt: SentDebt, answer: ProvinceAnswer, roll: number, pace: Pace): Settlement {
  const settled = decide(debt, answer, roll, pace);
  const isOpen = settled.state === 'pending' || settled.state === 'unknown';
  return isOpen ? settled : { ...settled, againMs: null };
}

function decide(debt: SentDebt, answer: ProvinceAnswer, roll: number, pace: Pace): Settlement {
  const ownMs = retryDelayMs(debt.attempts + 1, roll, pace);
  const base = {
    state: debt.state,
    because: null,
    counts: true,
    againMs: ownMs,
    slowInARow: 0,
    troublesInARow: 0,
    line: null,
    waits: 'debt',
    alarm: false,
    asksNext: false,
  } satisfies Settlement;

  switch (answer.answer) {
    case 'acknowledged':
      return { ...base, state: 'done', againMs: null, line: 'ok' };
    case 'returned':
      return { ...base, state: 'returned', because: 'returned', againMs: null, line: 'ok' };
    case 'already-there':
      return { ...base, state: stillAsked(debt), againMs: 0, line: 'ok', asksNext: true };
    case 'not-found':
      return debt.state === 'quarantined'
        ? { ...base, because: 'not-found' }
        : { ...base, state: 'pending', counts: false, againMs: 0 };
    case 'not-delivered':
      return { ...base, because: answer.why, line: lineAfterSilence(answer.why), waits: 'line' };
    case 'unknown':
      return settleUnknown(debt, answer, roll, pace);
    case 'retry-later':
      return answer.why === 'busy'
        ? { ...base, because: 'busy', againMs: askedDelayMs(answer.afterMs, ownMs, pace), waits: 'queue' }
        : { ...base, because: 'in-progress', againMs: pace.inProgressMs };
    case 'refused-line':
      return {
        ...base,
        because: answer.why,
        counts: false,
        againMs: 0,
        line: lineAfterRefusal(answer.why),
        waits: 'line',
        alarm: true,
      };
    case 'untrusted':
      break;
  }
  return { ...base, state: 'quarantined', because: answer.why, alarm: true };
}

/** What could not be trusted once is never sent again by itself, only asked about. */
function stillAsked(debt: SentDebt): 'unknown' | 'quarantined' {
  return debt.state === 'quarantined' ? 'quarantined' : 'unknown';
}

const SLOW: ReadonlySet<UnknownWord> = new Set(['no-answer', 'slow-reply']);
const ALARMING: ReadonlySet<UnknownWord> = new Set(['reply-too-large', 'reply-compressed', 'reply-hostile']);
/** The platform itself spoke: the trouble is with this step and not with the line. */
const SPOKEN: ReadonlySet<UnknownWord> = new Set(['server-trouble', 'incomplete-body', 'reply-empty']);

function settleUnknown(
  debt: SentDebt,
  { why, afterMs }: Extract<ProvinceAnswer, { answer: 'unknown' }>,
  roll: number,
  pace: Pace,
): Settlement {
  const slowInARow = SLOW.has(why) ? debt.slowInARow + 1 : 0;
  const ownMs =
    slowInARow >= pace.slowInARow ? longestDelayMs(roll, pace) : retryDelayMs(debt.attempts + 1, roll, pace);
  return {
    state: stillAsked(debt),
    because: why,
    counts: true,
    againMs: askedDelayMs(afterMs, ownMs, pace),
    slowInARow,
    troublesInARow: why === 'server-trouble' ? debt.troublesInARow + 1 : 0,
    line: lineAfterUnknown(why),
    waits: why === 'intercepted' ? 'line' : 'debt',
    alarm: ALARMING.has(why),
    asksNext: why === 'reply-empty',
  };
}

function lineAfterUnknown(why: UnknownWord): LineState | null {
  return SPOKEN.has(why) ? null : lineAfterSilence(why);
}

function lineAfterSilence(why: UnknownWord | 'away'): LineState {
  if (why === 'intercepted') return 'intercepted';
  return why !== 'away' && SLOW.has(why) ? 'slow' : 'away';
}
