import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Bundle } from '#contract/shapes/bundle.ts';
import { FileFault } from '#contract/shapes/catalogue.ts';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { forceRow, inTheirPlaces } from '../store/items.ts';
import { ShelfItem } from '../store/shelf-filling.ts';
import { readCatalogue, type ReadPackage } from './catalogue-package.ts';
import { parsedJson } from './file-text.ts';
import { hashOf, itemToKeep } from './put-in-force.ts';
import { readSigned } from './signed-file.ts';

/** What is to be read: a file, or the text that follows on the input. */
export const PackageWish = z.strictObject({
  file: z.string().nullable(),
  signature: z.string().nullable(),
  keys: z.array(z.strictObject({ name: z.string(), key: z.string() })),
  mayBeUnsigned: z.boolean(),
});
export type PackageWish = z.output<typeof PackageWish>;

/** What a package says, in lines small enough that each can be written in a moment. */
export const PackageLine = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('package'),
    hash: z.string(),
    signedBy: z.string().nullable(),
    items: z.int(),
    bundles: z.array(Bundle),
    templates: z.array(NoticeTemplate),
  }),
  z.strictObject({ line: z.literal('items'), items: z.array(ShelfItem) }),
  z.strictObject({ line: z.literal('text'), no: z.int(), base64: z.string() }),
  z.strictObject({ line: z.literal('end') }),
  /** Refused whole. */
  z.strictObject({ line: z.literal('faults'), faults: z.array(FileFault) }),
  z.strictObject({ line: z.literal('refused'), refusal: z.enum(['not-signed', 'wrong-signature']) }),
  /** Something else than a whole catalogue: it is small, and taken at once. */
  z.strictObject({ line: z.literal('other') }),
]);
export type PackageLine = z.output<typeof PackageLine>;

/** Items in one line: some milliseconds of writing. */
const ITEMS_AT_ONCE = 10;
const TEXT_BYTES = 128 * 1024;
const FAULTS_TOLD = 200;

/**
 * Reads, proves and lays out a whole catalogue, which takes seconds and a gigabyte for a province: in a process of its
 * own. Nothing is known here of what is in force.
 */
export function packageLines(wish: PackageWish, following: string): Iterable<PackageLine> {
  const text = wish.file === null ? following : readFileSync(wish.file, 'utf8');
  const read = readSigned(text, wish.signature, wish.keys, wish.mayBeUnsigned);
  if (!read.ok) return [{ line: 'refused', refusal: read.refusal }];
  const json = parsedJson(read.text);
  const marked = z.object({ schema: z.string(), covers: z.string().optional() }).safeParse(json);
  const isWhole =
    marked.success &&
    marked.data.schema.startsWith('one-window/catalogue@') &&
    marked.data.covers !== 'named';
  if (marked.success && !isWhole) return [{ line: 'other' }];
  const reading = readCatalogue(json);
  if (!reading.ok) {
    const faults = reading.faults.slice(0, FAULTS_TOLD).map(({ path, say }) => ({ path, say }));
    return [{ line: 'faults', faults }];
  }
  return linesOf(reading, read.text, read.signedBy);
}

function* linesOf(reading: ReadPackage, text: string, signedBy: string | null): Generator<PackageLine> {
  const { items, bundles, templates } = reading;
  yield {
    line: 'package',
    hash: hashOf(text),
    signedBy,
    items: items.length,
    bundles: [...bundles],
    templates: [...templates],
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
  const packed = deflateSync(text);
  for (let from = 0, no = 0; from < packed.length; from += TEXT_BYTES, no += 1) {
    yield { line: 'text', no, base64: packed.subarray(from, from + TEXT_BYTES).toString('base64') };
  }
  yield { line: 'end' };
}
