import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Bundle } from '#contract/shapes/bundle.ts';
import { FileFault } from '#contract/shapes/catalogue.ts';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { forceRow, inTheirPlaces } from '../store/items.ts';
import { ShelfItem } from '../store/shelf-filling.ts';
import { readCatalogue, readCataloguePackage, type ReadPackage } from './catalogue-package.ts';
import { PackageDuties } from './duty-list.ts';
import type { CatalogueFault } from './fault.ts';
import { parsedJson } from './file-text.ts';
import { type Followed, onTopOf } from './package-chain.ts';
import { hashOf, itemToKeep, NOTHING_TO_CHANGE } from './put-in-force.ts';
import { readSigned } from './signed-file.ts';

/** What is to be read: a package on top of those before it, or those alone. */
export const PackageWish = z.strictObject({
  /** Null: nothing new, only the chain is read again. */
  fresh: z
    .strictObject({
      /** Null: its text follows on the input. */
      file: z.string().nullable(),
      signature: z.string().nullable(),
      keys: z.array(z.strictObject({ name: z.string(), key: z.string() })),
      mayBeUnsigned: z.boolean(),
      /** The hash of what is known already: then nothing is to be done. */
      unless: z.string().nullable(),
    })
    .nullable(),
  /** Hashes of the packages before it, whose texts follow; null: they are sent when they are needed. */
  chain: z.array(z.string()).nullable(),
});
export type PackageWish = z.output<typeof PackageWish>;

/** What a package says, in lines small enough that each can be written in a moment. */
export const PackageLine = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('package'),
    /** The packages that make it, one after the other; the last one is the one that was read. */
    chain: z.array(z.string()).min(1),
    signedBy: z.string().nullable(),
    items: z.int(),
    bundles: z.array(Bundle),
    templates: z.array(NoticeTemplate),
    dutyList: PackageDuties.nullable(),
  }),
  z.strictObject({ line: z.literal('items'), items: z.array(ShelfItem) }),
  z.strictObject({ line: z.literal('text'), no: z.int(), base64: z.string() }),
  z.strictObject({ line: z.literal('end') }),
  /** Refused whole. */
  z.strictObject({ line: z.literal('faults'), faults: z.array(FileFault) }),
  z.strictObject({ line: z.literal('refused'), refusal: z.enum(['not-signed', 'wrong-signature']) }),
  /** Something else than a catalogue: it is small, and taken at once. */
  z.strictObject({ line: z.literal('other') }),
  /** It only changes what is in force: the chain is needed to read it. */
  z.strictObject({ line: z.literal('named') }),
  /** Nothing else than what is known. */
  z.strictObject({ line: z.literal('known') }),
]);
export type PackageLine = z.output<typeof PackageLine>;

/** Items in one line: some milliseconds of writing. */
const ITEMS_AT_ONCE = 10;
const TEXT_BYTES = 128 * 1024;
const FAULTS_TOLD = 200;

/**
 * Reads, proves and lays out a whole catalogue, which takes seconds and a gigabyte for a province: in a process of its
 * own. Nothing is known here of what is in force but the chain that follows.
 */
export function packageLines({ fresh, chain }: PackageWish, given: Followed): Iterable<PackageLine> {
  if (!fresh) {
    const before = chainRead(chain ?? [], given.chain);
    return before.ok
      ? linesOf({ reading: before.reading, chain: chain ?? [], signedBy: null, text: null })
      : faultLines(before.faults);
  }
  const text = fresh.file === null ? given.text : readFileSync(fresh.file, 'utf8');
  const read = readSigned(text, fresh.signature, fresh.keys, fresh.mayBeUnsigned);
  if (!read.ok) return [{ line: 'refused', refusal: read.refusal }];
  const hash = hashOf(read.text);
  if (hash === fresh.unless) return [{ line: 'known' }];
  const json = parsedJson(read.text);
  const marked = z.object({ schema: z.string(), covers: z.string().optional() }).safeParse(json).data;
  if (marked && !marked.schema.startsWith('one-window/catalogue@')) return [{ line: 'other' }];
  const changes = marked?.covers === 'named';
  if (changes && chain === null) return [{ line: 'named' }];
  const reading = readCatalogue(json);
  if (!reading.ok) return faultLines(reading.faults);
  const { text: fileText, signedBy } = read;
  if (!changes) return linesOf({ reading, chain: [hash], signedBy, text: fileText });
  if (chain === null || chain.length === 0) return faultLines([NOTHING_TO_CHANGE]);
  const before = chainRead(chain, given.chain);
  if (!before.ok) return faultLines(before.faults);
  const whole = onTopOf(before.reading, reading);
  return linesOf({ reading: whole, chain: [...chain, hash], signedBy, text: fileText });
}

type ChainReading =
  | { readonly ok: true; readonly reading: ReadPackage }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/** The packages of a chain, one on top of the other. */
function chainRead(chain: readonly string[], texts: ReadonlyMap<string, string>): ChainReading {
  let whole: ReadPackage | null = null;
  for (const hash of chain) {
    const reading = readCataloguePackage(texts.get(hash) ?? '');
    if (!reading.ok) return reading;
    whole = onTopOf(whole, reading);
  }
  return whole ? { ok: true, reading: whole } : { ok: false, faults: [NOTHING_TO_CHANGE] };
}

function faultLines(faults: readonly CatalogueFault[]): Iterable<PackageLine> {
  return [{ line: 'faults', faults: faults.slice(0, FAULTS_TOLD) }];
}

/** @param text what is to be kept of it; null: it is kept already */
function* linesOf({
  reading,
  chain,
  signedBy,
  text,
}: {
  readonly reading: ReadPackage;
  readonly chain: readonly string[];
  readonly signedBy: string | null;
  readonly text: string | null;
}): Generator<PackageLine> {
  const { items, bundles, templates, dutyList } = reading;
  yield {
    line: 'package',
    chain: [...chain],
    signedBy,
    items: items.length,
    bundles: [...bundles],
    templates: [...templates],
    dutyList,
  };
  const rows = inTheirPlaces(items.map(itemToKeep));
  for (let at = 0; at < rows.length; at += ITEMS_AT_ONCE) {
    const some = rows.slice(at, at + ITEMS_AT_ONCE).map(({ place, kept }) => {
      const { pairs, signs, initials, pinyin } = kept;
      return {
        ...forceRow(kept, place),
        json: JSON.stringify(kept.item),
        pairs,
        signs,
        initials,
        pinyin,
      };
    });
    yield { line: 'items', items: some };
  }
  const packed = text === null ? Buffer.alloc(0) : deflateSync(text);
  for (let from = 0, no = 0; from < packed.length; from += TEXT_BYTES, no += 1) {
    yield { line: 'text', no, base64: packed.subarray(from, from + TEXT_BYTES).toString('base64') };
  }
  yield { line: 'end' };
}
