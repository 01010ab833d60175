import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { CatalogueState } from '#contract/shapes/catalogue.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const KEEP_TEXT = `INSERT INTO catalogue_text (hash, packed) VALUES (@hash, @packed)
  ON CONFLICT (hash) DO NOTHING`;
const TEXT = 'SELECT packed FROM catalogue_text WHERE hash = @hash';
const PIECES = 'SELECT packed FROM catalogue_text_piece WHERE hash = @hash ORDER BY no';
const BYTES = 'SELECT length(packed) AS bytes FROM catalogue_text WHERE hash = @hash';
const SLICE = 'SELECT substr(packed, @from, @count) AS packed FROM catalogue_text WHERE hash = @hash';
const PIECE = 'SELECT packed FROM catalogue_text_piece WHERE hash = @hash AND no = @no';
const ADD = `INSERT INTO catalogue_state (name, hash, chain, source, signed_by, items, bundles, by, at_ms)
  VALUES (@name, @hash, @chain, @source, @signedBy, @items, @bundles, @by, @atMs)`;
const STATES = `SELECT seq, name, source, signed_by AS signedBy, items, bundles, by, at_ms AS atMs
  FROM catalogue_state ORDER BY seq DESC LIMIT 100`;
const CHAIN = 'SELECT name, items, chain FROM catalogue_state WHERE seq = @seq';
const NEWEST = 'SELECT name, items, chain FROM catalogue_state ORDER BY seq DESC LIMIT 1';
const LAST_OF_SITE = `SELECT hash FROM catalogue_state WHERE source = 'site' ORDER BY seq DESC LIMIT 1`;

const Hash = z.strictObject({ hash: z.string() });
const Packed = z.strictObject({ packed: z.instanceof(Uint8Array) });
const Chain = z
  .strictObject({ name: z.string(), items: z.int(), chain: z.string() })
  .transform(({ name, items, chain }) => ({
    name,
    items,
    chain: z.array(z.string()).min(1).parse(JSON.parse(chain)),
  }));

export type NewState = Omit<CatalogueState, 'seq'> & {
  readonly hash: string;
  /** The hashes whose packages, one after the other, make this state. */
  readonly chain: readonly string[];
};

/** Remembers the text of a package, so that its state can be put in force again. */
export function keepText(db: Writer, hash: string, text: string): void {
  run(db, KEEP_TEXT, { hash, packed: deflateSync(text) });
}

/** @throws RangeError when no package has this hash */
export function keptText(db: Reader, hash: string): string {
  const row = Packed.nullable().parse(one(db, TEXT, { hash }));
  if (!row) throw new RangeError(`no package ${hash} is kept`);
  const packed = row.packed.length > 0 ? row.packed : Buffer.concat(piecesOf(db, hash));
  return inflateSync(packed).toString('utf8');
}

const Bytes = z.strictObject({ bytes: z.int() });
const MaybePacked = Packed.nullable();
const SLICE_BYTES = 128 * 1024;

/** The deflated text of a package, a piece at a time, each read when it is asked for. */
export function* keptPieces(db: Reader, hash: string): Generator<Uint8Array> {
  const { bytes } = Bytes.parse(one(db, BYTES, { hash }));
  for (let from = 1; from <= bytes; from += SLICE_BYTES) {
    yield Packed.parse(one(db, SLICE, { hash, from, count: SLICE_BYTES })).packed;
  }
  if (bytes > 0) return;
  for (let no = 0; ; no += 1) {
    const piece = MaybePacked.parse(one(db, PIECE, { hash, no }));
    if (!piece) return;
    yield piece.packed;
  }
}

function piecesOf(db: Reader, hash: string): Uint8Array[] {
  return Packed.array()
    .parse(all(db, PIECES, { hash }))
    .map(({ packed }) => packed);
}

export function addState(db: Writer, state: NewState): void {
  run(db, ADD, { ...state, chain: JSON.stringify(state.chain) });
}

/** Newest first, at most a hundred. */
export function catalogueStates(db: Reader): CatalogueState[] {
  return CatalogueState.array().parse(all(db, STATES));
}

export function chainOf(db: Reader, seq: number): z.output<typeof Chain> | null {
  return Chain.nullable().parse(one(db, CHAIN, { seq }));
}

export function chainInForce(db: Reader): readonly string[] {
  return Chain.nullable().parse(one(db, NEWEST))?.chain ?? [];
}

/** The hash of the site's own catalogue file when it was last read; null before that. */
export function lastHashOfSite(db: Reader): string | null {
  return Hash.nullable().parse(one(db, LAST_OF_SITE))?.hash ?? null;
}
