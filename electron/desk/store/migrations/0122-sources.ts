import type { Migration } from '../migrate.ts';

/**
 * What a source said beside yes and no, the queries a hall may ask, and which reports of wrong data are owed to their
 * source already.
 */
export const sources: Migration = {
  version: 122,
  up: `
    ALTER TABLE material_query ADD COLUMN trouble TEXT CHECK ((trouble IS NULL) = (answer <> 'away'));
    ALTER TABLE material_query ADD COLUMN level TEXT;
    ALTER TABLE material_query ADD COLUMN issuer TEXT;
    ALTER TABLE material_query ADD COLUMN status TEXT;
    ALTER TABLE material_query ADD COLUMN as_of TEXT CHECK (as_of GLOB '????-??-??');
    ALTER TABLE material_query ADD COLUMN flags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(flags));

    CREATE TABLE shared_query (
      code      TEXT PRIMARY KEY,
      name_zh   TEXT NOT NULL,
      system    TEXT NOT NULL,
      organ     TEXT NOT NULL,
      connected INTEGER NOT NULL CHECK (connected IN (0, 1)),
      wait_ms   INTEGER NOT NULL CHECK (wait_ms > 0),
      fields    TEXT NOT NULL CHECK (json_valid(fields))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE wrong_data_owed (
      query_id   TEXT PRIMARY KEY REFERENCES material_query (id),
      case_id    TEXT NOT NULL REFERENCES case_file (id),
      owed_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER an_owed_report_stays BEFORE UPDATE ON wrong_data_owed
      BEGIN SELECT RAISE(ABORT, 'what is owed is never rewritten'); END;
    CREATE TRIGGER an_owed_report_is_never_forgotten BEFORE DELETE ON wrong_data_owed
      BEGIN SELECT RAISE(ABORT, 'what is owed is never forgotten'); END;
  `,
};
