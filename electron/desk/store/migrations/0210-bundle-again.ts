import type { Migration } from '../migrate.ts';

/** A visit may open a bundle once for each of those it is about: a birth of two children is two bundles. */
export const bundleAgain: Migration = {
  version: 210,
  remake: {
    table: 'open_bundle',
    pieces: [
      [
        'UNIQUE (visit_id, bundle_id)',
        `place          INTEGER NOT NULL DEFAULT 1 CHECK (place >= 1),
      UNIQUE (visit_id, bundle_id, place)`,
      ],
    ],
  },
  up: '',
};
