import { join } from 'node:path';
import type { Output } from '#contract/calls.ts';
import type { EventName } from '#contract/events.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import type { Asker, Desk } from '#desk/answering.ts';
import type { BackgroundImport } from '#desk/catalogue/background-import.ts';
import { openPackageFolder } from '#desk/catalogue/package-folder.ts';
import { openUploadBox } from '#desk/catalogue/upload-box.ts';
import { hallClock } from '#desk/clock.ts';
import { openDialogCover } from '#desk/identity/dialog-cover.ts';
import { openShownCodes } from '#desk/identity/shown-codes.ts';
import type { Board } from '#desk/hall/board.ts';
import type { Parts } from '#desk/parts.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { openAudit } from '#desk/store/audit.ts';
import { journalIn } from '#desk/store/journal.ts';
import { openFileBox } from '#desk/store/file-box.ts';
import { openSessions } from '#desk/store/sessions.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { Staff } from '#contract/shapes/person.ts';
import { TEST_KEY } from './case-file.ts';
import { MORNING_MS } from './moved-clock.ts';
import { tempHome } from './temp-home.ts';

/** A sync desk that owes nothing and has no line. */
export const OWES_NOTHING: Output<'sync.view'> = {
  line: 'not-configured',
  lineSinceMs: null,
  lastAckAtMs: null,
  lastTryAtMs: null,
  nextTryAtMs: null,
  owed: 0,
  owedCases: 0,
  needsClerk: 0,
  doneToday: 0,
  oldestQueuedAtMs: null,
  sendingReceiptNumber: null,
  skewMs: null,
  debts: [],
  numberBlock: null,
};

/** No large catalogue comes. */
const NOTHING_LARGE: BackgroundImport = {
  start: () => null,
  standing: () => null,
  isRunning: () => false,
  stop: async () => {},
};

/** Parts of a desk in which nothing happens, except those that a test names. `said` collects the news. */
export function deskParts(
  db: Writer,
  named: Partial<Parts> = {},
  nowMs: () => number = () => MORNING_MS,
): Parts & { readonly said: EventName[] } {
  const said: EventName[] = [];
  return {
    said,
    site: DEMO_SITE,
    version: '0.0.0',
    board: noBoard(),
    sessions: openSessions(db, nowMs),
    items: {
      find: () => [],
      isThere: () => true,
      byCode: () => null,
      findBundle: () => [],
      bundleById: () => null,
      bundles: () => [],
      dutyOn: () => null,
      freshAtMs: () => nowMs(),
    },
    packages: {
      folder: openPackageFolder(join(tempHome(), 'catalogue')),
      uploads: openUploadBox(),
      background: NOTHING_LARGE,
    },
    calendar: chinaCalendar,
    cards: { reading: () => null, readAgain: () => false },
    cardWish: {
      isWaiting: () => false,
      next: async () => ({ ok: false, refusal: 'no-card-came' }),
      stop: () => {},
    },
    networkCodes: openShownCodes('3f'.repeat(32), nowMs),
    dialogs: openDialogCover(),
    devices: () => [],
    sync: { view: () => OWES_NOTHING, line: () => OWES_NOTHING.line, tryNow: async () => {}, wake: () => {} },
    sources: {
      licence: async () => ({ answer: 'not-connected' }),
      sharedData: async () => ({ answer: 'not-connected' }),
      networkIdentity: async () => ({ answer: 'not-connected' }),
    },
    press: { wake: () => {} },
    showCitizenScreen: null,
    copyText: null,
    disk: { lastWriteAtMs: () => null, writes: () => 0, trouble: () => null },
    files: openFileBox(tempHome(), TEST_KEY),
    practice: null,
    announce: (name) => {
      said.push(name);
    },
    personKey: (number) => `key-of-${number}`,
    ...named,
  };
}

/** A desk as `compose` makes it, over parts that a test names. */
export function deskOver(db: Writer, parts: Parts, nowMs: () => number = () => MORNING_MS): Desk {
  return {
    db,
    parts,
    nowMs,
    todayAt: hallClock('Asia/Shanghai').todayAt,
    audit: openAudit('2e'.repeat(32)).add,
    journal: journalIn(db, nowMs),
  };
}

/** Somebody at a seat. Nobody exists who is called so. */
export function asker(named: Partial<Asker> = {}): Asker {
  return { seat: 'window-1', staff: STAFF, locked: false, ...named };
}

const STAFF = Staff.parse({ number: '0317', name: '周敏', roles: ['clerk'] });

function noBoard(): Board {
  const away = (): never => {
    throw new Error('this test has no hall board');
  };
  return {
    take: away,
    view: away,
    display: away,
    ticket: away,
    guidanceOf: away,
    ticketByNumber: away,
    waitingOfPerson: away,
    inHand: away,
    callNext: away,
    call: away,
    recall: away,
    arrive: away,
    pass: away,
    requeue: away,
    hold: away,
    resume: away,
    transfer: away,
    finish: away,
    cancel: away,
    walkIn: away,
    endOfDay: async () => 0,
    close: async () => {},
  };
}
