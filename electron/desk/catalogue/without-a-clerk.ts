import type { ImportOutcome } from '#contract/shapes/catalogue.ts';
import type { CatalogueFile, LargeCatalogueFile } from '../catalogue-source.ts';
import type { KeptCatalogue } from '../platform/catalogue-keeping.ts';
import type { BackgroundImport, LargePackage } from './background-import.ts';
import { FAULTS } from './fault-words.ts';
import type { TrustedKey } from './signed-file.ts';

/** Nothing but a catalogue is taken by this road, and it lies in a file. */
const ALONE = {
  text: '',
  chain: null,
  otherwise: (): ImportOutcome => ({
    outcome: 'refused',
    faults: [{ path: 'schema', ...FAULTS.notCatalogue }],
  }),
} as const;

/** The site's own file, read where nobody waits for it: it is large, or it comes instead of something large. */
export function siteFile(
  source: CatalogueFile | LargeCatalogueFile,
  keys: readonly TrustedKey[],
  unless: string | null,
): LargePackage {
  const about = { ...ALONE, name: source.name, source: 'site', by: 'desk' } as const;
  if ('file' in source) {
    const { file, signature } = source;
    const mayBeUnsigned = keys.length === 0;
    return { ...about, fresh: { file, signature, keys: [...keys], mayBeUnsigned, unless } };
  }
  // It was proved where it was found.
  const fresh = { file: null, signature: null, keys: [], mayBeUnsigned: true, unless };
  return { ...about, text: source.text, fresh };
}

/** Takes a package of the platform through the same door as every other; it must be signed by a key of the site. */
export function takeFromPlatform({
  background,
  keys,
  note,
}: {
  readonly background: Pick<BackgroundImport, 'start'>;
  readonly keys: readonly TrustedKey[];
  readonly note: (call: string, outcome: string) => void;
}): KeptCatalogue['take'] {
  return async (file, name) => {
    const fresh = { file, signature: null, keys: [...keys], mayBeUnsigned: false, unless: null };
    const loading = background.start({ ...ALONE, name, source: 'platform', by: 'desk', fresh });
    if (!loading) return { came: 'busy' };
    const loaded = await loading;
    note('catalogue.platform', loaded.outcome);
    if (loaded.outcome === 'refused') return { came: 'refused', faults: loaded.faults };
    return { came: loaded.outcome === 'catalogue' ? 'taken' : 'left' };
  };
}
