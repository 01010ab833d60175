// Loads a province's catalogue (20,000 items, 200,000 papers) into a desk that runs, and asks that desk all the time
// what a window asks. Prints one line of JSON: how long it took, and the answers in
// milliseconds before and while it is loaded.
// `node tests/bench/large-import.ts [ITEMS]`
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogueView } from '#contract/shapes/catalogue.ts';
import { DeskLine } from '../support/desk-line.ts';
import { keeperWindow } from '../support/hall-window.ts';
import { packageOfMany } from '../support/many-papers.ts';

const ITEMS = Number(process.argv[2] ?? 20_000);
const PAPERS_EACH = 10;
const ASK_EVERY_MS = 10;
const QUIET_ASKS = 200;

const folder = mkdtempSync(join(tmpdir(), 'yichuang-bench-'));
try {
  const window = keeperWindow(folder, 3);
  mkdirSync(join(window.home, 'catalogue'), { recursive: true });
  writeFileSync(join(window.home, 'catalogue', 'province.json'), packageOfMany(ITEMS, PAPERS_EACH));
  const desk = new DeskLine(window.home, window.site);
  await desk.ask('access.sign-in', { number: '0009', password: 'yichuang-demo' });
  const quietMs: number[] = [];
  for (let round = 0; round < QUIET_ASKS; round += 1) quietMs.push(await asked(desk));
  const fromMs = performance.now();
  await desk.ask('catalogue.import', { from: { kind: 'folder', name: 'province.json' } });
  const tookMs: number[] = [];
  for (;;) {
    tookMs.push(await asked(desk));
    const { importing } = CatalogueView.parse(await desk.ask('catalogue.view'));
    if (importing?.outcome) {
      if (importing.outcome.outcome !== 'catalogue') throw new Error(JSON.stringify(importing.outcome));
      break;
    }
  }
  const loadedMs = performance.now() - fromMs;
  const { states } = CatalogueView.parse(await desk.ask('catalogue.view'));
  await desk.end();
  console.log(
    JSON.stringify({
      items: states[0]?.items,
      loadedS: Math.round(loadedMs / 1000),
      asked: tookMs.length,
      quiet: { p50Ms: at(quietMs, 0.5), p99Ms: at(quietMs, 0.99), maxMs: at(quietMs, 1) },
      loading: { p50Ms: at(tookMs, 0.5), p99Ms: at(tookMs, 0.99), maxMs: at(tookMs, 1) },
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How long an answer took that a window waits for; a moment later the next. */
async function asked(desk: DeskLine): Promise<number> {
  const fromMs = performance.now();
  await desk.ask('intake.find-item', { text: 'spjy' });
  const tookMs = performance.now() - fromMs;
  await new Promise((later) => setTimeout(later, ASK_EVERY_MS));
  return tookMs;
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
}
