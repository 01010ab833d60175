import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createStream } from 'rotating-file-stream';

/**
 * The only fields a log line may have: an allow-list, so that no personal data can slip in with free text.
 * `word` is one of our own kebab-case words, never something a citizen, a device or the platform said.
 */
export interface LogFields {
  readonly word?: string;
  readonly code?: string;
  readonly call?: string;
  /** The number a fault showed to the person. */
  readonly fault?: string;
  readonly caseId?: string;
  readonly ticketId?: string;
  readonly device?: string;
  readonly window?: number;
  readonly attempt?: number;
  readonly httpStatus?: number;
  readonly tookMs?: number;
  readonly bytes?: number;
  readonly count?: number;
  /** Where in the program it happened: file and line of each step, without the message. */
  readonly steps?: readonly string[];
}

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line. `event` is a kebab-case word of ours. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** For tests and for commands that keep nothing. */
export const silentLog: Log = () => {};

const FILE_SIZE = '5M';
const FILES_KEPT = 10;
const STEPS_KEPT = 12;
/** `at name (file:line:column)`, and nothing that only looks like it. */
const STEP = /^\s+at .*:\d+:\d+\)?$/;

/**
 * Opens the technical log in `folder`: ten files of 5 MB, the oldest overwritten.
 *
 * @source safety.md 4, technical log
 */
export function openLog(folder: string): { readonly log: Log; readonly close: () => Promise<void> } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = createStream('desk.log', {
    path: folder,
    size: FILE_SIZE,
    maxFiles: FILES_KEPT,
    mode: 0o600,
    history: join(folder, 'desk-history.txt'),
  });
  let broken = false;
  file.on('error', () => {
    broken = true;
  });
  const lines = pino({ base: { process: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, file);
  return {
    log: (level, event, fields = {}) => {
      if (!broken) lines[level](picked(fields), event);
    },
    close: () => new Promise((done) => (broken ? done() : file.end(() => done()))),
  };
}

/** The allow-list again at run time: a value that came in as an error's own field is not written. */
function picked(fields: LogFields): LogFields {
  const { word, code, call, fault, caseId, ticketId, device, window } = fields;
  const { attempt, httpStatus, tookMs, bytes, count, steps } = fields;
  return Object.fromEntries(
    Object.entries({
      word,
      code,
      call,
      fault,
      caseId,
      ticketId,
      device,
      window,
      attempt,
      httpStatus,
      tookMs,
      bytes,
      count,
      steps,
    }).filter(([, value]) => value !== undefined),
  );
}

/**
 * What of an error may be written: its class, its code and where it happened. Never its message, because
 * messages quote values.
 */
export function traceOf(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { word: 'not-an-error', code: typeof thrown };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name;
  const stack = thrown.stack ?? '';
  const afterMessage = stack.indexOf(thrown.message) + thrown.message.length;
  const steps = stack
    .slice(afterMessage)
    .split('\n')
    .filter((line) => STEP.test(line))
    .slice(0, STEPS_KEPT)
    .map((line) => line.trim().replace(/^at /, ''));
  return { word: thrown.name, code, steps };
}
