import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A card file: who is on the card, in the words of the card's layout. */
export interface CardFile {
  readonly kind: 'resident' | 'J' | 'I' | 'Y';
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Written on the chip after a move; null when the card has none. */
  readonly newestAddress: string | null;
}

/** What lies on the antenna. */
export interface Card {
  readonly name: string;
  readonly text: Buffer;
  readonly photo: Buffer;
  readonly newestAddress: Buffer | null;
}

/** field, byte offset, bytes. */
type Layout = readonly (readonly [field: string, offset: number, bytes: number])[];

const LAYOUTS: Readonly<Record<CardFile['kind'], Layout>> = {
  resident: [
    ['name', 0, 30],
    ['sexCode', 30, 2],
    ['ethnicityCode', 32, 4],
    ['birth', 36, 16],
    ['address', 52, 70],
    ['number', 122, 36],
    ['issuer', 158, 30],
    ['validFrom', 188, 16],
    ['validTo', 204, 16],
  ],
  J: [
    ['name', 0, 30],
    ['sexCode', 30, 2],
    ['birth', 36, 16],
    ['address', 52, 70],
    ['number', 122, 36],
    ['issuer', 158, 30],
    ['validFrom', 188, 16],
    ['validTo', 204, 16],
    ['permitNumber', 220, 18],
    ['issueCount', 238, 4],
  ],
  I: [
    ['englishName', 0, 120],
    ['sexCode', 120, 2],
    ['number', 122, 30],
    ['nationality', 152, 6],
    ['chineseName', 158, 30],
    ['validFrom', 188, 16],
    ['validTo', 204, 16],
    ['birth', 220, 16],
    ['cardVersion', 236, 4],
    ['authorityCode', 240, 8],
  ],
  Y: [
    ['chineseName', 0, 30],
    ['sexCode', 30, 2],
    ['renewals', 32, 4],
    ['birth', 36, 16],
    ['englishName', 52, 70],
    ['number', 122, 36],
    ['validFrom', 188, 16],
    ['validTo', 204, 16],
    ['englishNameRest', 220, 22],
    ['nationality', 242, 6],
    ['association', 250, 6],
  ],
};

/** Cards that came with the stand-in. */
export const CARDS_FOLDER = join(import.meta.dirname, 'cards');

/** Reads a card file: a path, or the name of one of the cards beside this program. */
export function loadCard(file: string): Card {
  const beside = join(CARDS_FOLDER, file.endsWith('.json') ? file : `${file}.json`);
  const path = existsSync(file) ? file : beside;
  const card = cardFileOf(JSON.parse(readFileSync(path, 'utf8')));
  return {
    name: basename(path),
    text: textBlock(card),
    photo: fillerPhoto(),
    newestAddress: card.newestAddress === null ? null : padded(card.newestAddress, 70),
  };
}

/** 256 bytes, UTF-16 little end first, every field padded with spaces to its width. */
export function textBlock(card: CardFile): Buffer {
  const block = Buffer.from(' '.repeat(128), 'utf16le');
  const fields: Record<string, string> = { ...card.fields };
  if (card.kind === 'Y') {
    const whole = fields['englishName'] ?? '';
    fields['englishName'] = whole.slice(0, 35);
    fields['englishNameRest'] = whole.slice(35);
  }
  for (const [field, offset, bytes] of LAYOUTS[card.kind]) {
    block.set(padded(fields[field] ?? '', bytes), offset);
  }
  if (card.kind !== 'resident') block.write(card.kind, 248, 'utf16le');
  return block;
}

function padded(text: string, bytes: number): Buffer {
  if (text.length * 2 > bytes) throw new Error(`too long for ${bytes} bytes on the chip`);
  return Buffer.from(text.padEnd(bytes / 2, ' '), 'utf16le');
}

/** Not a picture. Holds a whole reply frame, because a real picture may hold one by chance. */
function fillerPhoto(): Buffer {
  const photo = Buffer.alloc(1024);
  for (let at = 0; at < photo.length; at += 1) photo[at] = (at * 37 + (at >> 5) * 11 + 90) % 256;
  photo.set(Buffer.from('aaaaaa9669000400009094', 'hex'), 300);
  return photo;
}

function cardFileOf(read: unknown): CardFile {
  if (typeof read !== 'object' || read === null) throw new Error('a card file holds one object');
  const kind = 'kind' in read ? read.kind : null;
  if (kind !== 'resident' && kind !== 'J' && kind !== 'I' && kind !== 'Y')
    throw new Error('a card is of kind resident, J, I or Y');
  const fields = 'fields' in read ? read.fields : null;
  if (typeof fields !== 'object' || fields === null) throw new Error('a card file has fields');
  const newest = 'newestAddress' in read ? read.newestAddress : null;
  const label = 'label' in read ? read.label : '';
  if (typeof label !== 'string') throw new Error('a label is text');
  if (newest !== null && typeof newest !== 'string') throw new Error('the newest address is text');
  return {
    kind,
    label,
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, String(value)])),
    newestAddress: newest,
  };
}
