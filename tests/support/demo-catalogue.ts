import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';

/** The demo catalogue as its file holds it. */
export const demoCatalogueText = readFileSync(
  join(import.meta.dirname, '../../electron/desk/catalogue/demo-catalogue.json'),
  'utf8',
);

/** The demo catalogue with one value at a path set to something else. */
export function changedCatalogue(path: readonly (string | number)[], value: unknown): string {
  const whole: unknown = JSON.parse(demoCatalogueText);
  const last = path.at(-1);
  let at: unknown = whole;
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step);
  if (last !== undefined) Reflect.set(Object(at), last, value);
  return JSON.stringify(whole);
}

/** Where a catalogue file is wrong; empty when it is read. */
export function faultPaths(file: string): readonly string[] {
  const reading = readCataloguePackage(file);
  return reading.ok ? [] : reading.faults.map(({ path }) => path);
}
