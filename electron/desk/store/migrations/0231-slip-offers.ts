import type { Migration } from '../migrate.ts';

/** 好差评 by the slip: one case is offered by its code, beside the visits offered when they end. */
export const slipOffers: Migration = {
  version: 231,
  up: `
    CREATE TABLE offer_before AS SELECT id, visit_id, clerk, offered_at_ms, ended FROM evaluation_offer;
    DROP TABLE evaluation_offer;
    CREATE TABLE evaluation_offer (
      id            TEXT PRIMARY KEY,
      visit_id      TEXT UNIQUE REFERENCES visit (id),
      case_id       TEXT REFERENCES case_file (id),
      clerk         TEXT NOT NULL,
      offered_at_ms INTEGER NOT NULL,
      ended         TEXT CHECK (ended IN ('rated', 'skipped', 'unanswered')),
      CHECK ((visit_id IS NULL) <> (case_id IS NULL))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO evaluation_offer (id, visit_id, clerk, offered_at_ms, ended)
      SELECT id, visit_id, clerk, offered_at_ms, ended FROM offer_before;
    DROP TABLE offer_before;
    CREATE INDEX evaluation_offered ON evaluation_offer (offered_at_ms) WHERE ended IS NULL;
  `,
};
