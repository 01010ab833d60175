import { createHmac } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToShell } from '#contract/shell.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { Told } from '#contract/wire.ts';
import { keyFor } from '#native/sqlite/encryption.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { addFirstPeople } from './access/first-people.ts';
import { announcing } from './announcing.ts';
import type { Desk } from './answering.ts';
import { hallClock } from './clock.ts';
import { openFaults } from './faults.ts';
import { openEmbeddedBoard } from './hall/embedded-board.ts';
import { hallRulesOf } from './hall/hall-rules.ts';
import { healVisits } from './hall/heal-visits.ts';
import { accessAnswers } from './handlers/access.ts';
import { deskAnswers } from './handlers/desk.ts';
import { practiceAnswers } from './handlers/practice.ts';
import { queueAnswers } from './handlers/queue.ts';
import { type Log, traceOf } from './log.ts';
import type { Parts } from './parts.ts';
import { openPracticeLine } from './practice/practice-line.ts';
import { openQuestions } from './questions.ts';
import type { DeskDoor } from './shell-channel.ts';
import { closeAct, openAct } from './store/journal.ts';
import { startKeeping } from './store/keeping.ts';
import { openStore } from './store/open-store.ts';
import { openSessions } from './store/sessions.ts';
import { VERSION } from './version.ts';

const FINISH_WITHIN_MS = 3_000;
const TWICE_WITHIN_MS = 10 * 60 * 1000;

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
  readonly prove: (copy: string, keyHex: string) => Promise<boolean>;
  /** Ends the process at once: it is started again and opens the file anew. */
  readonly leave: () => void;
  readonly nowMs?: () => number;
}

export interface RunningDesk extends DeskDoor {
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
  const store = openStore({ home, keyHex, nowMs, log, onUnreadable: () => leaveOnce(ground, nowMs()) });
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
  const personKeyHex = Buffer.from(keyFor(keyHex, 'person key'), 'hex');
  const practice = site.practice && openPracticeLine(site.practice.control);

  const parts: Parts = {
    site,
    version: VERSION,
    board,
    sessions: openSessions(db, nowMs),
    items: { find: () => [], byCode: () => null, freshAtMs: () => 0 },
    calendar: chinaCalendar,
    cards: { reading: () => null, readAgain: () => false },
    devices: () => [],
    sync: {
      view: () => ({
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
      }),
      tryNow: async () => {},
      wake: () => {},
    },
    press: { wake: () => {} },
    disk,
    practice,
    announce,
    personKey: (certificateNumber) =>
      createHmac('sha256', personKeyHex).update(certificateNumber).digest('hex'),
  };

  const desk: Desk = {
    db,
    parts,
    nowMs,
    todayAt,
    audit: audit.add,
    journal: (call, asker, atMs) => {
      const act = openAct(db, { call, by: asker.staff?.number ?? 'nobody', seat: asker.seat, atMs });
      return (outcome) => closeAct(db, act, outcome, nowMs());
    },
    noticed: (thrown) => {
      disk.suffer(thrown);
      log('error', 'after-the-commit', traceOf(thrown));
    },
  };
  const faults = openFaults(log);
  const questions = openQuestions(
    { ...accessAnswers, ...deskAnswers, ...practiceAnswers, ...queueAnswers },
    desk,
    faults,
    disk.suffer,
  );
  const keeping = startKeeping({
    disk,
    file: store.file,
    backups: store.backups,
    clock,
    log,
    prove: (copy) => ground.prove(copy, keyHex),
    every,
  });
  if (store.firstBadAuditSeq !== null) noteOfDesk('audit.not-whole', `from-${store.firstBadAuditSeq}`);
  noteOfDesk('desk.started', store.leftActs === 0 ? 'ok' : 'after-a-crash');
  log('info', 'started', { window: site.window, count: store.leftActs });

  return {
    ask: questions.ask,
    seatGone: (seat) => parts.sessions.lock(seat),
    pressed: () => {},
    stop: async () => {
      await questions.finish(FINISH_WITHIN_MS);
      practice?.close();
      await keeping.stop();
      await board.close();
      noteOfDesk('desk.stopped', 'ok');
      store.close();
      rmSync(markerIn(home), { force: true });
      log('info', 'stopped');
      await ground.closeLog();
    },
  };
}

/**
 * A file or disk that cannot be trusted is closed and opened anew by starting again, once. When that does not
 * help, the desk stays, says so in its status, and a technician restores a backup.
 *
 * @source safety.md 3.12
 */
function leaveOnce({ home, log, leave }: Ground, nowMs: number): void {
  const marker = markerIn(home);
  const before = statSync(marker, { throwIfNoEntry: false });
  log('error', 'case-file-unreadable', { word: before ? 'again' : 'first-time' });
  if (before && nowMs - before.mtimeMs < TWICE_WITHIN_MS) return;
  writeFileSync(marker, '');
  leave();
}

function markerIn(home: string): string {
  return join(home, 'desk.db.unreadable');
}

function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  timer.unref();
  return () => clearInterval(timer);
}
