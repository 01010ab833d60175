import type { Kysely } from 'kysely';
import { QueueCode, TicketId, WindowNumber } from '#contract/shapes/ticket.ts';
import type { At, Board } from '#desk/hall/board.ts';
import type { HallRules } from '#desk/hall/hall-rules.ts';
import type { HallTables } from '#desk/hall/hall-tables.ts';

/** An open board of one engine, and the tables under it for looking. */
export interface HallUnderTest {
  readonly board: Board;
  readonly db: Kysely<HallTables>;
  /** Closes everything and opens it again, as after a restart. */
  readonly restarted: () => Promise<HallUnderTest>;
  readonly end: () => Promise<void>;
}

/** What the suite needs of an engine. Every opening is an empty hall. */
export interface EngineUnderTest {
  readonly name: string;
  readonly open: (rules: HallRules, clock: HallClock) => Promise<HallUnderTest>;
}

export interface HallClock {
  nowMs: number;
}

/** Tuesday 24 November 2026, nine o'clock in the hall. */
export const MORNING_MS = Date.parse('2026-11-24T09:00:00+08:00');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const queue = (code: string): QueueCode => QueueCode.parse(code);
export const P = queue('P');
export const A = queue('A');

const windowNumber = (window: number): WindowNumber => WindowNumber.parse(window);

export const at = (window: number, clerk = `03${String(window).padStart(2, '0')}`): At => ({
  window: windowNumber(window),
  clerk,
});

/** Windows 1 and 2 serve P and A, window 3 serves A only, window 4 everything. */
export const rules: HallRules = {
  timeZone: 'Asia/Shanghai',
  queues: [P, A, queue('E')],
  windows: new Map([
    [windowNumber(1), [P, A]],
    [windowNumber(2), [P, A]],
    [windowNumber(3), [A]],
    [windowNumber(4), [P, A, queue('E')]],
  ]),
  recallsBeforePass: 1,
  priorityInARow: 2,
};

let made = 0;

/** A new id, the same ones in every run. */
export function anId(): string {
  made += 1;
  return `01990000-0000-7000-8000-${String(made).padStart(12, '0')}`;
}

export const unknownTicket = TicketId.parse('01990000-0000-7000-8000-ffffffffffff');

export const wish = (fields: Partial<Parameters<Board['take']>[0]> = {}): Parameters<Board['take']>[0] => ({
  queue: P,
  itemCode: null,
  itemNameZh: null,
  itemNameEn: null,
  priority: 'none',
  personKey: null,
  takeId: anId(),
  ...fields,
});

/** The value of an answer that must be a yes. */
export function sure<T extends { readonly ok: boolean }>(answer: T): Extract<T, { readonly ok: true }> {
  if (isYes(answer)) return answer;
  throw new Error(`expected a yes: ${JSON.stringify(answer)}`);
}

function isYes<T extends { readonly ok: boolean }>(answer: T): answer is Extract<T, { readonly ok: true }> {
  return answer.ok;
}

export const takes = async (board: Board, fields: Parameters<typeof wish>[0] = {}) =>
  sure(await board.take(wish(fields))).ticket;
