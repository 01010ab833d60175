import { FAULTS, type FaultWords } from './fault-words.ts';

/** One thing wrong in a catalogue file: where, as `items[3].materials[0].id`, and what. */
export interface CatalogueFault extends FaultWords {
  readonly path: string;
}

/** A fault for every key that was there before; `field` is where the key stands. */
export function twice(
  keys: readonly string[],
  path: string,
  field: string | null,
): readonly CatalogueFault[] {
  const seen = new Set<string>();
  const faults: CatalogueFault[] = [];
  for (const [place, key] of keys.entries()) {
    const at = `${path}[${place}]`;
    if (seen.has(key)) faults.push({ path: field === null ? at : `${at}.${field}`, ...FAULTS.twice(key) });
    seen.add(key);
  }
  return faults;
}
