import type { Day } from '#contract/shapes/day.ts';

const BETWEEN_MS = 30 * 60 * 1000;
const QUIET_MS = 20_000;
const PATIENCE_MS = 10 * 60 * 1000;

/** What the plan looks at. */
export interface BackupMoment {
  readonly nowMs: number;
  readonly today: Day;
  /** Commits since the desk started. */
  readonly writes: number;
  readonly lastWriteAtMs: number | null;
}

/** The last backup of this start of the desk. */
export interface LastBackup {
  readonly atMs: number;
  readonly day: Day;
  readonly writes: number;
}

/**
 * Says whether a backup is due: after 30 minutes in which something was written, and once on every new day.
 * It waits for a quiet moment at the window, but not longer than ten minutes.
 *
 * @source safety.md P16
 */
export function isBackupDue(last: LastBackup, moment: BackupMoment): boolean {
  const waitedMs = moment.nowMs - last.atMs;
  const isNewDay = moment.today !== last.day;
  const isOld = moment.writes > last.writes && waitedMs >= BETWEEN_MS;
  if (!isNewDay && !isOld) return false;
  const quietMs = moment.nowMs - (moment.lastWriteAtMs ?? 0);
  return quietMs >= QUIET_MS || waitedMs >= BETWEEN_MS + PATIENCE_MS;
}
