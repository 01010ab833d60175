import type { CertificateKind, PartyKind } from '#contract/shapes/party.ts';

const HIDDEN = '*';

/**
 * How a name looks on every screen but its owner's paper: `李*`, `Z* Y*` for a Latin name.
 * The star stands for any length. A name of one sign is hidden whole.
 *
 * @source SCREENS.md 4; safety.md 4
 */
export function maskedName(name: string): string {
  const plain = name.trim();
  if (plain === '') return '';
  const words = /^\p{Script=Latin}/u.test(plain)
    ? plain.split(/[\s,，·.]+/u).filter((word) => word !== '')
    : [plain];
  return words.map(maskedWord).join(' ');
}

/** The name of a party: people are masked, organisations are public. */
export function maskedPartyName(kind: PartyKind, name: string): string {
  return kind === 'person' ? maskedName(name) : name.trim();
}

/**
 * How a certificate number looks: first four and last four of an 18-character number, `9901**********1234`.
 * Shorter numbers show less: never more than half of the signs.
 */
export function maskedNumber(number: string): string {
  const signs = Array.from(number.trim());
  const shownEachSide = Math.min(4, Math.floor(signs.length / 4));
  if (shownEachSide === 0) return HIDDEN.repeat(signs.length);
  const hidden = HIDDEN.repeat(signs.length - 2 * shownEachSide);
  return signs.slice(0, shownEachSide).join('') + hidden + signs.slice(-shownEachSide).join('');
}

/** The certificate number of a party: a credit code is public, every other number is masked. */
export function maskedCertificateNumber(kind: CertificateKind, number: string): string {
  return kind === 'credit-code' ? number.trim() : maskedNumber(number);
}

/** The last four signs, as printed on slips: `证件尾号 5678`. All stars for a number of fewer than eight. */
export function numberTail(number: string): string {
  const signs = Array.from(number.trim());
  return signs.length < 8 ? HIDDEN.repeat(Math.min(4, signs.length)) : signs.slice(-4).join('');
}

/** `138****1234`; a number of fewer than eleven digits shows its last two only. */
export function maskedPhone(phone: string): string {
  const signs = Array.from(phone.trim());
  if (signs.length >= 11) {
    return signs.slice(0, 3).join('') + HIDDEN.repeat(signs.length - 7) + signs.slice(-4).join('');
  }
  if (signs.length >= 5) return HIDDEN.repeat(signs.length - 2) + signs.slice(-2).join('');
  return HIDDEN.repeat(signs.length);
}

/** An address down to the county, `示范县****`; all stars when no county can be made out. */
export function maskedAddress(address: string): string {
  const plain = address.trim();
  if (plain === '') return '';
  const county = plain.match(toCounty)?.[0] ?? '';
  const rest = plain.slice(county.length);
  return rest === '' ? county : county + HIDDEN.repeat(4);
}

/**
 * Province, prefecture, county, each of them optional; digits never belong to one. 小区 and 社区 are homes,
 * not districts.
 */
const toCounty =
  /^(?:[^\d省市县旗区州]{1,8}?(?:自治区|特别行政区|省|市))?(?:[^\d省市县旗区]{1,12}?(?:自治州|地区|盟|市))?(?:[^\d省市县旗区]{1,12}?(?:自治县|自治旗|(?<![小社])区|县|旗|市))?/u;

function maskedWord(word: string): string {
  const [first, second] = Array.from(word);
  return first !== undefined && second !== undefined ? first + HIDDEN : HIDDEN;
}
