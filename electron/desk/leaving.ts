import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './log.ts';

const TWICE_WITHIN_MS = 10 * 60 * 1000;

/** What the desk does when its file or disk cannot be trusted any more. */
export interface Leaving {
  readonly onUnreadable: () => void;
  /** The desk ended in order: the next trouble is a first one again. */
  readonly forget: () => void;
}

/**
 * A file or disk that cannot be trusted is closed and opened anew by starting again, once in ten minutes. When
 * that does not help, the desk stays, says so in its status, and a technician restores a backup.
 *
 * @param leave ends the process at once; whoever started it starts it again
 * @source safety.md 3.12
 */
export function openLeaving(home: string, nowMs: () => number, log: Log, leave: () => void): Leaving {
  const marker = join(home, 'desk.db.unreadable');
  return {
    onUnreadable: () => {
      const before = statSync(marker, { throwIfNoEntry: false });
      const isAgain = before !== undefined && nowMs() - before.mtimeMs < TWICE_WITHIN_MS;
      log('error', 'case-file-unreadable', { word: isAgain ? 'again' : 'first-time' });
      if (isAgain) return;
      writeFileSync(marker, '');
      leave();
    },
    forget: () => rmSync(marker, { force: true }),
  };
}
