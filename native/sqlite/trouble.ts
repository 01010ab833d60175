/**
 * disk-full: nothing was written, room is needed · unreadable: the file or the disk cannot be trusted until it
 * was closed, opened and looked at again
 */
export type StoreTrouble = 'disk-full' | 'unreadable';

/** Tells trouble of the disk or the file from every other error; null for the others. */
export function storeTroubleOf(thrown: unknown): StoreTrouble | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  if (thrown.code === 'SQLITE_FULL' || thrown.code === 'ENOSPC') return 'disk-full';
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(thrown.code) ? 'unreadable' : null;
}
