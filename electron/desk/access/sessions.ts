import type { Staff } from '#contract/shapes/person.ts';

export interface SeatSession {
  readonly staff: Staff | null;
  readonly locked: boolean;
  readonly mustChangePassword: boolean;
}

/**
 * Who sits at which seat. Kept in the case file: a seat is one start of one window, so a restarted desk
 * finds the same clerk there and a restarted program finds nobody.
 */
export interface Sessions {
  readonly at: (seat: string) => SeatSession;
  readonly signIn: (seat: string, staff: Staff, mustChangePassword: boolean) => void;
  readonly signOut: (seat: string) => void;
  readonly lock: (seat: string) => void;
  readonly unlock: (seat: string) => void;
}
