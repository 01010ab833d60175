import { describe, expect, it } from 'vitest';
import { samCommands } from '#native/id-card-reader/commands.ts';
import { type SamInput, SamReplyCollector } from '#native/id-card-reader/sam-frame.ts';
import { isCardTrouble, isModuleFault, statusWord } from '#native/id-card-reader/status-words.ts';
import { samIdText } from '#native/id-card-reader/sam-id.ts';
import vectors from '../device-vectors.json' with { type: 'json' };

const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');
const collected = (...chunks: readonly Uint8Array[]): readonly SamInput[] => {
  const collector = new SamReplyCollector();
  return chunks.flatMap((chunk) => collector.push(chunk));
};
const replies = vectors.sdtFrames.filter((frame) => frame.dir === 'reader->host');
const frameNamed = (name: string): Buffer =>
  bytesOf(vectors.sdtFrames.find((frame) => frame.name === name)?.hex ?? '');
/** The expectation of a stream vector, `!…` for what must not be there. */
const asVector = (input: SamInput): string => {
  if (input.kind === 'damaged') return `!${input.why}`;
  const known = replies.find(
    ({ hex }) =>
      hex.length === 2 * (input.data.length + 11) &&
      hex.slice(18, 20) === input.sw3.toString(16).padStart(2, '0'),
  );
  return known?.name ?? 'unknown';
};

describe('a reply of the card reader', () => {
  it.each(replies)('$name is understood whole', ({ hex }) => {
    const frame = bytesOf(hex);
    expect(collected(frame)).toEqual([
      { kind: 'reply', sw3: frame[9], data: new Uint8Array(frame.subarray(10, -1)) },
    ]);
  });

  it.each(replies)('$name is found however its bytes are cut', ({ hex }) => {
    const frame = bytesOf(hex);
    const whole = collected(frame);
    for (let cut = 0; cut <= frame.length; cut += 1) {
      expect(collected(frame.subarray(0, cut), frame.subarray(cut)), `cut at ${cut}`).toEqual(whole);
    }
  });

  it('comes byte by byte', () => {
    const frame = frameNamed('readReply');
    expect(collected(...Array.from(frame, (byte) => Buffer.from([byte])))).toEqual(collected(frame));
  });

  it.each(vectors.sdtStreams)('stream $name: $note', ({ chunksHex, expect: expected }) => {
    const found = collected(...chunksHex.map(bytesOf)).map(asVector);
    expect(found).toEqual(expected.filter((word) => word !== '!timeout'));
  });

  it('hides no second reply inside a photo', () => {
    const photoWithFrame = frameNamed('readReplyPhotoContainsFrame');
    expect(collected(photoWithFrame)).toHaveLength(1);
    const damaged = Buffer.from(photoWithFrame);
    damaged.writeUInt8(damaged.readUInt8(20) ^ 1, 20);
    expect(collected(damaged, frameNamed('findFail')).map(asVector)).toEqual(['!checksum', 'findFail']);
  });

  it('is not waited for when its length is nonsense', () => {
    const ok = frameNamed('ok');
    for (const length of ['0000', '0003', '1001', 'ffff']) {
      expect(collected(bytesOf(`aaaaaa9669${length}`), ok).map(asVector)).toEqual(['!length', 'ok']);
    }
  });

  it('is found after a million bytes of nothing', () => {
    const collector = new SamReplyCollector();
    expect(collector.push(Buffer.alloc(1_000_000, 0xaa))).toEqual([]);
    expect(collector.push(frameNamed('ok')).map(asVector)).toEqual(['ok']);
  });
});

describe('a command to the card reader', () => {
  it.each([
    ['reset', 'reset'],
    ['status', 'status'],
    ['samid', 'samId'],
    ['find', 'find'],
    ['select', 'select'],
    ['read', 'readBase'],
    ['readNewAddress', 'readNewestAddress'],
  ] as const)('%s has the bytes of its vector', (vector, command) => {
    expect(Buffer.from(samCommands[command].bytes).toString('hex')).toBe(frameNamed(vector).toString('hex'));
  });

  it('never asks for fingerprints, line speed, radio limits or vendor business', () => {
    const known = new Set(Object.values(samCommands).map(({ bytes }) => Buffer.from(bytes).toString('hex')));
    const others = vectors.sdtFrames.filter((frame) => frame.dir === 'host->reader' && !known.has(frame.hex));
    expect(others.map((frame) => frame.name)).toEqual([
      'readWithFingerprint',
      'setMaxRfBytes80',
      'setBaud115200',
      'setBaud57600',
      'setBaud38400',
      'setBaud19200',
      'setBaud9600',
    ]);
    expect(known.size).toBe(7);
  });

  it('drops an answer that fits another command', () => {
    expect(samCommands.find.fits('done', 1284)).toBe(false);
    expect(samCommands.select.fits('card-found', 4)).toBe(false);
    expect(samCommands.readBase.fits('done', 8)).toBe(false);
    expect(samCommands.readBase.fits('done', 1284)).toBe(true);
    expect(samCommands.samId.fits('done', 8)).toBe(false);
    expect(samCommands.readNewestAddress.fits('done', 1284)).toBe(false);
    expect(samCommands.readNewestAddress.fits('nothing-on-card', 0)).toBe(true);
  });
});

describe('a status byte', () => {
  it.each([
    [0x90, 'done'],
    [0x9f, 'card-found'],
    [0x91, 'nothing-on-card'],
    [0x10, 'command-checksum-wrong'],
    [0x11, 'command-length-wrong'],
    [0x21, 'command-unknown'],
    [0x23, 'not-permitted'],
    [0x24, 'unrecognised-error'],
    [0x31, 'card-did-not-trust-module'],
    [0x32, 'module-did-not-trust-card'],
    [0x33, 'information-not-verified'],
    [0x40, 'card-type-unknown'],
    [0x41, 'reading-failed'],
    [0x47, 'random-number-failed'],
    [0x60, 'self-test-failed'],
    [0x66, 'module-not-authorised'],
    [0x80, 'no-card'],
    [0x81, 'selecting-failed'],
  ] as const)('%i is the word %s', (sw3, word) => {
    expect(statusWord(sw3)).toBe(word);
  });

  it('of no document is never a success', () => {
    const known = Array.from({ length: 256 }, (_, sw3) => statusWord(sw3)).filter(
      (word) => word !== 'unknown-status',
    );
    expect(known).toHaveLength(18);
    expect(new Set(known).size).toBe(18);
  });

  it('tells a broken module from a badly placed card', () => {
    expect([0x60, 0x66, 0x41].map((sw3) => isModuleFault(statusWord(sw3)))).toEqual([true, true, false]);
    expect([0x41, 0x81, 0x31, 0x80, 0x60].map((sw3) => isCardTrouble(statusWord(sw3)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the number of a module', () => {
  it('prints as on its label, unsigned', () => {
    const [reply] = collected(frameNamed('samidReply'));
    if (reply?.kind !== 'reply') throw new Error('no reply');
    expect(samIdText(reply.data)).toBe('05.01-20190315-0001234567-4000000001');
  });

  it.each([
    ['too short', Buffer.alloc(15)],
    ['not a number of this form', Buffer.alloc(16, 0xff)],
  ])('is nothing when %s', (_, bytes) => {
    expect(samIdText(bytes)).toBeNull();
  });
});
