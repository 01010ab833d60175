import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFile, flushFolder, writeDurably } from '#native/sqlite/durable-file.ts';
import { keyFor } from '#native/sqlite/encryption.ts';

const MARK = Buffer.from('YCF1');
const SALT_BYTES = 8;
const HEAD_BYTES = MARK.length + SALT_BYTES;
/** One segment is decrypted to look at any byte of it. */
const SEGMENT_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const CIPHER = 'chacha20-poly1305';

/** A stored file is not there, or is not what was put there. The database knows it, the folder does not hold it. */
export class FileUnreadable extends Error {
  override name = 'FileUnreadable';
}

/** The bytes of scans and photos: a folder of encrypted files beside the case file, found by their content. */
export interface FileBox {
  readonly folder: string;
  /** On the disk when this returns. The same content twice is one file. */
  readonly put: (hash: string, content: Uint8Array) => void;
  /** @throws FileUnreadable */
  readonly read: (hash: string) => Buffer;
  /** Some bytes from an offset, without reading all of the file. @throws FileUnreadable */
  readonly piece: (hash: string, offset: number, bytes: number) => Buffer;
  /** Where a file lies below the folder. Its name says nothing about its content to who has no key. */
  readonly placeOf: (hash: string) => string;
  /** Whether a file is whole: every byte decrypts, and together they are what their hash says. */
  readonly isWhole: (hash: string) => boolean;
  /** Copies a file from another folder with the same key, and reads the copy whole. False when it cannot be read. */
  readonly copyFrom: (other: FileBox, hash: string) => Promise<boolean>;
  /** Removes what does not lie at one of these places, and halves that a power cut left. How many went. */
  readonly sweep: (places: ReadonlySet<string>) => number;
}

/**
 * Opens the folder. Each file has a key of its own, made from the desk's one key and its name; each segment is
 * authenticated with its place and the length of the whole, so that nothing can be cut off, swapped or changed.
 *
 * @param keyHex the desk's one key
 * @source RFC 8439 (cipher), RFC 5869 (keys)
 */
export function openFileBox(folder: string, keyHex: string): FileBox {
  const nameKey = Buffer.from(keyFor(keyHex, 'file names'), 'hex');
  const contentKey = Buffer.from(keyFor(keyHex, 'file contents'), 'hex');
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const nameOf = (hash: string): string => createHmac('sha256', nameKey).update(hash).digest('hex');
  const placeOf = (hash: string): string => {
    const name = nameOf(hash);
    return join(name.slice(0, 2), name);
  };
  const lockOf = (name: string): Lock => ({
    name,
    key: Buffer.from(hkdfSync('sha256', contentKey, Buffer.alloc(0), name, 32)),
  });

  const piece: FileBox['piece'] = (hash, offset, bytes) => {
    const file = join(folder, placeOf(hash));
    const lock = lockOf(nameOf(hash));
    let handle: number;
    try {
      handle = openSync(file, 'r');
    } catch (thrown) {
      throw new FileUnreadable('a stored file cannot be opened', { cause: thrown });
    }
    try {
      return segmentsOf(handle, statSync(file).size, lock, offset, bytes);
    } finally {
      closeSync(handle);
    }
  };
  const read = (hash: string): Buffer => piece(hash, 0, Number.POSITIVE_INFINITY);
  const isWhole = (hash: string): boolean => {
    try {
      return createHash('sha256').update(read(hash)).digest('hex') === hash;
    } catch (thrown) {
      if (thrown instanceof FileUnreadable) return false;
      throw thrown;
    }
  };

  return {
    folder,
    placeOf,
    piece,
    read,
    isWhole,
    put: (hash, content) => {
      const file = join(folder, placeOf(hash));
      // A file that was damaged meanwhile is put right by the same content coming again.
      if (existsSync(file) && isWhole(hash)) return;
      if (!existsSync(dirname(file))) {
        mkdirSync(dirname(file), { mode: 0o700 });
        flushFolder(folder);
      }
      writeDurably(file, sealed(content, lockOf(nameOf(hash))));
    },
    copyFrom: async (other, hash) => {
      const [from, to] = [join(other.folder, placeOf(hash)), join(folder, placeOf(hash))];
      if (sizeOf(from) === null) return false;
      if (sizeOf(to) === sizeOf(from)) return true;
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      await copyFile(from, `${to}.half`, constants.COPYFILE_FICLONE);
      flushFile(`${to}.half`);
      renameSync(`${to}.half`, to);
      flushFolder(dirname(to));
      if (isWhole(hash)) return true;
      rmSync(to);
      return false;
    },
    sweep: (places) => {
      const strays = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && !places.has(join(entry.name.slice(0, 2), entry.name)),
      );
      for (const { parentPath, name } of strays) rmSync(join(parentPath, name));
      return strays.length;
    },
  };
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

