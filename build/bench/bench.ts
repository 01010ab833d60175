import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleWhenOlder } from '../demo/fresh-bundle.ts';
import { openDisplay } from '../display.mjs';
import { cardToFields } from './card-to-fields.ts';
import { acceptRate, itemSearch } from './desk-alone.ts';
import type { Figure } from './figure.ts';
import { formOpen, keystroke } from './form-open.ts';
import { leafing } from './leafing.ts';
import { windowUsable } from './window-usable.ts';

/**
 * npm run bench: seven ratios, each against a peer that runs beside it on the same machine, as a table for people.
 * `-- --json` prints one line of JSON per figure instead; `-- --only NAME` measures one of them.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});

const PARTS: Readonly<Record<string, (home: string) => Promise<Figure>>> = {
  'card-to-fields': cardToFields,
  'accept-rate': acceptRate,
  'window-usable': windowUsable,
  'item-search-p99': itemSearch,
  leafing,
  'form-open': formOpen,
  keystroke,
};

const wanted = Object.entries(PARTS).filter(([name]) => values.only === undefined || values.only === name);
if (wanted.length === 0) {
  console.error(`There is no figure ${values.only}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

bundleWhenOlder();
const display = await openDisplay();
Object.assign(process.env, display.env);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-bench-'));
const figures: Figure[] = [];
try {
  for (const [name, measure] of wanted) {
    if (!values.json) console.log(`· measuring ${name}`);
    const home = path.join(folder, name);
    fs.mkdirSync(home, { mode: 0o700 });
    const measured = await measure(home);
    figures.push(measured);
    if (values.json) {
      const { measured: _, ...line } = measured;
      console.log(JSON.stringify(line));
    }
  }
} finally {
  display.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
if (!values.json) printTable();

function printTable(): void {
  const cells = figures.map((one) => [
    one.ok ? '✓' : '✕',
    one.name,
    one.ratio.toFixed(3),
    `${one.better === 'lower' ? '≤' : '≥'} ${one.goal}`,
    one.measured,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells) {
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
}
