import { catalogueStanding, type HeldItem } from '#rules/sync/catalogue-standing.ts';
import type { Log } from '../log.ts';
import { askHourly, type HourlyAsking } from './asking-hourly.ts';
import type { Province } from './province.ts';

/** The catalogue of this window, as the platform may confirm it. */
export interface KeptCatalogue {
  readonly held: () => readonly HeldItem[];
  readonly confirm: (atMs: number) => void;
  /** Takes a signed package of the platform through the same door as every other, or says why not. */
  readonly take: (
    text: string,
    version: string,
    atMs: number,
  ) => 'taken' | 'not-signed' | 'wrong-signature' | 'faulty';
}

/**
 * Keeps the catalogue fresh: asks the platform once an hour whether the items held here are still in force,
 * so that a window that was online may go on accepting when the line is cut (invariant 20). Where they are not, the
 * package that the platform sends along is put in force.
 */
export function keepCatalogue({
  province,
  catalogue,
  lineIsOpen,
  nowMs,
  log,
}: {
  readonly province: Province;
  readonly catalogue: KeptCatalogue;
  readonly lineIsOpen: () => boolean;
  readonly nowMs: () => number;
  readonly log: Log;
}): HourlyAsking {
  let etag: string | null = null;

  async function ask(): Promise<boolean> {
    const heard = await province.pullCatalogue(etag);
    const atMs = nowMs();
    if (heard.answer === 'unchanged') catalogue.confirm(atMs);
    if (heard.answer !== 'newer') return heard.answer === 'unchanged';
    let standing = catalogueStanding(catalogue.held(), heard.items);
    if (standing === 'behind' && heard.package !== null) {
      const word = catalogue.take(heard.package, heard.version, atMs);
      if (word === 'taken') standing = catalogueStanding(catalogue.held(), heard.items);
      else log('error', 'catalogue-package-refused', { word });
    }
    // Only a list that agrees is remembered: an unchanged one must not confirm what never was.
    etag = standing === 'confirmed' ? heard.etag : null;
    if (standing === 'confirmed') catalogue.confirm(atMs);
    else log('error', 'catalogue-not-confirmed', { word: standing });
    return true;
  }

  return askHourly({
    ask,
    lineIsOpen,
    nowMs,
    failed: (thrown) => {
      log('error', 'catalogue-not-asked', { word: thrown instanceof Error ? thrown.name : 'unknown' });
    },
  });
}
