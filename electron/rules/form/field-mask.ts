import type { FormField, Meaning } from '#contract/shapes/form.ts';
import { maskedAddress, maskedName, maskedNumber, maskedPhone } from '../identity/mask.ts';

type Masked = Pick<FormField, 'kind' | 'meaning'>;

/** Facts that are public although they look like a person's: they stand on a licence that hangs on a wall. */
const PUBLIC: ReadonlySet<Meaning> = new Set(['enterprise.name', 'enterprise.bank-name', 'bank.name']);
const PUBLIC_PLACES: ReadonlySet<string> = new Set(['premises', 'enterprise', 'sign']);
/** Free text in which people are named: nothing of it can be shown in part. */
const NAMES_PEOPLE: ReadonlySet<Meaning> = new Set(['enterprise.members']);
const NAME_WORDS = /(^|[.-])(name|receiver|holder|manager)$/;
const NUMBER_WORDS = /(^|[.-])(account|number)$/;

/**
 * How a value looks on the screen until somebody asks to see it whole, or null where it is no personal data.
 *
 * Which fact a value is decides, so the catalogue cannot forget to mask a field.
 *
 * @source SCREENS.md 4; safety.md 4
 */
export function maskedField({ kind, meaning }: Masked, value: string): string | null {
  if (value === '') return null;
  const [subject = ''] = meaning.split('.');
  if (kind === 'id-number') return maskedNumber(value);
  if (kind === 'phone') return maskedPhone(value);
  if (kind === 'address') return PUBLIC_PLACES.has(subject) ? null : maskedAddress(value);
  if (kind === 'date') return meaning.endsWith('.birth-date') ? `${value.slice(0, 4)}****` : null;
  if (kind === 'long-text') return NAMES_PEOPLE.has(meaning) ? HIDDEN_WHOLE : null;
  if (kind !== 'text' || PUBLIC.has(meaning)) return null;
  if (NAME_WORDS.test(meaning)) return maskedName(value);
  return NUMBER_WORDS.test(meaning) ? maskedNumber(value) : null;
}

const HIDDEN_WHOLE = '********';
