// Searches 20,000 made-up items with 200,000 papers as clerks type, and prints one line of JSON: the 99th percentile in milliseconds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import { findItems } from '#desk/catalogue/find-items.ts';
import { readingsOf } from '#desk/catalogue/item-readings.ts';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { seeded } from '../stand-ins/province/faults.ts';
import { holdItems } from '../support/many-items.ts';
import { packageOfMany } from '../support/many-papers.ts';

const ITEMS = 20_000;
const PAPERS_EACH = 10;
const SEARCHES = 1_000;
/** Each is asked so often, in rounds; the middle of its times counts, so that another program's turn does not. */
const ROUNDS = 5;
const HITS = 12;
const KEY = '1f'.repeat(32);

const folder = mkdtempSync(join(tmpdir(), 'yichuang-bench-'));
const db = openDatabase({ file: join(folder, 'desk.db'), keyHex: KEY });
try {
  migrate(db, MIGRATIONS);
  const reading = readCataloguePackage(packageOfMany(ITEMS, PAPERS_EACH));
  if (!reading.ok) throw new Error('the made-up catalogue is refused');
  const { items } = reading;
  holdItems(db, items);

  const chance = seeded(20_261_124);
  const typed = Array.from({ length: SEARCHES }, () => {
    const item = items[Math.floor(chance() * ITEMS)];
    return item ? whatIsTyped(item.nameZh, item.code, chance) : '';
  });
  const rounds = Array.from({ length: ROUNDS }, () =>
    typed.map((text) => {
      const fromMs = performance.now();
      findItems(db, text, HITS);
      return performance.now() - fromMs;
    }),
  );
  const tookMs = typed.map((_, place) => middle(rounds.map((round) => round[place] ?? Number.NaN)));
  const sorted = tookMs.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  console.log(JSON.stringify({ items: ITEMS, p50Ms: at(0.5), p99Ms: at(0.99) }));
} finally {
  db.close();
  rmSync(folder, { recursive: true, force: true });
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Somewhere in the name, some signs of it: as hanzi, initials, full pinyin, or the code; now and then two parts. */
function whatIsTyped(name: string, code: string, chance: () => number): string {
  const signs = Array.from(name);
  const from = chance() < 0.5 ? 0 : Math.floor(chance() * Math.max(1, signs.length - 2));
  const part = signs.slice(from, from + 1 + Math.floor(chance() * 6)).join('');
  const sounds = readingsOf(part).map(([first = '']) => first);
  const way = Math.floor(chance() * 5);
  if (way === 0) return part;
  if (way === 1) return sounds.map((sound) => sound.slice(0, 1)).join('');
  if (way === 2) return sounds.join('');
  if (way === 3) return code.slice(0, 8 + Math.floor(chance() * (code.length - 8)));
  return `${part} ${signs.slice(-2).join('')}`;
}
