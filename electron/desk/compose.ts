import { join } from 'node:path';
import type { ToShell } from '#contract/shell.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { Told } from '#contract/wire.ts';
import { keyFor } from '#native/sqlite/encryption.ts';
import type { ReadPackageApart } from './catalogue/reading-apart.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { routeCode } from '#rules/scan/route-code.ts';
import { openAttendance } from './access/attendance.ts';
import { addFirstPeople } from './access/first-people.ts';
import { announcing } from './announcing.ts';
import type { Desk } from './answering.ts';
import { openCatalogue } from './open-catalogue.ts';
import { hallClock } from './clock.ts';
import { codeAtWindow } from './devices/scanning.ts';
import { startDevices } from './devices/shelf.ts';
import { every } from './every.ts';
import { openFaults } from './faults.ts';
import { openEmbeddedBoard } from './hall/embedded-board.ts';
import { EVERY_ANSWER } from './every-answer.ts';
import { hallRulesOf } from './hall/hall-rules.ts';
import { healVisits } from './hall/heal-visits.ts';
import { cardAtWindow } from './identity/card-at-window.ts';
import { openCardWish } from './identity/card-wish.ts';
import { openDialogCover } from './identity/dialog-cover.ts';
import { openShownCodes } from './identity/shown-codes.ts';
import { personKeys } from './people/person-keys.ts';
import { openLeaving } from './leaving.ts';
import { type Log, traceOf } from './log.ts';
import { startPress } from './papers/press.ts';
import { startOwnWork } from './own-work.ts';
import type { Parts } from './parts.ts';
import { startSync } from './platform/sync-desk.ts';
import { timeOfDay } from './intake/time-of-day.ts';
import { openPracticeLine } from './practice/practice-line.ts';
import { openQuestions } from './questions.ts';
import type { DeskDoor } from './shell-channel.ts';
import { caseIdOfReceipt } from './store/receipts.ts';
import type { CopyStanding } from './store/backup.ts';
import { journalIn } from './store/journal.ts';
import { startKeeping } from './store/keeping.ts';
import { openStore } from './store/open-store.ts';
import { openSessions } from './store/sessions.ts';
import { VERSION } from './version.ts';

const FINISH_WITHIN_MS = 3_000;
/** Behind a window devices and platform are spoken to when the clerk can sign in: their code takes 90 ms to read. */
const WINDOW_FIRST_MS = 1_000;

type Press = Extract<ToShell, { readonly desk: 'press' }>;

/** What a desk stands on. */
export interface Ground {
  readonly home: string;
  readonly site: Site;
  /** The desk's one key, 64 hex digits. Every file and every keyed hash has a key made from it. */
  readonly keyHex: string;
  readonly log: Log;
  readonly closeLog: () => Promise<void>;
  /** Where news go: to every seat. */
  readonly tell: (news: Told) => void;
  /** Asks the shell for a PDF; null when there is no shell. */
  readonly press: ((job: string, html: string, paper: Press['paper']) => void) | null;
  /** Asks the shell for the citizen's screen; null when there is no shell. */
  readonly showCitizenScreen: (() => void) | null;
  /** Puts a text onto the clipboard for a while; null when there is no shell. */
  readonly copyText: ((text: string, forMs: number) => void) | null;
  readonly prove: (copy: string, keyHex: string) => Promise<CopyStanding>;
  /** Reads a large package in a process of its own. */
  readonly readPackage: ReadPackageApart;
  /** Ends the process at once: it is started again and opens the file anew. */
  readonly leave: () => void;
  readonly nowMs?: () => number;
}

