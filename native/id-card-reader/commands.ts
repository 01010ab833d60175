import { encodeCommand } from './sam-frame.ts';
import type { StatusWord } from './status-words.ts';

/** One question to the module: its bytes, how long it may take, and what a fitting answer looks like. */
export interface SamCommand {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds from the last byte of the question to the last byte of the answer. */
  readonly withinMs: number;
  /**
   * Says whether this status with so many bytes can be the answer. A reply carries no request id, so a late
   * answer to an earlier question is told by its shape.
   */
  readonly fits: (word: StatusWord, dataBytes: number) => boolean;
}

const TEXT_BYTES = 256;
const NEWEST_ADDRESS_BYTES = 70;
const SAM_ID_BYTES = 16;

const bare = (_: StatusWord, dataBytes: number): boolean => dataBytes === 0;

/** With `yes` the answer holds data of a known size; with any other word it holds none that matters. */
const sized =
  (yes: StatusWord, holds: (dataBytes: number) => boolean) =>
  (word: StatusWord, dataBytes: number): boolean =>
    word === yes ? holds(dataBytes) : dataBytes <= 8;

/**
 * Every command this product sends. Line speed, radio limits, fingerprints (30 10) and vendors' own commands
 * are not among them, so they can never be sent.
 *
 * @source devices.md 1.3 the bytes, 1.6 the time-outs
 */
export const samCommands = {
  reset: { name: 'reset', bytes: encodeCommand(0x10, 0xff), withinMs: 1000, fits: bare },
  status: { name: 'status', bytes: encodeCommand(0x11, 0xff), withinMs: 1000, fits: bare },
  samId: {
    name: 'sam-id',
    bytes: encodeCommand(0x12, 0xff),
    withinMs: 1000,
    fits: sized('done', (bytes) => bytes === SAM_ID_BYTES),
  },
  find: {
    name: 'find',
    bytes: encodeCommand(0x20, 0x01),
    withinMs: 500,
    fits: (word, bytes) => word !== 'done' && bytes <= 8,
  },
  select: {
    name: 'select',
    bytes: encodeCommand(0x20, 0x02),
    withinMs: 1000,
    fits: (word, bytes) => word !== 'card-found' && word !== 'no-card' && bytes <= 8,
  },
  readBase: {
    name: 'read-base',
    bytes: encodeCommand(0x30, 0x01),
    withinMs: 3000,
    fits: sized('done', (bytes) => bytes >= 4 + TEXT_BYTES),
  },
  readNewestAddress: {
    name: 'read-newest-address',
    bytes: encodeCommand(0x30, 0x03),
    withinMs: 2000,
    fits: sized('done', (bytes) => bytes === NEWEST_ADDRESS_BYTES),
  },
} as const satisfies Record<string, SamCommand>;
