/** What the module says with SW3, as words. */
const WORDS = {
  0x90: 'done',
  0x9f: 'card-found',
  0x91: 'nothing-on-card',
  0x10: 'command-checksum-wrong',
  0x11: 'command-length-wrong',
  0x21: 'command-unknown',
  0x23: 'not-permitted',
  0x24: 'unrecognised-error',
  0x31: 'card-did-not-trust-module',
  0x32: 'module-did-not-trust-card',
  0x33: 'information-not-verified',
  0x40: 'card-type-unknown',
  0x41: 'reading-failed',
  0x47: 'random-number-failed',
  0x60: 'self-test-failed',
  0x66: 'module-not-authorised',
  0x80: 'no-card',
  0x81: 'selecting-failed',
} as const;

export type StatusWord = (typeof WORDS)[keyof typeof WORDS] | 'unknown-status';

const BY_CODE: ReadonlyMap<number, StatusWord> = new Map(
  Object.entries(WORDS).map(([code, word]) => [Number(code), word]),
);

/**
 * The word of a reader's status byte. A code no document names is a word too, so that it ends a read and is
 * never taken for a success.
 *
 * @source devices.md 1.4
 */
export function statusWord(sw3: number): StatusWord {
  return BY_CODE.get(sw3) ?? 'unknown-status';
}

/** The module cannot work at all, whatever lies on it: 60 and 66. */
export function isModuleFault(word: StatusWord): boolean {
  return word === 'self-test-failed' || word === 'module-not-authorised';
}

const ABOUT_THE_CARD: ReadonlySet<StatusWord> = new Set([
  'card-did-not-trust-module',
  'module-did-not-trust-card',
  'information-not-verified',
  'card-type-unknown',
  'reading-failed',
  'random-number-failed',
  'selecting-failed',
]);

/** Something lies on the antenna and cannot be read: lifting it and putting it back may help. */
export function isCardTrouble(word: StatusWord): boolean {
  return ABOUT_THE_CARD.has(word);
}