export interface RunningDesk extends DeskDoor {
  /** Takes up what was left undone. Call it when news and papers have somebody to go to. */
  readonly begin: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Builds a desk out of its parts and starts it. The only place where parts meet.
 *
 * @throws DatabaseRefused, BackupFailed when a file cannot be used; nothing was changed then
 */
export async function compose(ground: Ground): Promise<RunningDesk> {
  const { home, site, keyHex, log } = ground;
  const clock = hallClock(site.timeZone, ground.nowMs);
  const { nowMs, todayAt } = clock;
  const leaving = openLeaving(home, nowMs, log, ground.leave);
  const store = openStore({ home, keyHex, nowMs, log, onUnreadable: leaving.onUnreadable });
  const { disk, audit } = store;
  const db = disk.db;
  const announce = announcing(ground.tell);
  const noteOfDesk = (call: string, outcome: string): void =>
    db.transaction(() =>
      audit.add(db, {
        call,
        by: 'desk',
        seat: 'desk',
        subject: null,
        purpose: null,
        outcome,
        atMs: nowMs(),
      }),
    )();

  await addFirstPeople(db, site, nowMs());
  const sessions = openSessions(db, nowMs);
  const attendance = openAttendance(sessions);
  const faults = openFaults(log);
  const tellTrouble = (trouble: string) => (thrown: unknown) => {
    disk.suffer(thrown);
    announce('desk.trouble', { trouble, number: faults.make(thrown, null).number });
  };
  const board = await openEmbeddedBoard({
    file: join(home, 'hall.db'),
    keyHex: keyFor(keyHex, 'hall board'),
    rules: hallRulesOf(site),
    nowMs,
  });
  await healVisits({
    board,
    window: site.window,
    db,
    record: (change) => db.transaction(() => change(db))(),
    atMs: nowMs(),
  });
  const { items, kept, packages } = openCatalogue({
    db,
    home,
    site,
    nowMs,
    log,
    note: noteOfDesk,
    read: ground.readPackage,
    failed: (thrown) => {
      disk.suffer(thrown);
      log('error', 'catalogue-not-loaded', traceOf(thrown));
    },
  });
  const personKey = personKeys(keyFor(keyHex, 'person key'));
  const dialogs = openDialogCover();
  const networkCodes = openShownCodes(keyFor(keyHex, 'network code'), nowMs);
  const firstActInMs = ground.press === null ? 0 : WINDOW_FIRST_MS;
  const atWindow = { db, board, site, nowMs, announce, audit: audit.add, personKey, dialogs };
  const cardWish = openCardWish(
    cardAtWindow({ ...atWindow, isAttended: attendance.isAttended, onFault: tellTrouble('card') }),
  );
  const devices = startDevices({
    site,
    nowMs,
    log,
    watcher: cardWish.watcher,
    onCode: codeAtWindow({
      route: (text) =>
        routeCode(text, {
          today: todayAt(nowMs()),
          knowsItem: (code) => items.byCode(code) !== null,
          networkCode: site.networkIdentity?.codePattern ?? null,
        }),
      keepNetworkCode: networkCodes.keep,
      caseIdOfReceipt: (receipt) => caseIdOfReceipt(db, receipt),
      ticketIdOfNumber: async (number) => (await board.ticketByNumber(number))?.id ?? null,
      isItem: (code) => items.byCode(code) !== null,
      announce,
      onFault: tellTrouble('code'),
    }),
    onCodeTrouble: (trouble) => announce('code.trouble', { trouble }),
    onHealth: (health) => announce('devices.changed', health),
    firstInMs: firstActInMs,
  });
  const sync = startSync({
    db,
    site,
    nowMs,
    random: Math.random,
    announce,
    log,
    catalogue: kept,
    firstLookInMs: firstActInMs,
  });
  const writtenAt = (ms: number): string => `${todayAt(ms)} ${timeOfDay(ms, site.timeZone).slice(0, 5)}`;
  const press = startPress({ db, send: ground.press, nowMs, writtenAt, announce, log });
  const practice = site.practice && openPracticeLine(site.practice.control);

  const parts: Parts = {
    site,
    version: VERSION,
    board,
    sessions,
    items,
    packages,
    calendar: chinaCalendar,
    cards: devices.cards,
    cardWish,
    networkCodes,
    dialogs,
    devices: devices.health,
    sync,
    sources: sync.sources,
    press,
    showCitizenScreen: ground.showCitizenScreen,
    copyText: ground.copyText,
    disk,
    files: store.files,
    practice,
    announce,
    personKey,
  };

  const desk: Desk = {
    db,
    parts,
    nowMs,
    todayAt,
    audit: audit.add,
    journal: journalIn(db, nowMs),
    noticed: (thrown) => {
      disk.suffer(thrown);
      log('error', 'after-the-commit', traceOf(thrown));
    },
  };
  const questions = openQuestions(EVERY_ANSWER, desk, faults, disk.suffer);
  const keeping = startKeeping({
    disk,
    files: store.files,
    fileCopies: store.fileCopies,
    file: store.file,
    backups: store.backups,
    clock,
    log,
    prove: (copy) => ground.prove(copy, keyHex),
    every,
  });
  const stopOwnWork = startOwnWork(desk, log, every);
  if (store.firstBadAuditSeq !== null) noteOfDesk('audit.not-whole', `from-${store.firstBadAuditSeq}`);
  noteOfDesk('desk.started', store.leftActs === 0 ? 'ok' : 'after-a-crash');
  log('info', 'started', { window: site.window, count: store.leftActs });

  return {
    ask: (raw, seat) => {
      attendance.seen(seat);
      return questions.ask(raw, seat);
    },
    seatGone: (seat) => {
      attendance.gone(seat);
      sessions.lock(seat);
    },
    pressed: press.pressed,
    begin: press.wake,
    stop: async () => {
      await questions.finish(FINISH_WITHIN_MS);
      practice?.close();
      press.stop();
      const ends = [devices.stop(), sync.stop(), stopOwnWork(), keeping.stop(), packages.background.stop()];
      await Promise.all(ends);
      await board.close();
      noteOfDesk('desk.stopped', 'ok');
      store.close();
      leaving.forget();
      log('info', 'stopped');
      await ground.closeLog();
    },
  };
}
