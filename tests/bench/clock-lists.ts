// Asks a desk with 2,000 open cases for each of the seven lists of clocks, in turns, and prints one line of JSON: the
// middle and the last of the times in milliseconds over all lists, and the work of the processor, which other programs
// on the machine do not lengthen. `node tests/bench/clock-lists.ts [CASES]`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Day } from '#contract/shapes/day.ts';
import { ClockList } from '#contract/shapes/progress.ts';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import { keyOfHome } from '#desk/settings/desk-key.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { Counter } from '../support/counter-clerk.ts';
import { demoCatalogueText } from '../support/demo-catalogue.ts';
import { inProcess } from '../support/desk-in-process.ts';
import { hallWindow } from '../support/hall-window.ts';
import { addOpenCases } from '../support/open-cases.ts';

const CASES = Number(process.argv[2] ?? 2_000);
const ROUNDS = 30;
const Lists = z.object({ counts: z.record(z.string(), z.int()), lines: z.array(z.unknown()) });

const folder = mkdtempSync(join(tmpdir(), 'yichuang-bench-'));
try {
  const window = hallWindow(folder, 3, null);
  const first = await inProcess(window);
  const clerk = new Counter(first.asking);
  await clerk.signIn();
  await clerk.accept((await clerk.openReadyCase(await clerk.receiveCitizen(1))).id);
  await first.stop();
  const reading = readCataloguePackage(demoCatalogueText);
  if (!reading.ok) throw new Error('the demo catalogue is refused');
  const db = openDatabase({ file: join(window.home, 'desk.db'), keyHex: keyOfHome(window.home) });
  const today = Day.parse(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  addOpenCases(db, reading.items, today, CASES);
  db.close();

  const desk = await inProcess(window);
  await new Counter(desk.asking).signIn();
  const tookMs: number[] = [];
  const workedMs: number[] = [];
  let counts: unknown = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const list of ClockList.options) {
      const before = process.cpuUsage();
      const fromMs = performance.now();
      const told = Lists.parse(await desk.asking.ask('progress.lists', { list }));
      tookMs.push(performance.now() - fromMs);
      const { user, system } = process.cpuUsage(before);
      workedMs.push((user + system) / 1000);
      counts = told.counts;
    }
  }
  await desk.stop();
  console.log(
    JSON.stringify({
      cases: CASES,
      p50Ms: at(tookMs, 0.5),
      p99Ms: at(tookMs, 0.99),
      workP50Ms: at(workedMs, 0.5),
      workP99Ms: at(workedMs, 0.99),
      counts,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** To a tenth of a millisecond. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN) * 10) / 10;
}
