import { createHash } from 'node:crypto';
import type { EventName, EventValue } from '#contract/events.ts';
import type { Writer } from '#native/sqlite/database.ts';
import type { Log } from '../log.ts';
import type { PressDesk } from '../parts.ts';
import { batchToPress, retryBatches } from '../store/notice-batches.ts';
import { printToPress } from '../store/page-prints.ts';
import { noticesToPress, retryPressTroubles } from '../store/notices.ts';
import { batchWork, noticeWork, pagesWork, type PressTrouble, type Work } from './press-work.ts';

const JOB_WITHIN_MS = 20_000;
const TRIES = 2;

export interface PressNeeds {
  readonly db: Writer;
  /** Asks the shell for a PDF; null when there is no shell, and every notice then waits for one. */
  readonly send: ((job: string, html: string, paper: 'a4' | 'slip-80mm') => void) | null;
  readonly nowMs: () => number;
  /** A moment as papers write it: `2026-11-24 09:52`, the hall's time. */
  readonly writtenAt: (ms: number) => string;
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
  readonly work: Work;
  readonly attempt: number;
  readonly cancelTimer: () => void;
}

/**
 * Presses frozen notices into PDF, one at a time, oldest first; then batches of them, then pages of papers. A job that is not answered in
 * 20 seconds, or that fails, is tried once more; then it is kept as not pressed with a word, and the next one goes
 * on. What could not be pressed is tried again at the next start. An answer to an earlier attempt is dropped.
 */
export function startPress(needs: PressNeeds): Press {
  const { db, send, nowMs, writtenAt, announce, log, after = soon } = needs;
  let current: Job | null = null;
  let stopped = false;
  if (send) {
    retryPressTroubles(db);
    retryBatches(db);
  }

  const begin = (work: Work, attempt: number): void => {
    const html = madePage(work);
    if (html === null || !send) return giveUp(work, 'page-not-made');
    const name = `${work.name}.${attempt}`;
    const cancelTimer = after(JOB_WITHIN_MS, () => failed(name, 'press-too-slow'));
    current = { name, work, attempt, cancelTimer };
    send(name, html, work.paper);
  };

  const next = (): void => {
    if (stopped || !send || current) return;
    const [notice] = noticesToPress(db, 1);
    if (notice) return begin(noticeWork(db, notice, writtenAt), 1);
    const batch = batchToPress(db);
    if (batch) return begin(batchWork(db, batch, writtenAt), 1);
    const print = printToPress(db);
    if (print) begin(pagesWork(db, print), 1);
  };

  const giveUp = (work: Work, why: PressTrouble): void => {
    db.transaction(() => work.giveUp(why, nowMs()))();
    log('error', 'notice-not-pressed', { word: why, ...ofCase(work) });
    work.tell(announce);
    next();
  };

  const failed = (name: string, why: PressTrouble): void => {
    const job = taken(name);
    if (!job || stopped) return;
    log('warn', 'press-failed', { word: why, attempt: job.attempt, ...ofCase(job.work) });
    if (job.attempt < TRIES) begin(job.work, job.attempt + 1);
    else giveUp(job.work, why);
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
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      db.transaction(() => job.work.keep(pdf, sha256, nowMs()))();
      job.work.tell(announce);
      next();
    },
    stop: () => {
      stopped = true;
      current?.cancelTimer();
      current = null;
    },
  };

  function madePage(work: Work): string | null {
    try {
      return work.page();
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      log('error', 'page-not-made', ofCase(work));
      return null;
    }
  }
}

/** What the log may say about whose paper it is: the case, where it has one. */
function ofCase({ caseId }: Work): { readonly caseId?: string } {
  return caseId === null ? {} : { caseId };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

function soon(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
