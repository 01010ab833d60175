/** Random numbers that come again with the same seed. */
export function seeded(seed: number): { readonly below: (limit: number) => number } {
  let state = seed >>> 0;
  return {
    below: (limit) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
    },
  };
}

export type Chance = ReturnType<typeof seeded>;

/** Text block inside the reply of a read. */
const TEXT_START = 14;
const TEXT_BYTES = 256;

const inText = (chance: Chance): number => TEXT_START + chance.below(TEXT_BYTES);

/**
 * What lines do to frames, as far as the checksum has a chance not to see it.
 *
 * @source safety.md 5.15, classes of damaged frames
 */
export const damages: Readonly<Record<string, (frame: Buffer, chance: Chance) => Buffer>> = {
  'random bytes': (frame, chance) => {
    const damaged = Buffer.from(frame);
    for (let left = 1 + chance.below(6); left > 0; left -= 1) {
      damaged.writeUInt8(chance.below(256), inText(chance));
    }
    return damaged;
  },
  'dropped bytes, blank tail': (frame, chance) => {
    const dropped = 1 + chance.below(12);
    const at = TEXT_START + chance.below(TEXT_BYTES - dropped);
    const blanks = Buffer.alloc(dropped);
    for (let k = 0; k < dropped; k += 1) blanks[k] = k % 2 === 0 ? 0x20 : 0;
    return Buffer.concat([
      frame.subarray(0, at),
      frame.subarray(at + dropped, -1),
      blanks,
      frame.subarray(-1),
    ]);
  },
  'two bytes swapped': (frame, chance) => {
    const damaged = Buffer.from(frame);
    const [one, other] = [inText(chance), inText(chance)];
    damaged.writeUInt8(frame.readUInt8(one), other);
    damaged.writeUInt8(frame.readUInt8(other), one);
    return damaged;
  },
  'paired bit flips': (frame, chance) => {
    const damaged = Buffer.from(frame);
    const bit = 1 << chance.below(8);
    for (const at of [inText(chance), inText(chance)]) damaged.writeUInt8(damaged.readUInt8(at) ^ bit, at);
    return damaged;
  },
};
