import { type Card, loadCard } from './card-block.ts';
import { type Line, sendNoise, until } from './line.ts';
import { type Asked, AskedCollector, replyFrame, samIdBytes } from './sam-bytes.ts';

/** Text and photo announced before the block itself. */
const TEXT_AND_PHOTO = Buffer.from('01000400', 'hex');
const DEFAULT_SAM_ID = '05.01-20190315-0001234567-4000000001';

/** One device that can be told things by lines and asked things by bytes. */
export interface StandIn {
  readonly bytes: (chunk: Uint8Array) => void;
  /** Obeys one line; throws with a sentence when it does not understand it. */
  readonly obey: (line: string) => void;
}

interface Faults {
  mute: boolean;
  slowMs: number;
  selfTest: number;
  /** Replies left to damage, and how. */
  damage: { left: number; how: 'flip' | 'cut' | 'swap' };
  /** command and parameter as hex → status to answer, how often. */
  answers: Map<string, { sw3: number; left: number }>;
  repeatsRead: boolean;
  /** Bytes of the next long reply after which the cable is pulled; null: it holds. */
  pulledAfter: number | null;
  /** Some modules are set to find a card that was read and still lies there. */
  findsAgain: boolean;
  /** The card whose text the module gives from the second read on. */
  swapped: Card | null;
}

/**
 * An identity card reader as its line description has it: a card is not found again until it has left the
 * field, its text may be read again after it was selected, and asking for the newest address tells whether
 * it still lies there.
 */
export function idCardReader(line: Line, say: (act: string) => void, pull: () => void): StandIn {
  const collector = new AskedCollector();
  const faults: Faults = {
    mute: false,
    slowMs: 0,
    selfTest: 0x90,
    damage: { left: 0, how: 'flip' },
    answers: new Map(),
    repeatsRead: true,
    pulledAfter: null,
    findsAgain: false,
    swapped: null,
  };
  let samId = DEFAULT_SAM_ID;
  let card: Card | null = null;
  let field: 'empty' | 'new' | 'found' | 'selected' | 'read' = 'empty';
  let wasRead = false;
  let turn = Promise.resolve();

  const place = (file: string): void => {
    card = loadCard(file);
    field = 'new';
    wasRead = false;
    faults.swapped = null;
    say(`placed ${card.name}`);
  };

  const lift = (): void => {
    card = null;
    field = 'empty';
    wasRead = false;
    say('lifted');
  };

  const find = (): Buffer => {
    if (!card || (wasRead && !faults.findsAgain)) return replyFrame(0x80);
    field = 'found';
    say('found');
    return replyFrame(0x9f, Buffer.alloc(4));
  };

  const select = (): Buffer => {
    if (!card || field === 'new') return replyFrame(0x81);
    field = 'selected';
    say('selected');
    return replyFrame(0x90, Buffer.alloc(8));
  };

  const read = (): Buffer => {
    if (!card || (field !== 'selected' && field !== 'read')) return replyFrame(0x41);
    if (field === 'read' && !faults.repeatsRead) return replyFrame(0x21);
    const given = wasRead && faults.swapped ? faults.swapped : card;
    field = 'read';
    wasRead = true;
    say('read');
    return replyFrame(0x90, Buffer.concat([TEXT_AND_PHOTO, given.text, given.photo]));
  };

  const newestAddress = (): Buffer => {
    if (!card || (field !== 'selected' && field !== 'read')) return replyFrame(0x41);
    return card.newestAddress ? replyFrame(0x90, card.newestAddress) : replyFrame(0x91);
  };

  const answer = (asked: Asked): Buffer => {
    if (asked.kind === 'bad-checksum') return replyFrame(0x10);
    if (asked.kind === 'bad-length') return replyFrame(0x11);
    const name = hex(asked.command) + hex(asked.parameter);
    const ordered = faults.answers.get(name);
    if (ordered && ordered.left > 0) {
      ordered.left -= 1;
      return replyFrame(ordered.sw3);
    }
    if (name === '11ff') return replyFrame(faults.selfTest);
    if (faults.selfTest !== 0x90) return replyFrame(faults.selfTest);
    if (name === '10ff') return replyFrame(0x90);
    if (name === '12ff') return replyFrame(0x90, samIdBytes(samId));
    if (name === '2001') return find();
    if (name === '2002') return select();
    if (name === '3001') return read();
    if (name === '3003') return newestAddress();
    if (name === '3010') say('fingerprint asked');
    return replyFrame(0x21);
  };

  const reply = async (asked: Asked): Promise<void> => {
    // The command had to come over the same line before it could be understood.
    await until(performance.now() + line.wireMs(10) + faults.slowMs, true);
    const frame = damaged(answer(asked), faults);
    if (faults.mute) return;
    if (faults.pulledAfter !== null && frame.length > 1000) {
      await line.send(frame.subarray(0, faults.pulledAfter));
      return pull();
    }
    const tookMs = await line.send(frame);
    if (frame.length > 1000) say(`sent ${frame.length} bytes in ${tookMs.toFixed(1)} ms`);
  };

  return {
    bytes: (chunk) => {
      for (const asked of collector.push(chunk)) turn = turn.then(() => reply(asked));
    },
    obey: (told) => {
      const [word = '', ...rest] = told.split(' ');
      const more = rest.join(' ');
      if (word === 'place') place(more);
      else if (word === 'lift') lift();
      else if (word === 'swap') faults.swapped = loadCard(more);
      else if (word === 'sam') samId = more;
      else if (word === 'noise') turn = turn.then(() => sendNoise(line, Number(more), say));
      else if (!obeyFault(faults, word, rest)) throw new Error(`not understood: ${told}`);
    },
  };
}

/**
 * `mute`, `unmute`, `slow MS`, `status 60`, `damage next`, `damage N flip|cut|swap`, `answer 3001 41 N`,
 * `no-repeat`, `finds-again`, `pull-after BYTES`.
 */
function obeyFault(faults: Faults, word: string, rest: readonly string[]): boolean {
  const [first = '', second = '', third = '1'] = rest;
  if (word === 'mute' || word === 'unmute') faults.mute = word === 'mute';
  else if (word === 'slow') faults.slowMs = Number(first);
  else if (word === 'status') faults.selfTest = Number.parseInt(first, 16);
  else if (word === 'no-repeat') faults.repeatsRead = false;
  else if (word === 'finds-again') faults.findsAgain = true;
  else if (word === 'pull-after') faults.pulledAfter = Number(first);
  else if (word === 'answer') {
    faults.answers.set(first, { sw3: Number.parseInt(second, 16), left: Number(third) });
  } else if (word === 'damage') {
    const how = second === 'cut' || second === 'swap' ? second : 'flip';
    faults.damage = { left: first === 'next' ? 1 : Number(first), how };
  } else return false;
  return true;
}

/** Only long replies are damaged: it is the text of a card that must not come through wrong. */
function damaged(frame: Buffer, faults: Faults): Buffer {
  if (faults.damage.left === 0 || frame.length < 1000) return frame;
  faults.damage.left -= 1;
  if (faults.damage.how === 'cut') return Buffer.concat([frame.subarray(0, 100), frame.subarray(102)]);
  const broken = Buffer.from(frame);
  if (faults.damage.how === 'flip') broken.writeUInt8(broken.readUInt8(20) ^ 0x04, 20);
  // Two units of the name exchanged: the checksum still holds.
  if (faults.damage.how === 'swap') {
    broken.set(frame.subarray(14, 16), 16);
    broken.set(frame.subarray(16, 18), 14);
  }
  return broken;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
