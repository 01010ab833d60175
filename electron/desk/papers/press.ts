import { createHash } from 'node:crypto';
import type { EventName, EventValue } from '#contract/events.ts';
import type { Writer } from '#native/sqlite/database.ts';
import type { Log } from '../log.ts';
import type { PressDesk } from '../parts.ts';
import {
  keepPdf,
  keepPressTrouble,
  noticesToPress,
  type NoticeToPress,
  retryPressTroubles,
} from '../store/notices.ts';
import { noticeHtml } from './notice-html.ts';
import { slipHtml } from './slip-html.ts';

const JOB_WITHIN_MS = 20_000;
const TRIES = 2;

/** Why a copy could not be pressed. */
type PressTrouble = 'page-not-made' | 'page-not-drawn' | 'press-too-slow' | 'not-a-pdf';

export interface PressNeeds {
  readonly db: Writer;
  /** Asks the shell for a PDF; null when there is no shell, and every notice then waits for one. */
  readonly send: ((job: string, html: string, paper: 'a4' | 'slip-80mm') => void) | null;
  readonly nowMs: () => number;
  readonly announce: <N extends EventName>(name: N, value: EventValue<N>) => void;
  readonly log: Log;
  /** Runs `act` once after `ms`, unless the returned function is called before. */
  readonly after?: (ms: number, act: () => void) => () => void;
}

export interface Press extends PressDesk {
  /** The shell's answer to a job: a PDF, or null and why not. */
  readonly pressed: (job: string, pdf: Uint8Array | null, why: string) => void;
  readonly stop: () => void;
}

interface Job {
  readonly name: string;
  readonly notice: NoticeToPress;
  readonly attempt: number;
  readonly cancelTimer: () => void;
}

/**
 * Presses frozen notices into PDF, one at a time, oldest first. A job that is not answered in 20 seconds, or that
 * fails, is tried once more; then the copy is kept as not pressed with a word, and the next one goes on.
 * What could not be pressed is tried again at the next start. An answer to an earlier attempt is dropped.
 */
export function startPress({ db, send, nowMs, announce, log, after = soon }: PressNeeds): Press {
  let current: Job | null = null;
  let stopped = false;
  if (send) retryPressTroubles(db);

  const begin = (notice: NoticeToPress, attempt: number): void => {
    const html = madePage(notice);
    if (html === null || !send) return giveUp(notice, 'page-not-made');
    const name = `${notice.id}.${notice.reprint}.${attempt}`;
    const cancelTimer = after(JOB_WITHIN_MS, () => failed(name, 'press-too-slow'));
    current = { name, notice, attempt, cancelTimer };
    send(name, html, notice.kind === 'receipt-slip' ? 'slip-80mm' : 'a4');
  };

  const next = (): void => {
    if (stopped || !send || current) return;
    const [notice] = noticesToPress(db, 1);
    if (notice) begin(notice, 1);
  };

  const giveUp = ({ id, caseId, reprint }: NoticeToPress, why: PressTrouble): void => {
    db.transaction(() => keepPressTrouble(db, { id, reprint, why, atMs: nowMs() }))();
    log('error', 'notice-not-pressed', { word: why, ...ofCase(caseId) });
    announce('notice.pressed', { noticeId: id, caseId });
    next();
  };

  const failed = (name: string, why: PressTrouble): void => {
    const job = taken(name);
    if (!job || stopped) return;
    log('warn', 'press-failed', { word: why, attempt: job.attempt, ...ofCase(job.notice.caseId) });
    if (job.attempt < TRIES) begin(job.notice, job.attempt + 1);
    else giveUp(job.notice, why);
  };

  /** The job under way, if it is this one; it is over then. */
  const taken = (name: string): Job | null => {
    if (current?.name !== name) return null;
    const job = current;
    job.cancelTimer();
    current = null;
    return job;
  };

  return {
    wake: next,
    pressed: (name, pdf) => {
      if (!pdf) return failed(name, 'page-not-drawn');
      if (!isPdf(pdf)) return failed(name, 'not-a-pdf');
      const job = taken(name);
      if (!job || stopped) return;
      const { id, caseId, reprint } = job.notice;
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      db.transaction(() => keepPdf(db, { id, reprint, pdf, sha256, atMs: nowMs() }))();
      announce('notice.pressed', { noticeId: id, caseId });
      next();
    },
    stop: () => {
      stopped = true;
      current?.cancelTimer();
      current = null;
    },
  };

  function madePage({ kind, content, reprint, caseId }: NoticeToPress): string | null {
    try {
      return kind === 'receipt-slip' ? slipHtml(content, reprint) : noticeHtml(content, reprint);
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      log('error', 'page-not-made', ofCase(caseId));
      return null;
    }
  }
}

/** What the log may say about whose paper it is: the case, where it has one. */
function ofCase(caseId: string | null): { readonly caseId?: string } {
  return caseId === null ? {} : { caseId };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

function soon(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
