/**
 * The bytes of a card reader's security module, written from its line description.
 *
 *   AA AA AA 96 69 | length, 2 bytes, high first | body … | xor
 *
 * The length counts the body and the xor; the xor covers the length and the body.
 */
const HEAD = Buffer.from([0xaa, 0xaa, 0xaa, 0x96, 0x69]);

/** What a host asked, or what is wrong with the way it asked. */
export type Asked =
  | { readonly kind: 'command'; readonly command: number; readonly parameter: number }
  | { readonly kind: 'bad-checksum' }
  | { readonly kind: 'bad-length' };

/** A whole reply: status bytes 00 00 `sw3`, then the data. */
export function replyFrame(sw3: number, data: Uint8Array = new Uint8Array()): Buffer {
  const inside = Buffer.alloc(2 + 3 + data.length);
  inside.writeUInt16BE(3 + data.length + 1, 0);
  inside.writeUInt8(sw3, 4);
  inside.set(data, 5);
  return Buffer.concat([HEAD, inside, Buffer.from([xorOf(inside)])]);
}

/** 16 bytes of a module number printed as `05.01-20190315-0001234567-4000000001`. */
export function samIdBytes(printed: string): Buffer {
  const parts = /^(\d\d)\.(\d\d)-(\d{8})-(\d{10})-(\d{10})$/.exec(printed);
  if (!parts) throw new Error(`not a module number: ${printed}`);
  const numbers = parts.slice(1).map(Number);
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(numbers[0] ?? 0, 0);
  bytes.writeUInt16LE(numbers[1] ?? 0, 2);
  for (const [at, value] of numbers.slice(2).entries()) bytes.writeUInt32LE(value, 4 + 4 * at);
  return bytes;
}

/** Collects what the host sends, cut anywhere. */
export class AskedCollector {
  #held = Buffer.alloc(0);

  push(chunk: Uint8Array): Asked[] {
    this.#held = Buffer.concat([this.#held, chunk]);
    const asked: Asked[] = [];
    for (;;) {
      const at = this.#held.indexOf(HEAD);
      if (at < 0) {
        this.#held = this.#held.subarray(Math.max(0, this.#held.length - HEAD.length + 1));
        return asked;
      }
      this.#held = this.#held.subarray(at);
      if (this.#held.length < 7) return asked;
      const counted = this.#held.readUInt16BE(5);
      if (counted < 3 || counted > 64) {
        asked.push({ kind: 'bad-length' });
        this.#held = this.#held.subarray(HEAD.length);
        continue;
      }
      if (this.#held.length < 7 + counted) return asked;
      asked.push(understood(this.#held.subarray(5, 7 + counted)));
      this.#held = this.#held.subarray(7 + counted);
    }
  }
}

function understood(inside: Buffer): Asked {
  if (xorOf(inside) !== 0) return { kind: 'bad-checksum' };
  return { kind: 'command', command: inside.readUInt8(2), parameter: inside.readUInt8(3) };
}

function xorOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}
