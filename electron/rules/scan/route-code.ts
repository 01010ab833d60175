import type { Day } from '#contract/shapes/day.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { ClerkNumber } from '#contract/shapes/person.ts';
import type { RoutedCode } from '#contract/shapes/scan.ts';
import { readCitizenNumber } from '../identity/citizen-number.ts';
import { readCreditCode } from '../identity/credit-code.ts';
import { readLicenceIdentifier } from '../identity/licence-identifier.ts';
import { isNetworkCode } from '../identity/network-identity.ts';
import { readReceiptQr } from './receipt-qr.ts';
import { shownLiterally } from './shown-literally.ts';

const LONGEST_CODE = 512;

export interface RoutingTerms {
  /** The hall's day: a ticket of another day is not a ticket of today. */
  readonly today: Day;
  /** Whether the catalogue in force has an item under exactly this code; item codes are opaque. */
  readonly knowsItem?: (code: string) => boolean;
  /** What the code of a network certificate looks like here; null or left out: the hall takes none. */
  readonly networkCode?: string | null;
}

/**
 * What a scanned text is. It is recognised or shown, never opened, whatever it asks for.
 *
 * Order: receipt, clerk badge, ticket, item, licence identifier, network certificate by the hall's own pattern, and
 * last a credit code, also one standing inside a longer text such as the address on a printed business licence. Which
 * case or ticket it belongs to is for the desk to look up.
 *
 * @source SCREENS.md 5.2; devices.md 2.2, 2.3, 2.4, 2.5; domain.md 8.3
 */
export function routeCode(text: string, terms: RoutingTerms): RoutedCode {
  const unknown = { kind: 'unknown', shown: shownLiterally(text) } as const;
  const plain = text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (plain === '' || /[\p{C}\p{Zl}\p{Zp}]/u.test(plain)) return unknown;
  const whole = text.length <= LONGEST_CODE ? wholeCode(plain, terms) : null;
  if (whole) return whole;
  if (isNetworkCode(plain, terms.networkCode ?? null)) return { kind: 'network-identity', scanId: null };
  if (text.length > LONGEST_CODE) return unknown;
  return creditCodeInside(plain, terms.today) ?? unknown;
}

function wholeCode(text: string, { today, knowsItem }: RoutingTerms): RoutedCode | null {
  const receipt = readReceiptQr(text);
  if (receipt) return { kind: 'receipt', receiptNumber: receipt.receiptNumber, caseId: null };

  const badge = ClerkNumber.safeParse(/^YC-BADGE-(.+)$/.exec(text)?.[1]);
  if (badge.success) return { kind: 'clerk-badge', number: badge.data };

  const [, number, day] = /^([VY]?[A-Z]{1,2}[0-9]{3})(?::([0-9]{8}))?$/.exec(text) ?? [];
  if (number && (day === undefined || day === today.replaceAll('-', ''))) {
    return { kind: 'ticket', number, ticketId: null };
  }

  if (isImplementationCode(text) || (text.length <= 50 && knowsItem?.(text))) {
    return { kind: 'item', itemCode: ItemCode.parse(text) };
  }

  const licence = readLicenceIdentifier(text);
  return licence ? { kind: 'licence', identifier: licence.identifier, checkHolds: licence.checkHolds } : null;
}

/** 实施编码: credit code of the department, level 1 to 6, basic code of twelve signs. */
function isImplementationCode(text: string): boolean {
  return /^[0-9A-Z]{18}[1-6][0-9A-Z]{12}$/.test(text) && readCreditCode(text.slice(0, 18)).ok;
}

/**
 * The one credit code among the 18-character tokens of a text. Two different ones, or one that is as well a
 * citizen number, say nothing: nobody is taken for a company. Behind a dot it is the issuer inside a licence
 * identifier, not the company itself.
 */
function creditCodeInside(text: string, today: Day): RoutedCode | null {
  const tokens = text.toUpperCase().match(/(?<![0-9A-Z.])[0-9A-Z]{18}(?![0-9A-Z])/g) ?? [];
  const codes = new Set(
    tokens.filter((token) => readCreditCode(token).ok && !readCitizenNumber(token, today).ok),
  );
  const [creditCode, another] = codes;
  return creditCode !== undefined && another === undefined ? { kind: 'credit-code', creditCode } : null;
}
