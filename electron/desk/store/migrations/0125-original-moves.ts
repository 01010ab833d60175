import type { Migration } from '../migrate.ts';

/**
 * Where each original is: it comes in, goes in one hand-over list or back to the citizen, and never leaves twice.
 *
 * A ledger in the place of the two tables of step 120, which nothing ever wrote: a paper that was handed over, found
 * wrong and brought anew is another original of the same paper. `came-back`: the department did not find it in the
 * list it signed, so it lies here again.
 */
export const originalMoves: Migration = {
  version: 125,
  up: `
    DROP TABLE hand_over_line;
    DROP TABLE original_returned;
    CREATE TABLE original_move (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      case_id      TEXT NOT NULL REFERENCES case_file (id),
      material_id  TEXT NOT NULL,
      paper_name   TEXT NOT NULL CHECK (paper_name <> ''),
      way          TEXT NOT NULL CHECK (way IN ('in', 'handed', 'came-back', 'returned')),
      originals    INTEGER NOT NULL CHECK (originals > 0),
      copies       INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0),
      hand_over_id TEXT REFERENCES hand_over (id),
      at_ms        INTEGER NOT NULL,
      clerk        TEXT NOT NULL,
      CHECK ((way IN ('handed', 'came-back')) = (hand_over_id IS NOT NULL)),
      CHECK (copies = 0 OR way = 'handed')
    ) STRICT;
    CREATE INDEX original_move_of ON original_move (case_id, material_id);
    CREATE UNIQUE INDEX original_move_in_list ON original_move (hand_over_id, way, case_id, material_id)
      WHERE hand_over_id IS NOT NULL;

    CREATE TRIGGER no_original_leaves_twice BEFORE INSERT ON original_move
      WHEN NEW.way IN ('handed', 'returned') AND NEW.originals > (
        SELECT coalesce(sum(CASE WHEN way IN ('in', 'came-back') THEN originals ELSE -originals END), 0)
        FROM original_move AS gone WHERE gone.case_id = NEW.case_id AND gone.material_id = NEW.material_id)
      BEGIN SELECT RAISE(ABORT, 'more originals would leave than lie here'); END;
    CREATE TRIGGER only_what_was_handed_comes_back BEFORE INSERT ON original_move
      WHEN NEW.way = 'came-back' AND NOT EXISTS (SELECT 1 FROM original_move AS gone
        WHERE gone.hand_over_id = NEW.hand_over_id AND gone.way = 'handed' AND gone.case_id = NEW.case_id
          AND gone.material_id = NEW.material_id AND gone.originals = NEW.originals)
      BEGIN SELECT RAISE(ABORT, 'this original is not in the list'); END;
    CREATE TRIGGER a_move_stays BEFORE UPDATE ON original_move
      BEGIN SELECT RAISE(ABORT, 'where an original went is never rewritten'); END;
    CREATE TRIGGER a_move_is_never_struck BEFORE DELETE ON original_move
      BEGIN SELECT RAISE(ABORT, 'where an original went is never rewritten'); END;

    INSERT INTO original_move (case_id, material_id, paper_name, way, originals, at_ms, clerk)
      SELECT case_id, material_id, CASE paper_name WHEN '' THEN material_id ELSE paper_name END, 'in',
        originals_taken, provided_at_ms, provided_to
      FROM case_material JOIN case_file ON case_file.id = case_material.case_id
      WHERE originals_taken > 0 AND case_file.received_at_ms IS NOT NULL
        AND state NOT IN ('closed-not-needed', 'closed-wrong-organ', 'archived')
      ORDER BY provided_at_ms, case_id, material_id;
  `,
};
