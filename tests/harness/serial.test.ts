import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import type { IdentityCard } from '#contract/shapes/identity-card.ts';
import { type GoodRead, isSameText, readBaseData } from '#native/id-card-reader/card-attempt.ts';
import { samCommands } from '#native/id-card-reader/commands.ts';
import { SamReplyCollector } from '#native/id-card-reader/sam-frame.ts';
import { statusWord } from '#native/id-card-reader/status-words.ts';
import { CodeRecords, SILENCE_MS } from '#native/scanner/code-record.ts';
import { readCitizenNumber } from '#rules/identity/citizen-number.ts';
import { readForeignerNumber } from '#rules/identity/foreigner-number.ts';
import { readHmtNumber } from '#rules/identity/hmt-number.ts';
import { readerAt, scannerAt, shelfWith } from '../devices/shelf-on-a-pty.ts';
import { CARDS_FOLDER, loadCard } from '../stand-ins/devices/card-block.ts';
import { replyFrame } from '../stand-ins/devices/sam-bytes.ts';
import { startDevice } from '../stand-ins/devices/start.ts';
import { damages, seeded } from './damaged-frames.ts';

/**
 * Two reads that the line damages in exactly the same way look alike to every rule; by chance that is about one
 * pair of bit flips in 300,000. The number of frames keeps it out of reach of the seed below.
 */
const FRAMES_PER_CLASS = 15_000;
const NOISE_BYTES = 1_000_000;
const SEED = Number(process.env['SERIAL_SEED'] ?? 20_261_124);
const today = Day.parse('2026-11-24');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const unhandled: unknown[] = [];
const note = (why: unknown): void => void unhandled.push(why);
beforeAll(() => {
  say(`serial harness, seed ${SEED} (SERIAL_SEED=${SEED} repeats it)`);
  process.on('unhandledRejection', note);
});
afterAll(() => void process.off('unhandledRejection', note));

/** Cards whose own numbers hold, each with a photo and with a blank one. */
const originals = readdirSync(CARDS_FOLDER)
  .filter((file) => file !== 'wrong-check-digit.json')
  .flatMap((file) => {
    const { text, photo } = loadCard(file);
    return [photo, Buffer.from(' '.repeat(512), 'utf16le')].map((shown) => {
      const frame = replyFrame(0x90, Buffer.concat([Buffer.from('01000400', 'hex'), text, shown]));
      const read = readFrame(frame);
      if (!read) throw new Error(`the undamaged card ${file} is not read`);
      return { frame, text, card: read.card };
    });
  });

/** The data of a read as the driver takes it: a whole frame with the right checksum and status. */
function dataOf(frame: Uint8Array): Uint8Array | null {
  for (const input of new SamReplyCollector().push(frame)) {
    if (input.kind !== 'reply') continue;
    const word = statusWord(input.sw3);
    if (word === 'done' && samCommands.readBase.fits(word, input.data.length)) return input.data;
  }
  return null;
}

function readFrame(frame: Uint8Array): GoodRead | null {
  const data = dataOf(frame);
  return data && readBaseData(data);
}

/** The rule of its number holds, as it must before acceptance. */
function numberHolds({ kind, number, birth }: IdentityCard): boolean {
  if (kind === 'hmt-residence') return readHmtNumber(number, today).ok;
  if (kind !== 'resident') return readForeignerNumber(number, today).ok;
  const reading = readCitizenNumber(number, today, '990101');
  return reading.ok && reading.birth.replaceAll('-', '') === birth;
}

const isSameCard = (one: IdentityCard, other: IdentityCard): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

