import type { CardKind, IdentityCard } from '#contract/shapes/identity-card.ts';
import {
  cardLayouts,
  type FieldName,
  type FieldPlace,
  type FieldRule,
  KIND_LETTER_OFFSET,
  TEXT_BLOCK_BYTES,
} from './card-fields.ts';

/** `field` names what did not hold; never its content, which is personal data. */
export type CardTextReading =
  | { readonly ok: true; readonly card: IdentityCard }
  | { readonly ok: false; readonly field: FieldName | 'block' };

/** The address a person moved to after the card was made. */
export interface NewestAddress {
  readonly address: string;
  /** False: it holds characters a clerk must type by hand. */
  readonly readable: boolean;
}

/** 长期 in place of an end date. */
const LONG_TERM = '\u957f\u671f';

const DATE = /^(?:1[89]|2[01])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/;

const RULES: Readonly<Record<FieldRule, (value: string) => boolean>> = {
  text: (value) => value !== '' && isOneText(value),
  'text-or-blank': isOneText,
  digits: (value) => /^[0-9]+$/.test(value),
  'digits-or-blank': (value) => /^[0-9]*$/.test(value),
  date: (value) => DATE.test(value),
  'date-or-long-term': (value) => value === LONG_TERM || DATE.test(value),
  'citizen-number': (value) => /^[0-9]{17}[0-9X]$/.test(value),
  'old-foreigner-number': (value) => /^[A-Z]{3}[0-9]{12}$/.test(value),
  'three-letters': (value) => /^[A-Z]{3}$/.test(value),
  'travel-permit': (value) => /^[0-9A-Z]{6,9}$/.test(value),
};

/** Fields that fill their place to the last character, so a shorter one is damage. */
const FULL_WIDTH: ReadonlySet<FieldRule> = new Set(['digits', 'date', 'citizen-number', 'three-letters']);

/**
 * Turns the 256 bytes of a chip's text block into the fields of a card.
 *
 * Refuses what damage on the wire leaves behind: letters where digits must be, dates that cannot be dates,
 * text that goes on after its padding. Whether the values are true (check digit, calendar, validity) is for the
 * rules of identity. Private-use characters and unpaired halves are kept and listed in `unreadable`: a clerk
 * types those fields by hand.
 *
 * @source devices.md 1.7, 1.8
 */
export function readCardText(block: Uint8Array): CardTextReading {
  if (block.length !== TEXT_BLOCK_BYTES) return { ok: false, field: 'block' };
  const kind = kindOf(block);
  const layout = cardLayouts[kind];
  const values = new Map<FieldName, string>();
  for (const [field, where] of places(layout)) {
    const value = valueAt(block, where);
    if (value === null) return { ok: false, field };
    values.set(field, value);
  }
  return { ok: true, card: cardOf(kind, values) };
}

/**
 * The newest address of a card (30 03): 70 bytes with the rules of an address. Null when it is damaged.
 *
 * @source devices.md 1.7
 */
export function readNewestAddress(bytes: Uint8Array): NewestAddress | null {
  const address = valueAt(bytes, { offset: 0, bytes: 70, rule: 'text' });
  return address === null ? null : { address: address.toWellFormed(), readable: !isUnreadable(address) };
}

function kindOf(block: Uint8Array): CardKind {
  const letter = unitsAt(block, KIND_LETTER_OFFSET, 2);
  if (letter === 'J') return 'hmt-residence';
  if (letter === 'I') return 'foreigner-2017';
  if (letter === 'Y') return 'foreigner-2023';
  return 'resident';
}

function places(
  layout: Readonly<Partial<Record<FieldName, FieldPlace>>>,
): (readonly [FieldName, FieldPlace])[] {
  const found: (readonly [FieldName, FieldPlace])[] = [];
  for (const field of FIELD_NAMES) {
    const where = layout[field];
    if (where) found.push([field, where]);
  }
  return found;
}

const FIELD_NAMES = [
  'name',
  'englishName',
  'englishNameRest',
  'sexCode',
  'ethnicityCode',
  'nationality',
  'birth',
  'address',
  'number',
  'issuer',
  'validFrom',
  'validTo',
  'travelPermit',
  'issueCount',
  'link',
] as const satisfies readonly FieldName[];

function valueAt(block: Uint8Array, { offset, bytes, rule }: FieldPlace): string | null {
  if (block.length < offset + bytes) return null;
  const whole = unitsAt(block, offset, bytes);
  const value = whole.replace(/ +$/, '');
  if (FULL_WIDTH.has(rule) && value.length !== whole.length) return null;
  return RULES[rule](value) ? value : null;
}

/** Padding stands at the end only. A run of spaces inside is a field that slid into its neighbour. */
function isOneText(value: string): boolean {
  if (value.startsWith(' ') || / {3}/.test(value)) return false;
  return !/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value);
}

function cardOf(kind: CardKind, values: ReadonlyMap<FieldName, string>): IdentityCard {
  const text = (field: FieldName): string => values.get(field) ?? '';
  const orNull = (field: FieldName): string | null => values.get(field) || null;
  // The English name of the 2023 card goes on in a second place; a space at the end of the first is part of it.
  const first = text('englishName');
  const rest = text('englishNameRest');
  const englishName = rest === '' ? first : first.padEnd(35, ' ') + rest;
  const shown = { name: text('name'), englishName, address: text('address'), issuer: text('issuer') };
  return {
    kind,
    name: shown.name.toWellFormed(),
    englishName: englishName === '' ? null : englishName.toWellFormed(),
    number: text('number'),
    sexCode: text('sexCode'),
    ethnicityCode: orNull('ethnicityCode'),
    nationality: orNull('nationality'),
    birth: text('birth'),
    address: orNull('address')?.toWellFormed() ?? null,
    issuer: orNull('issuer')?.toWellFormed() ?? null,
    validFrom: text('validFrom'),
    validTo: text('validTo') === LONG_TERM ? null : text('validTo'),
    travelPermit: orNull('travelPermit'),
    issueCount: orNull('issueCount'),
    unreadable: Object.entries(shown)
      .filter(([, value]) => isUnreadable(value))
      .map(([field]) => field),
  };
}

/** Private use: E000–F8FF and the two planes beyond; `Cs` in a Unicode pattern is a half without its other half. */
function isUnreadable(value: string): boolean {
  return /[\p{Co}\p{Cs}]/u.test(value);
}

function unitsAt(block: Uint8Array, offset: number, bytes: number): string {
  return Buffer.from(block.buffer, block.byteOffset + offset, bytes).toString('utf16le');
}
