import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, type JsonObject, numberOf, parseJson, textOf } from './json.ts';

/** A step the platform accepted. */
export interface HeldEvent {
  readonly key: string;
  readonly hash: string;
  readonly caseGuid: string;
  readonly step: number;
  readonly receiptNo: string;
  readonly projectNo: string;
  readonly platformReceipt: string;
  readonly keptAt: string;
  readonly message: Json;
}

export interface HeldBlock {
  readonly key: string;
  readonly hash: string;
  readonly blockNo: string;
  readonly from: number;
  readonly to: number;
}

export interface HeldCase {
  readonly guid: string;
  readonly receiptNo: string;
  readonly projectNo: string;
  readonly events: readonly HeldEvent[];
}

/**
 * What the platform holds. Kept as lines of JSON, each on disk before it is answered, so that a restart,
 * even a sudden one, forgets nothing it said yes to.
 */
export class Ledger {
  readonly #file: number | null;
  readonly #events: HeldEvent[] = [];
  readonly #blocks: HeldBlock[] = [];
  /** key → how often it came, whatever became of it. Not kept over a restart. */
  readonly arrivals = new Map<string, number>();
  /** What sources were asked, in order. Not kept over a restart. */
  readonly queries: JsonObject[] = [];
  /** What windows told about packages of the catalogue, in order. */
  readonly packageOutcomes: JsonObject[] = [];
  /** Hashes of network codes that proved somebody. Not kept over a restart: they run out sooner. */
  readonly usedCodes = new Set<string>();
  /** Questions to the expert, in order, each once. Not kept over a restart. */
  readonly questions: JsonObject[] = [];
  /** Keys the platform no longer remembers; what it accepted stays. */
  #forgottenBefore = 0;

  constructor(folder: string | null) {
    if (folder === null) {
      this.#file = null;
      return;
    }
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'ledger.jsonl');
    if (existsSync(path)) this.#load(path);
    this.#file = openSync(path, 'a');
  }

  get events(): readonly HeldEvent[] {
    return this.#events;
  }

  cases(): HeldCase[] {
    const guids = [...new Set(this.#events.map((event) => event.caseGuid))];
    return guids.map((guid) => {
      const events = this.#events.filter((event) => event.caseGuid === guid);
      return { guid, receiptNo: events[0]?.receiptNo ?? '', projectNo: events[0]?.projectNo ?? '', events };
    });
  }

  /** Under a key the platform still remembers. */
  eventByKey(key: string): HeldEvent | null {
    return this.#events.slice(this.#forgottenBefore).find((event) => event.key === key) ?? null;
  }

  eventAt(caseGuid: string, step: number): HeldEvent | null {
    return this.#events.find((event) => event.caseGuid === caseGuid && event.step === step) ?? null;
  }

  forgetKeys(): void {
    this.#forgottenBefore = this.#events.length;
  }

  keepEvent(event: HeldEvent): void {
    this.#write({ event: { ...event } });
    this.#events.push(event);
  }

  blockByKey(key: string): HeldBlock | null {
    return this.#blocks.find((block) => block.key === key) ?? null;
  }

  get highestSerial(): number {
    return Math.max(0, ...this.#blocks.map((block) => block.to));
  }

  get blockCount(): number {
    return this.#blocks.length;
  }

  keepBlock(block: HeldBlock): void {
    this.#write({ block: { ...block } });
    this.#blocks.push(block);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }

  #write(line: JsonObject): void {
    if (this.#file === null) return;
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
  }

  /** A last line without an end was never answered: it is cut off. */
  #load(path: string): void {
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter((one) => one !== '')) {
      const entry = parseJson(line);
      if (!isObject(entry)) continue;
      if (isObject(entry['event'])) this.#events.push(eventOf(entry['event']));
      if (isObject(entry['block'])) this.#blocks.push(blockOf(entry['block']));
    }
  }
}

function eventOf(held: JsonObject): HeldEvent {
  return {
    key: textOf(held['key']),
    hash: textOf(held['hash']),
    caseGuid: textOf(held['caseGuid']),
    step: numberOf(held['step']),
    receiptNo: textOf(held['receiptNo']),
    projectNo: textOf(held['projectNo']),
    platformReceipt: textOf(held['platformReceipt']),
    keptAt: textOf(held['keptAt']),
    message: held['message'] ?? null,
  };
}

function blockOf(held: JsonObject): HeldBlock {
  return {
    key: textOf(held['key']),
    hash: textOf(held['hash']),
    blockNo: textOf(held['blockNo']),
    from: numberOf(held['from']),
    to: numberOf(held['to']),
  };
}
