import type { Migration } from '../migrate.ts';

/** What lies here now, kept beside the ledger: the number is asked all day, the ledger only grows. */
export const originalsHereNow: Migration = {
  version: 126,
  up: `
    CREATE TABLE original_here (
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      material_id TEXT NOT NULL,
      paper_name  TEXT NOT NULL,
      originals   INTEGER NOT NULL CHECK (originals >= 0),
      since_ms    INTEGER NOT NULL,
      PRIMARY KEY (case_id, material_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER what_lies_here_follows AFTER INSERT ON original_move BEGIN
      UPDATE original_here SET originals = originals - NEW.originals
        WHERE NEW.way IN ('handed', 'returned') AND case_id = NEW.case_id AND material_id = NEW.material_id;
      INSERT INTO original_here (case_id, material_id, paper_name, originals, since_ms)
        SELECT NEW.case_id, NEW.material_id, NEW.paper_name, NEW.originals, NEW.at_ms
        WHERE NEW.way IN ('in', 'came-back')
        ON CONFLICT (case_id, material_id) DO UPDATE
          SET originals = originals + excluded.originals, since_ms = excluded.since_ms;
      DELETE FROM original_here
        WHERE originals = 0 AND case_id = NEW.case_id AND material_id = NEW.material_id;
    END;
    INSERT INTO original_here (case_id, material_id, paper_name, originals, since_ms)
      SELECT case_id, material_id, max(paper_name),
        sum(CASE WHEN way IN ('in', 'came-back') THEN originals ELSE -originals END),
        max(CASE WHEN way IN ('in', 'came-back') THEN at_ms END)
      FROM original_move GROUP BY case_id, material_id
      HAVING sum(CASE WHEN way IN ('in', 'came-back') THEN originals ELSE -originals END) > 0;
  `,
};
