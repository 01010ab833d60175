import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was found where: the text, how it was written, the file. */
export interface ClearText {
  readonly text: string;
  readonly form: string;
  readonly file: string;
}

/** Every file below `folder` that holds one of the texts as it is, in UTF-8, UTF-16LE, GBK or base64 of these. */
export function clearTextIn(folder: string, texts: readonly string[]): ClearText[] {
  const wanted = texts.flatMap((text) => formsOf(text).map((form) => ({ text, ...form })));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      return wanted
        .filter(({ bytes }) => content.includes(bytes))
        .map(({ text, form }) => ({ text, form, file }));
    });
}

/** Each encoding by itself, and in base64 at each of the three places in which it can begin. */
function formsOf(text: string): { readonly form: string; readonly bytes: Buffer }[] {
  return encodings.flatMap(([form, encode]) => {
    const bytes = encode(text);
    const base64 = [0, 1, 2].map((before) => ({
      form: `base64 of ${form}, ${before} bytes in`,
      bytes: Buffer.from(innerBase64(bytes, before)),
    }));
    return [{ form, bytes }, ...base64];
  });
}

/** The signs that stay the same whatever stands before and after. */
function innerBase64(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]);
  const even = whole.subarray(0, whole.length - (whole.length % 3));
  return even.toString('base64').slice(before === 0 ? 0 : 4);
}

const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text, 'utf8')],
  ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
  ['GBK', gbk],
];

/** Node only reads GBK: what each two bytes mean is turned round. */
function gbk(text: string): Buffer {
  return Buffer.from(Array.from(text).flatMap((sign) => gbkOf.get(sign) ?? [...Buffer.from(sign, 'utf8')]));
}

const gbkOf: ReadonlyMap<string, readonly number[]> = (() => {
  const read = new TextDecoder('gbk');
  const found = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const sign = read.decode(Uint8Array.of(high, low));
      if (sign.length === 1 && sign !== '\uFFFD') found.set(sign, [high, low]);
    }
  }
  return found;
})();
