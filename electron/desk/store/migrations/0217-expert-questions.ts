import type { Migration } from '../migrate.ts';

/** 远程帮办: questions to an expert of the county about a case, owed to the platform until it has them. */
export const expertQuestions: Migration = {
  version: 217,
  up: `
    CREATE TABLE expert_question (
      id             TEXT PRIMARY KEY,
      case_id        TEXT NOT NULL,
      item_code      TEXT NOT NULL,
      item_name      TEXT NOT NULL,
      text           TEXT NOT NULL CHECK (length(text) BETWEEN 4 AND 500),
      asked_at_ms    INTEGER NOT NULL,
      asked_by       TEXT NOT NULL,
      kept_at_ms     INTEGER,
      answer         TEXT,
      answered_by    TEXT,
      answered_at_ms INTEGER,
      CHECK ((answer IS NULL) = (answered_by IS NULL)),
      CHECK ((answer IS NULL) = (answered_at_ms IS NULL)),
      CHECK (answer IS NULL OR kept_at_ms IS NOT NULL)
    ) STRICT;
    CREATE INDEX expert_question_of ON expert_question (case_id, asked_at_ms);
    CREATE INDEX expert_question_open ON expert_question (asked_at_ms) WHERE answer IS NULL;
    CREATE TRIGGER an_answer_stays BEFORE UPDATE ON expert_question
      WHEN OLD.answer IS NOT NULL OR NEW.text <> OLD.text
      BEGIN SELECT RAISE(ABORT, 'what was asked and answered is never rewritten'); END;
  `,
};
