import type { Migration } from '../migrate.ts';

/**
 * The card of a party was asked for again from the form and says something else: what it says waits beside what the
 * party said, until a clerk has picked one of the two for every field, each with a reason.
 */
export const cardAskings: Migration = {
  version: 264,
  up: `
    CREATE TABLE card_asking (
      visit_id    TEXT NOT NULL REFERENCES visit (id),
      role        TEXT NOT NULL,
      asked_at_ms INTEGER NOT NULL,
      asked_by    TEXT NOT NULL,
      party       TEXT NOT NULL CHECK (json_valid(party)),
      text_block  BLOB,
      picks       TEXT NOT NULL CHECK (json_valid(picks)),
      settled_at_ms INTEGER,
      PRIMARY KEY (visit_id, role, asked_at_ms)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER a_settled_card_asking_stays BEFORE UPDATE ON card_asking WHEN OLD.settled_at_ms IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a settled asking is never rewritten'); END;
    CREATE TRIGGER a_settled_card_asking_is_kept BEFORE DELETE ON card_asking WHEN OLD.settled_at_ms IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a settled asking is never forgotten'); END;
  `,
};
