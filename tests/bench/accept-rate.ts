// Accepts cases through the desk's own answers, and writes the same rows again with nothing but SQLite, in turns.
// Prints one line of JSON: the milliseconds of each pair.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { keyOfHome } from '#desk/settings/desk-key.ts';
import { one } from '#native/sqlite/database.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { Counter } from '../support/counter-clerk.ts';
import { inProcess } from '../support/desk-in-process.ts';
import { copyOfWindow, type HallWindow, hallWindow } from '../support/hall-window.ts';
import { recordWrites, writeAgain, type Written } from './written-rows.ts';

const ACCEPTS = 150;
/** Not counted: the first acceptances compile what the others use. */
const WARM_UP = 100;

const WRITTEN = `
  SELECT (SELECT count(*) FROM case_file WHERE state = 'accepted') AS cases,
    (SELECT count(*) FROM outbox) AS debts`;

const folder = mkdtempSync(join(tmpdir(), 'yichuang-bench-'));
try {
  const window = hallWindow(folder, 3, null);
  const drafts = await makeDrafts(window, WARM_UP + ACCEPTS);
  const rows = await rowsOf(copyOfWindow(window, folder, 'recorded'), drafts);
  const pairs = await inTurns(window, copyOfWindow(window, folder, 'raw'), drafts, rows);
  console.log(JSON.stringify({ pairs: pairs.slice(WARM_UP) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What the desk writes when it accepts each of these drafts. */
async function rowsOf(window: HallWindow, drafts: readonly string[]): Promise<(readonly Written[])[]> {
  const desk = await inProcess(window);
  const clerk = new Counter(desk.asking);
  await clerk.signIn();
  const recording = recordWrites();
  const rows = [];
  for (const caseId of drafts) {
    await clerk.accept(caseId);
    rows.push(recording.taken());
  }
  recording.stop();
  await desk.stop();
  return rows;
}

/** Accepts each draft in one file, and writes its rows into a copy of that file. */
async function inTurns(
  window: HallWindow,
  copy: HallWindow,
  drafts: readonly string[],
  rows: readonly (readonly Written[])[],
): Promise<{ readonly deskMs: number; readonly rawMs: number }[]> {
  const desk = await inProcess(window);
  const raw = openDatabase({ file: join(copy.home, 'desk.db'), keyHex: keyOfHome(copy.home) });
  const clerk = new Counter(desk.asking);
  await clerk.signIn();
  const pairs = [];
  for (const [place, caseId] of drafts.entries()) {
    // As at the counter: a case that is accepted is on the screen. The other file's pages are as warm.
    await desk.asking.ask('intake.look', { caseId });
    one(raw, 'SELECT * FROM case_file WHERE id = @caseId', { caseId });
    const fromMs = performance.now();
    await desk.asking.ask('intake.accept', { caseId });
    const deskMs = performance.now() - fromMs;
    pairs.push({ deskMs, rawMs: writeAgain(raw, rows[place] ?? []) });
  }
  const all = z.object({ cases: z.literal(drafts.length), debts: z.literal(2 * drafts.length) });
  all.parse(one(raw, WRITTEN));
  raw.close();
  await desk.stop();
  return pairs;
}

async function makeDrafts(window: HallWindow, count: number): Promise<string[]> {
  const desk = await inProcess(window);
  const clerk = new Counter(desk.asking);
  await clerk.signIn();
  const drafts: string[] = [];
  for (let serial = 1; serial <= count; serial += 1) {
    drafts.push((await clerk.openReadyCase(await clerk.receiveCitizen(serial))).id);
    await clerk.putAside();
  }
  await desk.stop();
  return drafts;
}
