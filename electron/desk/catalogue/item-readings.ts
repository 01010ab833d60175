import { pinyin } from 'pinyin-pro';

/** More readings of one sign than this are names of people and places, not of items. */
const READINGS_PER_SIGN = 3;

/**
 * The readings of a name, sign by sign, the reading in context first: 长期 gives [[chang, zhang], [qi, ji]].
 * Tones are dropped and ü is v, as people type. Letters and digits stand for themselves, other signs vanish.
 */
export function readingsOf(name: string): readonly (readonly string[])[] {
  const readings: string[][] = [];
  for (const sign of pinyin(name, { type: 'all', toneType: 'none', v: true })) {
    if (sign.isZh) {
      const all = [sign.pinyin, ...sign.polyphonic]
        .map(withoutTone)
        .filter((reading) => /^[a-z]+$/.test(reading));
      readings.push([...new Set(all)].slice(0, READINGS_PER_SIGN));
    } else {
      for (const letter of sign.origin
        .normalize('NFKC')
        .toLowerCase()
        .match(/[a-z0-9]/g) ?? []) {
        readings.push([letter]);
      }
    }
  }
  return readings.filter((variants) => variants.length > 0);
}

function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
