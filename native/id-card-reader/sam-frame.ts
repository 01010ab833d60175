/**
 * Frames of the security module (SAM-V) inside an identity card reader.
 *
 *   out  AA AA AA 96 69 | length | command, parameter | xor
 *   in   AA AA AA 96 69 | length | SW1, SW2, SW3, data | xor
 *
 * `length` is 2 bytes, high byte first, and counts all that follows it, the xor included.
 * The xor covers everything from the first length byte up to the byte before itself.
 */
const PREAMBLE = Buffer.from('aaaaaa9669', 'hex');
const HEAD_BYTES = PREAMBLE.length + 2;
const STATUS_BYTES = 3;
const MIN_COUNTED_BYTES = STATUS_BYTES + 1;
const MAX_COUNTED_BYTES = 4096;
/** Input is looked at in slices, so that no burst makes the collector hold more than 8 kB. */
const SLICE_BYTES = 8192 - HEAD_BYTES - MAX_COUNTED_BYTES;

/** A whole, undamaged reply. Only `sw3` is the reader's own status; the other two are the card's. */
interface SamReply {
  readonly kind: 'reply';
  readonly sw3: number;
  readonly data: Uint8Array;
}

/** A frame that began well and did not hold: it is skipped whole. */
interface DamagedFrame {
  readonly kind: 'damaged';
  readonly why: 'checksum' | 'length';
}

export type SamInput = SamReply | DamagedFrame;

/** The bytes of one command without data. */
export function encodeCommand(command: number, parameter: number): Uint8Array {
  const body = Buffer.from([0x00, 0x03, command, parameter]);
  return Buffer.concat([PREAMBLE, body, Buffer.from([xorOf(body)])]);
}

/**
 * Takes bytes cut anywhere and gives back the replies in them. Noise is skipped, never thrown.
 *
 * Inside a frame whose length is known nothing is looked for, whatever its checksum says: a photo may hold
 * the bytes of a whole reply.
 *
 * @source devices.md 1.2
 */
export class SamReplyCollector {
  #held = Buffer.alloc(0);

  push(chunk: Uint8Array): readonly SamInput[] {
    const found: SamInput[] = [];
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      this.#held = Buffer.concat([this.#held, chunk.subarray(at, at + SLICE_BYTES)]);
      this.#take(found);
    }
    return found;
  }

  #take(found: SamInput[]): void {
    for (let start = this.#held.indexOf(PREAMBLE); start !== -1; start = this.#held.indexOf(PREAMBLE)) {
      this.#held = this.#held.subarray(start);
      if (this.#held.length < HEAD_BYTES) return;

      const counted = this.#held.readUInt16BE(PREAMBLE.length);
      if (counted < MIN_COUNTED_BYTES || counted > MAX_COUNTED_BYTES) {
        found.push({ kind: 'damaged', why: 'length' });
        this.#held = this.#held.subarray(PREAMBLE.length);
        continue;
      }
      if (this.#held.length < HEAD_BYTES + counted) return;

      found.push(readFrame(this.#held.subarray(0, HEAD_BYTES + counted)));
      this.#held = this.#held.subarray(HEAD_BYTES + counted);
    }
    // The end of what is left may be the beginning of the next preamble.
    this.#held = this.#held.subarray(Math.max(0, this.#held.length - PREAMBLE.length + 1));
  }
}

function readFrame(frame: Buffer): SamInput {
  if (xorOf(frame.subarray(PREAMBLE.length)) !== 0) return { kind: 'damaged', why: 'checksum' };
  const body = frame.subarray(HEAD_BYTES, -1);
  // A copy: the data outlives the buffer it was cut from, and is small.
  return {
    kind: 'reply',
    sw3: body.readUInt8(STATUS_BYTES - 1),
    data: new Uint8Array(body.subarray(STATUS_BYTES)),
  };
}

function xorOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}
