import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFile, flushFolder } from './durable-file.ts';

const PLAIN_HEAD = Buffer.from('SQLite format 3\0', 'latin1');
const PAGE_BYTES = 4096;
const WAL_HEAD_BYTES = 32;
const WAL_MAGIC = new Set([0x377f0682, 0x377f0683]);

/**
 * What can be told about a database file without opening it.
 *
 * new: not there, or empty · closed: ended cleanly · ended-hard: a write-ahead log was left behind
 * · suspicious: left behind and not shaped like a database any more · plain: not encrypted
 */
export type Look = 'new' | 'closed' | 'ended-hard' | 'suspicious' | 'plain';

/** Looks at a database file from outside; changes nothing, not even the log beside it. */
export function lookAt(file: string): Look {
  const bytes = existsSync(file) ? statSync(file).size : 0;
  const logBytes = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  if (bytes === 0) return logBytes === 0 ? 'new' : 'suspicious';
  if (headOf(file, PLAIN_HEAD.length).equals(PLAIN_HEAD)) return 'plain';
  if (logBytes === 0) return 'closed';
  return bytes % PAGE_BYTES === 0 && logIsShaped(`${file}-wal`, logBytes) ? 'ended-hard' : 'suspicious';
}

/**
 * Copies a database and its log into `copies-aside` beside it, before anything may change them.
 * Opening and closing alone already moves a left-behind log into the file. A file that did not change since
 * its last copy is not copied again, so that restarting cannot fill the disk.
 *
 * @returns the folder of the copy
 * @source safety.md 5.8
 */
export function copyAside(file: string): string {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  const stamp = `${Math.floor(mtimeMs)}-${size}`;
  const folder = join(dirname(file), 'copies-aside', `${basename(file)}-${stamp}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const ending of ['', '-wal', '.keycheck']) {
    const from = `${file}${ending}`;
    if (!existsSync(from)) continue;
    const to = join(folder, `${basename(file)}${ending}`);
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    flushFile(to);
  }
  flushFolder(folder);
  return folder;
}

function logIsShaped(log: string, bytes: number): boolean {
  if (bytes < WAL_HEAD_BYTES) return true;
  const head = headOf(log, WAL_HEAD_BYTES);
  return WAL_MAGIC.has(head.readUInt32BE(0)) && head.readUInt32BE(8) === PAGE_BYTES;
}

function headOf(file: string, bytes: number): Buffer {
  const head = Buffer.alloc(bytes);
  const handle = openSync(file, 'r');
  try {
    return head.subarray(0, readSync(handle, head, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}
