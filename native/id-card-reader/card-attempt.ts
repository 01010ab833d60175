import type { IdentityCard } from '#contract/shapes/identity-card.ts';
import { readCardText, readNewestAddress, type NewestAddress } from './card-text.ts';
import { TEXT_BLOCK_BYTES } from './card-fields.ts';
import { samCommands } from './commands.ts';
import type { SamAnswer, SamReader } from './reader.ts';
import { isModuleFault } from './status-words.ts';

/** The module has stopped working altogether; no card will be read until it is opened anew. */
export class ModuleFault extends Error {
  override name = 'ModuleFault';
}

export interface GoodRead {
  readonly ok: true;
  readonly textBlock: Uint8Array;
  readonly card: IdentityCard;
}

/**
 * `refused`: the module said no, so it has to find and select again.
 * `spoilt`: the module thinks it gave the text, so the text may be asked for once more.
 */
export interface BadRead {
  readonly ok: false;
  readonly because: 'refused' | 'spoilt';
}

/** Puts a command; a module fault ends everything that was under way. `begun`: the answer comes. */
export async function asked(
  reader: SamReader,
  command: (typeof samCommands)[keyof typeof samCommands],
  begun?: () => void,
): Promise<SamAnswer> {
  const answer = await reader.ask(command, begun);
  if (answer.outcome === 'answered' && isModuleFault(answer.word)) throw new ModuleFault(answer.word);
  return answer;
}

/**
 * Selects the card that was found and reads its text. Nothing waits in between.
 *
 * @param reading the text begins to come and is a tenth of a second on its way
 */
export async function selectAndRead(reader: SamReader, reading?: () => void): Promise<GoodRead | BadRead> {
  const selected = await asked(reader, samCommands.select);
  if (selected.outcome !== 'answered' || selected.word !== 'done') return { ok: false, because: 'refused' };
  return readSelected(reader, reading);
}

/** Finds, selects and reads. */
export async function findAndRead(reader: SamReader): Promise<GoodRead | BadRead> {
  const found = await asked(reader, samCommands.find);
  if (found.outcome !== 'answered' || found.word !== 'card-found') return { ok: false, because: 'refused' };
  return selectAndRead(reader);
}

/**
 * Reads the text of the card that is selected. The photo that comes with it is dropped here: no raw frame
 * leaves the driver, and fingerprints are never asked for.
 *
 * @source devices.md 1.7: the inner lengths are read, not assumed
 */
export async function readSelected(reader: SamReader, reading?: () => void): Promise<GoodRead | BadRead> {
  const answer = await asked(reader, samCommands.readBase, reading);
  if (answer.outcome !== 'answered') return { ok: false, because: 'spoilt' };
  if (answer.word !== 'done') return { ok: false, because: 'refused' };
  return readBaseData(answer.data) ?? { ok: false, because: 'spoilt' };
}

/** The text in the data of a read, or null when it cannot be the text of a card. */
export function readBaseData(data: Uint8Array): GoodRead | null {
  const textBlock = textBlockOf(data);
  if (!textBlock) return null;
  const reading = readCardText(textBlock);
  return reading.ok ? { ok: true, textBlock, card: reading.card } : null;
}

export type Presence =
  | { readonly lies: true; readonly address: NewestAddress | null }
  /** Null: the answer did not come through, which says nothing about the card. */
  | { readonly lies: false | null };

/**
 * Asks for the newest address, which also tells whether the same card still lies there.
 *
 * @source devices.md 1.6
 */
export async function askPresence(reader: SamReader): Promise<Presence> {
  const answer = await asked(reader, samCommands.readNewestAddress);
  if (answer.outcome !== 'answered') return { lies: null };
  if (answer.word === 'nothing-on-card') return { lies: true, address: null };
  if (answer.word === 'done') return { lies: true, address: readNewestAddress(answer.data) };
  return { lies: false };
}

function textBlockOf(data: Uint8Array): Uint8Array | null {
  const lengths = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const textBytes = lengths.getUint16(0);
  const photoBytes = lengths.getUint16(2);
  if (textBytes !== TEXT_BLOCK_BYTES || 4 + textBytes + photoBytes !== data.length) return null;
  return data.slice(4, 4 + TEXT_BLOCK_BYTES);
}

/** All 256 bytes, not only the fields somebody looks at. */
export function isSameText(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
