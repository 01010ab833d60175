import type { Sessions } from './sessions.ts';

/** Knows whether a clerk sits at this window now. */
export interface Attendance {
  /** This seat asked something: its window is there. */
  readonly seen: (seat: string) => void;
  readonly gone: (seat: string) => void;
  /** Somebody is signed in at a seat that is there, and its screen is not locked. */
  readonly isAttended: () => boolean;
}

/** Seats of an earlier start of the window are still in the case file, so only those heard from count. */
export function openAttendance(sessions: Sessions): Attendance {
  const there = new Set<string>();
  return {
    seen: (seat) => {
      there.add(seat);
    },
    gone: (seat) => {
      there.delete(seat);
    },
    isAttended: () =>
      [...there].some((seat) => {
        const { staff, locked, mustChangePassword } = sessions.at(seat);
        return staff !== null && !locked && !mustChangePassword;
      }),
  };
}
