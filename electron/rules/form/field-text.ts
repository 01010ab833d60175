import type { FormField } from '#contract/shapes/form.ts';
import { dayFromDigits } from '../calendar/days.ts';
import { normalisedNumber } from '../identity/citizen-number.ts';

/** Characters of a text where the catalogue sets no limit. */
export const LONGEST_TEXT = 300;
export const LONGEST_LONG_TEXT = 4000;

/**
 * A value as it is kept and compared: full-width digits, spaces and the ways to write a day are made one. What cannot
 * be read as its kind is left as it was typed, so that a person can mend it.
 */
export function normalisedText(kind: FormField['kind'], typed: string): string {
  switch (kind) {
    case 'id-number':
    case 'credit-code':
      return normalisedNumber(typed);
    case 'number':
    case 'money':
      return plainNumber(typed);
    case 'phone':
      return typed.normalize('NFKC').replaceAll(/[\s-]+/g, '');
    case 'region':
      return typed.normalize('NFKC').replaceAll(/\s+/g, '');
    case 'date':
      return plainDay(typed);
    case 'long-text':
      return typed.replaceAll('\r\n', '\n').trim();
    case 'text':
    case 'address':
      return typed.replaceAll(/\s+/g, ' ').trim();
    case 'choice':
    case 'yes-no':
      break;
  }
  return typed.trim();
}

/** `１，２００.50 元` is `1200.50`. */
function plainNumber(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s,]+/g, '')
    .replace(/^¥/, '')
    .replace(/元$/, '');
  return /^-?0+\d/.test(plain) ? plain.replace(/^(-?)0+(?=\d)/, '$1') : plain;
}

/** `20260105`, `2026.1.5`, `2026年1月5日` and `2026/01/05` are `2026-01-05`. */
function plainDay(typed: string): string {
  const plain = typed.normalize('NFKC').replaceAll(/\s+/g, '');
  const parts = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(plain);
  const digits = parts
    ? `${parts[1]}${(parts[2] ?? '').padStart(2, '0')}${(parts[3] ?? '').padStart(2, '0')}`
    : plain;
  return dayFromDigits(digits) ?? plain;
}