interface Lock {
  readonly name: string;
  readonly key: Buffer;
}

function sealed(content: Uint8Array, lock: Lock): Buffer {
  const salt = randomBytes(SALT_BYTES);
  const parts: Buffer[] = [MARK, salt];
  for (let index = 0; index * SEGMENT_BYTES < content.length; index += 1) {
    const cipher = createCipheriv(CIPHER, lock.key, nonceOf(salt, index), { authTagLength: TAG_BYTES });
    const plain = content.subarray(index * SEGMENT_BYTES, (index + 1) * SEGMENT_BYTES);
    cipher.setAAD(aboutSegment(lock, content.length, index), { plaintextLength: plain.length });
    parts.push(cipher.update(plain), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(parts);
}

function segmentsOf(handle: number, sizeBytes: number, lock: Lock, offset: number, bytes: number): Buffer {
  const head = bytesAt(handle, 0, HEAD_BYTES);
  if (!head.subarray(0, MARK.length).equals(MARK)) throw new FileUnreadable('a stored file has no head');
  const salt = head.subarray(MARK.length);
  const sealedBytes = sizeBytes - HEAD_BYTES;
  const segments = Math.ceil(sealedBytes / (SEGMENT_BYTES + TAG_BYTES));
  const total = sealedBytes - segments * TAG_BYTES;
  if (total <= 0) throw new FileUnreadable('a stored file is too short');
  const end = Math.min(total, offset + bytes);
  if (offset >= end) return Buffer.alloc(0);

  const first = Math.floor(offset / SEGMENT_BYTES);
  const plain: Buffer[] = [];
  for (let index = first; index * SEGMENT_BYTES < end; index += 1) {
    const at = HEAD_BYTES + index * (SEGMENT_BYTES + TAG_BYTES);
    const segment = bytesAt(handle, at, Math.min(SEGMENT_BYTES + TAG_BYTES, sizeBytes - at));
    plain.push(opened(segment, lock, salt, total, index));
  }
  const from = offset - first * SEGMENT_BYTES;
  return Buffer.concat(plain).subarray(from, from + end - offset);
}

function opened(segment: Buffer, lock: Lock, salt: Buffer, total: number, index: number): Buffer {
  const decipher = createDecipheriv(CIPHER, lock.key, nonceOf(salt, index), { authTagLength: TAG_BYTES });
  decipher.setAAD(aboutSegment(lock, total, index), { plaintextLength: segment.length - TAG_BYTES });
  decipher.setAuthTag(segment.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(segment.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (thrown) {
    throw new FileUnreadable('a stored file was changed', { cause: thrown });
  }
}

function nonceOf(salt: Buffer, index: number): Buffer {
  const place = Buffer.alloc(4);
  place.writeUInt32BE(index);
  return Buffer.concat([salt, place]);
}

function aboutSegment({ name }: Lock, total: number, index: number): Buffer {
  return Buffer.from(`${name} ${total} ${index}`);
}

function bytesAt(handle: number, at: number, bytes: number): Buffer {
  const found = Buffer.alloc(bytes);
  if (bytes <= 0 || readSync(handle, found, 0, bytes, at) !== bytes) {
    throw new FileUnreadable('a stored file is too short');
  }
  return found;
}
