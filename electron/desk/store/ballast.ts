import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeDurably } from '#native/sqlite/durable-file.ts';

const BALLAST_BYTES = 16 * 1024 * 1024;
/** Below it a person should make room: 2 GB, or 5 % of the disk. */
const LOW_BYTES = 2 * 1024 ** 3;
const LOW_SHARE = 0.05;

/** Room kept for the worst day: on a full disk even finishing what is owed would fail without it. */
export interface Ballast {
  /** Makes it again when there is room; false when there is not. */
  readonly fill: () => boolean;
  /** Gives the room away; false when it was gone already. */
  readonly release: () => boolean;
}

/** @source safety.md P6, 3.12 */
export function ballastAt(file: string, bytes: number = BALLAST_BYTES): Ballast {
  return {
    fill: () => {
      if (existsSync(file) && statSync(file).size === bytes) return true;
      if (freeBytes(dirname(file)) < 4 * bytes) return false;
      writeDurably(file, randomBytes(bytes));
      return true;
    },
    release: () => {
      const was = existsSync(file);
      rmSync(file, { force: true });
      return was;
    },
  };
}

/** Whether the disk of a folder is nearly full. */
export function isDiskLow(folder: string): boolean {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return bavail * bsize < LOW_BYTES && bavail < blocks * LOW_SHARE;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
