import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isObject, type JsonObject, numberOf, parseJson, textOf } from './json.ts';

const ITEMS_ON_A_PAGE = 2000;
const PIECE_BYTES = 480_000;
/** The key of this sandbox. Everybody may know it: what it signs is believed only by a site that names it. */
const SEED = createHash('sha256').update('the catalogue key of the sandbox province').digest();
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY = createPrivateKey({
  key: Buffer.concat([PKCS8_ED25519, SEED]),
  format: 'der',
  type: 'pkcs8',
});

/** Ed25519, the 32 raw bytes in base64: what a site writes into `catalogueKeys`. */
export const SANDBOX_KEY = createPublicKey(KEY)
  .export({ format: 'der', type: 'spki' })
  .subarray(-32)
  .toString('base64');

/** A catalogue as the platform offers it: the list of its items in pages, and the whole package in pieces. */
export interface CatalogueOffer {
  readonly etag: string;
  readonly pages: number;
  readonly page: (no: number) => JsonObject | null;
  readonly hash: string;
  readonly piece: (hash: string, no: number) => JsonObject | null;
}

/** What this catalogue file says now; it is read again when it was changed. */
export function offerOf(file: string): () => CatalogueOffer {
  let read: { readonly atMs: number; readonly offer: CatalogueOffer } | null = null;
  return () => {
    const atMs = statSync(file).mtimeMs;
    if (read?.atMs !== atMs) read = { atMs, offer: offerIn(readFileSync(file, 'utf8'), atMs) };
    return read.offer;
  };
}

/** A file that is signed already goes out as it is, whoever signed it. */
function offerIn(text: string, atMs: number): CatalogueOffer {
  const outer = parseJson(text);
  const isSigned = isObject(outer) && textOf(outer['schema']).startsWith('one-window/signed@');
  const payload = isSigned ? textOf(outer['payload']) : text;
  const signature = sign(null, Buffer.from(payload, 'utf8'), KEY).toString('base64');
  const sent = isSigned ? text : JSON.stringify({ schema: 'one-window/signed@1', payload, signature });
  const bytes = Buffer.from(sent, 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const pieces = Math.ceil(bytes.length / PIECE_BYTES);
  const items = itemsIn(payload);
  const pages = Math.max(1, Math.ceil(items.length / ITEMS_ON_A_PAGE));
  const version = `sandbox-${hash.slice(0, 8)}`;
  return {
    etag: `"${hash.slice(0, 16)}"`,
    pages,
    hash,
    page: (no) =>
      no > pages
        ? null
        : {
            catalogue_version: version,
            updated_at: new Date(Math.floor(atMs / 1000) * 1000 + 8 * 3_600_000)
              .toISOString()
              .replace(/\.000Z$/, '+08:00'),
            pages,
            package: { package_hash: hash, package_bytes: bytes.length, piece_count: pieces },
            items: items.slice((no - 1) * ITEMS_ON_A_PAGE, no * ITEMS_ON_A_PAGE),
          },
    piece: (wanted, no) =>
      wanted !== hash || no > pieces
        ? null
        : {
            package_hash: hash,
            piece_no: no,
            content: bytes.subarray((no - 1) * PIECE_BYTES, no * PIECE_BYTES).toString('base64'),
          },
  };
}

/** The items of the package, as the platform lists them. A file that nobody can read lists what it can. */
function itemsIn(payload: string): JsonObject[] {
  const file = parseJson(payload);
  const items = isObject(file) ? file['items'] : null;
  return (Array.isArray(items) ? items : []).filter(isObject).map((item) => ({
    task_code: textOf(item['implementationCode']),
    catalog_code: textOf(item['basicCode']),
    task_version: Math.max(1, numberOf(item['version'])),
    task_name: textOf(item['nameZh']),
    task_state: '1',
  }));
}
