import { type Figure, figure, inMs, median } from './figure.ts';
import { measuredApart } from './measured-apart.ts';

const SEARCH_P99_MS = 5;

/** Acceptances per second through the desk's own answers, against a raw transaction of the same rows. */
export async function acceptRate(): Promise<Figure> {
  const pairs = fieldOf(await measuredApart('tests/bench/accept-rate.ts'), 'pairs');
  if (!Array.isArray(pairs)) throw new Error('there are no pairs');
  const deskMs = median(pairs.map((pair) => numberOf(pair, 'deskMs')));
  const rawMs = median(pairs.map((pair) => numberOf(pair, 'rawMs')));
  return figure(
    'accept-rate',
    rawMs / deskMs,
    { goal: 0.7, better: 'higher' },
    `${Math.round(1000 / deskMs)} acceptances a second, raw transactions ${Math.round(1000 / rawMs)}`,
  );
}

/** The slowest of a hundred searches, against five milliseconds. */
export async function itemSearch(): Promise<Figure> {
  const found = await measuredApart('tests/bench/item-search.ts');
  const p99Ms = numberOf(found, 'p99Ms');
  return figure(
    'item-search-p99',
    p99Ms / SEARCH_P99_MS,
    { goal: 1, better: 'lower' },
    `p99 ${inMs(p99Ms)}, half of them ${inMs(numberOf(found, 'p50Ms'))}, among ${numberOf(found, 'items')} items`,
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function numberOf(value: unknown, name: string): number {
  const field = fieldOf(value, name);
  if (typeof field !== 'number') throw new Error(`${name} was not measured`);
  return field;
}
