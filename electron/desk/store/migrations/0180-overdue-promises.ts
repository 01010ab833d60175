import type { Migration } from '../migrate.ts';

/**
 * What follows when a promised paper never came: the case ends (it lapses like an uncorrected one), or it is given
 * back (退件). Both were accepted before, which the checks of the first table did not know.
 */
export const overduePromises: Migration = {
  version: 180,
  remake: {
    table: 'case_file',
    pieces: [
      [
        `'closed-wrong-organ', 'closed-lapsed', 'referred', 'withdrawn', 'archived'))`,
        `'closed-wrong-organ', 'closed-lapsed', 'closed-returned', 'referred', 'withdrawn', 'archived'))`,
      ],
      [
        `'received-again', 'refused', 'closed-not-needed', 'closed-wrong-organ', 'closed-lapsed'))`,
        `'received-again', 'refused', 'closed-not-needed', 'closed-wrong-organ'))`,
      ],
      [
        `CHECK (state NOT IN ('awaiting-correction', 'received-again', 'closed-lapsed') OR correction IS NOT NULL)`,
        `CHECK (state NOT IN ('awaiting-correction', 'received-again') OR correction IS NOT NULL),
      CHECK (state <> 'closed-lapsed' OR correction IS NOT NULL OR accepted_on IS NOT NULL),
      CHECK (state <> 'closed-returned' OR accepted_on IS NOT NULL)`,
      ],
    ],
  },
  up: '',
};
