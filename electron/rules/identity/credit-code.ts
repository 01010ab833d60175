import { normalisedNumber } from './citizen-number.ts';

/** Why a unified social credit code is refused, in the order it is checked. */
type CreditCodeProblem = 'wrong-length' | 'wrong-characters' | 'wrong-check-character';

export type CreditCodeReading =
  | {
      readonly ok: true;
      readonly code: string;
      /** The inner organisation code (GB 11714) has its own check: a wrong one is only a warning. */
      readonly organisationCheckHolds: boolean;
    }
  | { readonly ok: false; readonly problem: CreditCodeProblem };

/** Without I O S V Z, which look like digits or each other. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Reads a unified social credit code (统一社会信用代码): registering department, kind, area of six digits,
 * organisation code, check. The area and the department are not held to any list.
 *
 * @source GB 32100-2015, GB 11714; devices.md 2.2
 */
export function readCreditCode(text: string): CreditCodeReading {
  const code = normalisedNumber(text);
  if (code.length !== 18) return { ok: false, problem: 'wrong-length' };
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    return { ok: false, problem: 'wrong-characters' };
  }
  if (creditCheckCharacter(code) !== code[17]) return { ok: false, problem: 'wrong-check-character' };
  return {
    ok: true,
    code,
    organisationCheckHolds: organisationCheckCharacter(code.slice(8, 16)) === code[16],
  };
}

/** The check character over the first 17 characters; weights are the powers of 3, modulo 31. */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    sum += weight * alphabet.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (const [place, weight] of organisationWeights.entries())
    sum += weight * letters.indexOf(first8.charAt(place));
  return '0X987654321'.charAt(sum % 11);
}
