import { readCreditCode } from '../identity/credit-code.ts';

/** Three figures from somebody's number are none; eleven in a row are a telephone, fifteen and more a certificate. */
const LONG_NUMBER = /[0-9]{11,}[Xx]?/;
const CREDIT_CODE = /[0-9A-HJ-NP-RT-UW-Y]{18}/;

/**
 * Whether a question to an expert holds a number that leads to a person or a body. The item and its papers are sent
 * along; who applies is nobody's business there.
 *
 * @source safety.md 4; domain.md 12 F41 remote expert, F47 least fields
 */
export function namesSomebody(text: string): boolean {
  const close = text.replaceAll(/[\s-]/g, '');
  if (LONG_NUMBER.test(close)) return true;
  const code = CREDIT_CODE.exec(close.toUpperCase())?.[0];
  return code !== undefined && readCreditCode(code).ok;
}
