import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a small file so that after a power cut it is there whole or not at all. Readable by its owner alone. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const half = `${file}.half`;
  writeFileSync(half, content, { mode: 0o600, flush: true });
  renameSync(half, file);
  flushFolder(dirname(file));
}

/** Puts a file that something else wrote onto the disk. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes new, renamed and removed names of a folder durable. Windows keeps them by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
