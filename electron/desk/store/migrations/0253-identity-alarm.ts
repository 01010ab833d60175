import type { Migration } from '../migrate.ts';

/** An identity that the platform did not confirm afterwards lies in the list of what a manager has to see. */
export const identityAlarm: Migration = {
  version: 253,
  remake: {
    table: 'case_alarm',
    pieces: [[`'tolerance-overdue'))`, `'tolerance-overdue', 'identity-unconfirmed'))`]],
  },
  up: '',
};
