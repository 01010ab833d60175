import type { Migration } from '../migrate.ts';

/**
 * A network certificate (网证) proves who somebody is, as a card does. Every question to the identity platform is kept
 * with its answer; of the code only a hash, so that the same one is not taken twice and nobody can show it again.
 */
export const networkIdentity: Migration = {
  version: 190,
  remake: {
    table: 'party',
    pieces: [
      ["source IN ('card-chip', 'by-hand')", "source IN ('card-chip', 'network-identity', 'by-hand')"],
      [
        "verification IN ('unconfirmed', 'confirmed', 'differs', 'by-hand')",
        "verification IN ('unconfirmed', 'confirmed', 'differs', 'network', 'by-hand')",
      ],
      [
        "CHECK ((source = 'by-hand') = (verification = 'by-hand'))",
        `CHECK ((source = 'by-hand') = (verification = 'by-hand')),
      CHECK ((source = 'network-identity') = (verification = 'network'))`,
      ],
    ],
  },
  up: `
      CREATE TABLE network_check (
        id          TEXT PRIMARY KEY,
        visit_id    TEXT REFERENCES visit (id),
        role        TEXT,
        code_hash   TEXT NOT NULL CHECK (length(code_hash) = 64),
        asked_at_ms INTEGER NOT NULL,
        asked_by    TEXT NOT NULL,
        answer      TEXT NOT NULL CHECK (answer IN ('same-person', 'other-person', 'code-expired', 'code-used',
          'code-unknown', 'holder-needed', 'away')),
        trouble     TEXT,
        mode        TEXT,
        level       TEXT,
        answered_by TEXT,
        person_key  TEXT,
        CHECK ((visit_id IS NULL) = (role IS NULL)),
        CHECK ((answer = 'away') = (trouble IS NOT NULL)),
        CHECK ((answer = 'same-person') = (mode IS NOT NULL)),
        CHECK ((answer = 'same-person') = (level IS NOT NULL)),
        CHECK ((answer = 'same-person') = (person_key IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX network_code_once ON network_check (code_hash) WHERE answer = 'same-person';
  `,
};
