import { Day } from '#contract/shapes/day.ts';
import { ClerkNumber } from '#contract/shapes/person.ts';
import {
  QueueCode,
  type QueueView,
  type Ticket,
  TicketId,
  type WaitingTicket,
  WindowNumber,
} from '#contract/shapes/ticket.ts';
import type { Session } from '#contract/calls/access.ts';
import type { SiteView } from '#renderer/stores/session-store.ts';
import type { DeskStatus } from '#renderer/stores/status-store.ts';
import { deskThatAnswers, type SetDesk } from './desk.ts';

/** Tuesday 2026-11-24, 09:50 in the hall. */
export const NOW_MS = Date.UTC(2026, 10, 24, 1, 50);
const MINUTE_MS = 60_000;

export const clerk = { number: ClerkNumber.parse('0317'), name: '周敏', roles: ['clerk' as const] };

export function aTicket(serial: number, changes: Partial<Ticket> = {}): Ticket {
  return {
    id: TicketId.parse(`00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`),
    number: `P${String(serial).padStart(3, '0')}`,
    day: Day.parse('2026-11-24'),
    queue: QueueCode.parse('P'),
    itemCode: null,
    itemNameZh: '社会保障卡申领',
    itemNameEn: 'Social security card',
    state: 'waiting',
    priority: 'none',
    takenAtMs: NOW_MS - 6 * MINUTE_MS,
    calledAtMs: null,
    arrivedAtMs: null,
    endedAtMs: null,
    callCount: 0,
    window: null,
    clerk: null,
    reason: null,
    returnedOnce: false,
    guidanceId: null,
    ...changes,
  };
}

export function aWaiting(serial: number, changes: Partial<Ticket> = {}): WaitingTicket {
  return { ticket: aTicket(serial, changes), placeReason: 'first-come', waitedMs: 6 * MINUTE_MS };
}

export const called = aTicket(23, { state: 'called', calledAtMs: NOW_MS - 10_000, callCount: 1 });
export const serving = aTicket(23, { state: 'serving', calledAtMs: NOW_MS - 20_000, arrivedAtMs: NOW_MS });

export function aQueue(changes: Partial<QueueView> = {}): QueueView {
  return {
    window: WindowNumber.parse(3),
    inHand: null,
    waiting: [
      {
        ticket: aTicket(4, { number: 'VP004', priority: 'pregnant' }),
        placeReason: 'priority',
        waitedMs: 6 * MINUTE_MS,
      },
      aWaiting(24, { takenAtMs: NOW_MS - 24 * MINUTE_MS }),
    ],
    held: [],
    passed: [],
    served: [QueueCode.parse('P')],
    doneToday: 23,
    carried: [],
    readAtMs: NOW_MS,
    ...changes,
  };
}

export function aSite(changes: Partial<SiteView> = {}): SiteView {
  return {
    level: '4',
    region: '990101',
    hallName: '示范县政务服务中心',
    hallNameEn: 'Demo County Service Hall',
    window: 3,
    windowName: '综合',
    language: 'zh-CN',
    queues: [
      { code: QueueCode.parse('A'), nameZh: '综合', nameEn: 'General' },
      { code: QueueCode.parse('P'), nameZh: '个人事务', nameEn: 'Personal affairs' },
    ],
    served: [QueueCode.parse('A'), QueueCode.parse('P')],
    lockAfterSeconds: 120,
    practice: false,
    version: '0.1.0',
    ...changes,
  };
}

export function aStatus(changes: Partial<DeskStatus> = {}): DeskStatus {
  return {
    nowMs: NOW_MS,
    today: Day.parse('2026-11-24'),
    timeZone: 'Asia/Shanghai',
    devices: [],
    hall: { state: 'ok', engine: 'embedded' },
    province: {
      line: 'ok',
      lineSinceMs: NOW_MS - MINUTE_MS,
      lastAckAtMs: NOW_MS - 40_000,
      nextTryAtMs: null,
      owed: 0,
      owedCases: 0,
      needsClerk: 0,
    },
    lastWriteAtMs: NOW_MS - 1000,
    writes: 12,
    diskTrouble: null,
    numbersLeft: 87,
    firstCatalogue: null,
    originals: { here: 0, overnight: 0 },
    ...changes,
  };
}

export interface HallAnswers {
  readonly session?: Partial<Session>;
  readonly queue?: QueueView;
  readonly site?: Partial<SiteView>;
  readonly status?: Partial<DeskStatus>;
}

/** A desk of a hall with a clerk at window 3 and two people waiting, unless told otherwise. */
export function aHallDesk({ session, queue = aQueue(), site, status }: HallAnswers = {}): SetDesk {
  return deskThatAnswers({
    'desk.site': { ok: true, value: aSite(site) },
    'desk.status': { ok: true, value: aStatus(status) },
    'access.session': {
      ok: true,
      value: { staff: clerk, locked: false, mustChangePassword: false, largeType: false, ...session },
    },
    'access.practice-people': { ok: true, value: [] },
    'queue.view': { ok: true, value: queue },
    'intake.visit': { ok: true, value: null },
  });
}

/** The inputs a call was asked with, in order. */
export function askedOf(desk: SetDesk, name: string): readonly unknown[] {
  return desk.asked.filter((one) => one.name === name).map((one) => one.input);
}
