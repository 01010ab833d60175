import { catalogueStanding, type HeldItem } from '#rules/sync/catalogue-standing.ts';
import type { Log } from '../log.ts';
import { askHourly, type HourlyAsking } from './asking-hourly.ts';
import type { PackageFetching } from './package-fetching.ts';
import type { PackageOffer, PackageWord, Province } from './province.ts';

/** What came of a package; `busy`: another is being loaded. */
export type PackageTaken =
  | { readonly came: 'taken' | 'busy' | 'left' }
  | { readonly came: 'refused'; readonly faults: PackageWord['faults'] };

/** The catalogue of this window, as the platform may confirm it. */
export interface KeptCatalogue {
  readonly held: () => readonly HeldItem[];
  readonly confirm: (atMs: number) => void;
  /** Takes a signed package of the platform through the same door as every other, while the window goes on working. */
  readonly take: (file: string, version: string) => Promise<PackageTaken>;
  readonly packages: PackageFetching;
  /** Keeps states of items that nobody here knows, for a technician. */
  readonly unknownStates: (codes: readonly string[], atMs: number) => void;
}

/**
 * Keeps the catalogue fresh: asks the platform once an hour whether the items held here are still in force,
 * so that a window that was online may go on accepting when the line is cut (invariant 20). Where they are not, the
 * package that the platform offers is fetched, put in force or refused whole, and the platform is told which.
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

  /** What was refused since this desk started is not fetched again. */
  const refused = new Set<string>();

  async function ask(): Promise<boolean> {
    const heard = await province.pullCatalogue(etag);
    const atMs = nowMs();
    if (heard.answer === 'unchanged') catalogue.confirm(atMs);
    if (heard.answer !== 'newer') return heard.answer === 'unchanged';
    catalogue.unknownStates(heard.unknownStates, atMs);
    let standing = catalogueStanding(catalogue.held(), heard.items);
    // A window that holds nothing yet takes what it is offered.
    const isOwed = standing === 'behind' || catalogue.held().length === 0;
    if (isOwed && heard.package !== null && !refused.has(heard.package.hash)) {
      const came = await takeOffered(heard.package, heard.version);
      if (came === 'again') return false;
      if (came === 'taken') standing = catalogueStanding(catalogue.held(), heard.items);
    }
    // Only a list that agrees is remembered: an unchanged one must not confirm what never was.
    etag = standing === 'confirmed' ? heard.etag : null;
    if (standing === 'confirmed') catalogue.confirm(nowMs());
    else log('error', 'catalogue-not-confirmed', { word: standing });
    return true;
  }

  async function takeOffered(offer: PackageOffer, version: string): Promise<'taken' | 'refused' | 'again'> {
    const { packages } = catalogue;
    try {
      const file = await packages.fetch(province, offer);
      if (file === null) {
        log('error', 'catalogue-package-not-fetched', {});
        return 'again';
      }
      const taken = await catalogue.take(file, version);
      if (taken.came === 'busy' || taken.came === 'left') return 'again';
      const faults = taken.came === 'refused' ? taken.faults : [];
      if (taken.came === 'refused') {
        refused.add(offer.hash);
        log('error', 'catalogue-package-refused', { count: faults.length });
      }
      const word = await province.tellPackageOutcome({ hash: offer.hash, version, faults });
      if (word.answer !== 'told') log('error', 'catalogue-outcome-not-told', { word: word.answer });
      return taken.came;
    } finally {
      await packages.forget();
    }
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