describe('a damaged line', () => {
  const totals = { frames: 0, xorAlone: 0, oneRead: 0, accepted: 0 };

  it.each(Object.entries(damages))('%s: no card is accepted wrong', (name, damage) => {
    const chance = seeded(SEED + name.length);
    let [xorAlone, oneRead, wrong] = [0, 0, 0];
    for (let n = 0; n < FRAMES_PER_CLASS; n += 1) {
      const original = originals[n % originals.length];
      if (!original) throw new Error('no card');
      const first = damage(original.frame, chance);
      const data = dataOf(first);
      if (data && !isSameText(data.subarray(4, 260), original.text)) xorAlone += 1;
      const one = readFrame(first);
      if (!one || isSameCard(one.card, original.card)) continue;
      oneRead += 1;
      const two = readFrame(damage(original.frame, chance));
      if (two && isSameText(one.textBlock, two.textBlock) && numberHolds(one.card)) wrong += 1;
    }
    totals.frames += FRAMES_PER_CLASS;
    totals.xorAlone += xorAlone;
    totals.oneRead += oneRead;
    totals.accepted += wrong;
    say(
      `${name}: ${FRAMES_PER_CLASS} frames; wrong by xor alone ${xorAlone}, one read ${oneRead}, accepted ${wrong}`,
    );
    expect(wrong).toBe(0);
  });

  it('the controls find wrong cards: the checksum alone, and a single read', () => {
    say(`all: ${JSON.stringify(totals)}`);
    expect(totals.frames).toBe(60_000);
    expect(totals.xorAlone).toBeGreaterThan(1_000);
    expect(totals.oneRead).toBeGreaterThan(0);
    expect(totals.accepted).toBe(0);
  });
});

describe('a million bytes of noise', () => {
  it('hold no card, whatever way they are cut', () => {
    const chance = seeded(SEED);
    const collector = new SamReplyCollector();
    let cards = 0;
    for (let at = 0; at < NOISE_BYTES;) {
      const chunk = Buffer.alloc(1 + chance.below(300));
      for (let k = 0; k < chunk.length; k += 1) chunk[k] = chance.below(256);
      // Noise alone almost never begins a frame: every tenth piece does.
      if (chance.below(10) === 0)
        chunk.set(Buffer.from('aaaaaa96690508000090', 'hex').subarray(0, chunk.length));
      for (const input of collector.push(chunk)) {
        if (input.kind === 'reply' && input.data.length >= 260 && readBaseData(input.data)) cards += 1;
      }
      at += chunk.length;
    }
    expect(cards).toBe(0);
  });

  it('are no code from the scanner', () => {
    const chance = seeded(SEED + 1);
    const records = new CodeRecords({ encoding: 'detect', gapOnly: false });
    const texts: string[] = [];
    for (let at = 0; at < NOISE_BYTES; at += 1000) {
      const chunk = Buffer.alloc(1000);
      for (let k = 0; k < chunk.length; k += 1) chunk[k] = chance.below(256);
      for (const scanned of records.push(chunk, at)) if (scanned.kind === 'code') texts.push(scanned.text);
    }
    expect(texts.filter((text) => /\p{Cc}/u.test(text))).toEqual([]);
    expect(texts.filter((text) => text.length > 4096)).toEqual([]);
  });

  it('over the line leave reader and scanner working', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serial-noise-'));
    const [readerPort, scannerPort] = [join(folder, 'reader'), join(folder, 'scanner')];
    const fast = ['--baud', '4000000', '--chunk', '512'];
    const reader = await startDevice('id-card-reader', ['--port', readerPort, ...fast]);
    const scanner = await startDevice('scanner', ['--port', scannerPort, ...fast]);
    const there = shelfWith({ idCardReader: readerAt(readerPort), scanner: scannerAt(scannerPort) });
    await there.until('id-card-reader ready');

    reader.tell(`noise ${NOISE_BYTES}`);
    scanner.tell(`noise ${NOISE_BYTES}`);
    await Promise.all([reader.heard('noise over'), scanner.heard('noise over')]);
    expect(there.readings).toEqual([]);

    reader.tell('place resident');
    await there.until('confirmed');
    // At this speed the card was read before the silence that ends the last record of the noise.
    await sleep(2 * SILENCE_MS);
    scanner.tell('scan A031');
    await there.until('code A031');
    expect(there.readings.at(-1)?.card.number).toBe('990101199205174023');
    await there.shelf.stop();
    await Promise.all([reader.stop(), scanner.stop()]);
    rmSync(folder, { recursive: true });
  });

  it('leave no promise unheard', () => {
    expect(unhandled).toEqual([]);
  });
});
