import type { Migration } from '../migrate.ts';

/** A greeter may ask for a whole bundle: one set of answers for all of its steps, used by one open bundle. */
export const guidedBundles: Migration = {
  version: 211,
  remake: {
    table: 'guidance',
    pieces: [
      [
        'item_code     TEXT NOT NULL,',
        `item_code     TEXT,
      bundle_id     TEXT CHECK ((bundle_id IS NULL) <> (item_code IS NULL)),`,
      ],
      [
        'case_id       TEXT REFERENCES case_file (id)',
        `case_id       TEXT REFERENCES case_file (id),
      open_bundle   TEXT REFERENCES open_bundle (id)`,
      ],
    ],
  },
  up: '',
};
