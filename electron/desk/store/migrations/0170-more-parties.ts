import type { Migration } from '../migrate.ts';

/**
 * More people in a case than who applies and who was sent: legal representative, guardian with the proof of it, who
 * authorises, and another subject. The tables are made anew because their checks name the roles.
 */
export const moreParties: Migration = {
  version: 170,
  up: `
    DROP INDEX party_by_reading;
    DROP INDEX party_by_person;
    CREATE TABLE party_before AS SELECT * FROM party;
    DROP TABLE party;
    CREATE TABLE party (
      visit_id        TEXT NOT NULL REFERENCES visit (id),
      role            TEXT NOT NULL CHECK (role IN
        ('applicant', 'handler', 'legalRepresentative', 'guardian', 'principal', 'secondSubject')),
      details         TEXT NOT NULL CHECK (json_valid(details)),
      name            TEXT NOT NULL,
      person_key      TEXT,
      source          TEXT NOT NULL CHECK (source IN ('card-chip', 'by-hand')),
      verification    TEXT NOT NULL CHECK (verification IN ('unconfirmed', 'confirmed', 'differs', 'by-hand')),
      reading_id      TEXT,
      read_at_ms      INTEGER,
      confirmed_at_ms INTEGER,
      overridden      TEXT NOT NULL CHECK (json_valid(overridden)),
      text_block      BLOB CHECK (text_block IS NULL OR length(text_block) = 256),
      PRIMARY KEY (visit_id, role),
      CHECK ((source = 'by-hand') = (verification = 'by-hand')),
      CHECK ((source = 'by-hand') = (reading_id IS NULL)),
      CHECK ((source = 'by-hand') = (read_at_ms IS NULL)),
      CHECK ((verification = 'confirmed') = (confirmed_at_ms IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO party (visit_id, role, details, name, person_key, source, verification, reading_id, read_at_ms,
        confirmed_at_ms, overridden, text_block)
      SELECT visit_id, role, details, name, person_key, source, verification, reading_id, read_at_ms,
        confirmed_at_ms, overridden, text_block
      FROM party_before;
    DROP TABLE party_before;
    CREATE UNIQUE INDEX party_by_reading ON party (reading_id) WHERE reading_id IS NOT NULL;
    CREATE INDEX party_by_person ON party (person_key) WHERE person_key IS NOT NULL;

    DROP INDEX case_by_person;
    CREATE TABLE case_person_before AS SELECT * FROM case_person;
    DROP TABLE case_person;
    CREATE TABLE case_person (
      case_id    TEXT NOT NULL REFERENCES case_file (id),
      role       TEXT NOT NULL CHECK (role IN
        ('applicant', 'handler', 'legalRepresentative', 'guardian', 'principal', 'secondSubject')),
      name       TEXT NOT NULL,
      person_key TEXT NOT NULL,
      PRIMARY KEY (case_id, role)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO case_person (case_id, role, name, person_key)
      SELECT case_id, role, name, person_key FROM case_person_before;
    DROP TABLE case_person_before;
    CREATE INDEX case_by_person ON case_person (person_key);

    -- What the guardian is to the applicant, and the paper that proved it.
    CREATE TABLE guardianship (
      visit_id      TEXT PRIMARY KEY REFERENCES visit (id),
      relation      TEXT NOT NULL CHECK (relation IN
        ('parent', 'spouse', 'child', 'grandparent', 'sibling', 'appointed')),
      proof         TEXT NOT NULL CHECK (proof IN
        ('household-register', 'birth-certificate', 'marriage-certificate', 'designation', 'judgment')),
      original_seen INTEGER NOT NULL CHECK (original_seen IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `,
};
