import type { Migration } from '../migrate.ts';

/**
 * Every state of a case, its further days, and the time line of its acts.
 *
 * The table is made anew because its checks name the states. Its rows leave and come back inside the step, with the
 * references to them counted at the end of it.
 */
export const caseTable: Migration = {
  version: 110,
  up: `
    PRAGMA defer_foreign_keys = ON;
    DROP TRIGGER a_case_keeps_its_item;
    DROP TRIGGER what_was_done_stays;
    DROP TRIGGER only_drafts_are_thrown_away;
    CREATE TABLE case_file_before AS SELECT * FROM case_file;
    DELETE FROM case_file;
    DROP TABLE case_file;

    CREATE TABLE case_file (
      id               TEXT PRIMARY KEY,
      visit_id         TEXT NOT NULL REFERENCES visit (id),
      item_code        TEXT NOT NULL,
      item_version     INTEGER NOT NULL,
      item             TEXT NOT NULL CHECK (json_valid(item)),
      state            TEXT NOT NULL CHECK (state IN ('draft', 'blocked', 'received', 'awaiting-correction',
        'received-again', 'accepted', 'accepted-tolerant', 'accepted-commitment', 'deemed-accepted', 'suspended',
        'in-review', 'decided-granted', 'decided-denied', 'ready', 'delivered', 'refused', 'closed-not-needed',
        'closed-wrong-organ', 'closed-lapsed', 'referred', 'withdrawn', 'archived')),
      answers          TEXT NOT NULL CHECK (json_valid(answers)),
      opened_at_ms     INTEGER NOT NULL,
      receipt_number   TEXT UNIQUE,
      received_at_ms   INTEGER,
      received_on      TEXT CHECK (received_on GLOB '????-??-??'),
      notice_due_on    TEXT CHECK (notice_due_on GLOB '????-??-??'),
      correct_by       TEXT CHECK (correct_by GLOB '????-??-??'),
      all_in_at_ms     INTEGER,
      all_in_on        TEXT CHECK (all_in_on GLOB '????-??-??'),
      accepted_at_ms   INTEGER,
      accepted_on      TEXT CHECK (accepted_on GLOB '????-??-??'),
      legal_due_on     TEXT CHECK (legal_due_on GLOB '????-??-??'),
      promised_due_on  TEXT CHECK (promised_due_on GLOB '????-??-??'),
      dues_provisional INTEGER NOT NULL DEFAULT 0 CHECK (dues_provisional IN (0, 1)),
      calendar_version TEXT,
      accepted_offline INTEGER NOT NULL DEFAULT 0 CHECK (accepted_offline IN (0, 1)),
      decided_on       TEXT CHECK (decided_on GLOB '????-??-??'),
      deliver_by       TEXT CHECK (deliver_by GLOB '????-??-??'),
      correction       TEXT CHECK (json_valid(correction)),
      corrected_at_ms  INTEGER,
      refusal_reason   TEXT,
      refusal_say      TEXT,
      refused_at_ms    INTEGER,
      parties          TEXT CHECK (json_valid(parties)),
      clerk            TEXT,
      window           INTEGER,
      CHECK ((state IN ('draft', 'blocked')) = (receipt_number IS NULL)),
      CHECK ((receipt_number IS NULL) = (received_at_ms IS NULL)),
      CHECK ((receipt_number IS NULL) = (received_on IS NULL)),
      CHECK ((receipt_number IS NULL) = (notice_due_on IS NULL)),
      CHECK ((receipt_number IS NULL) = (calendar_version IS NULL)),
      CHECK ((receipt_number IS NULL) = (parties IS NULL)),
      CHECK ((receipt_number IS NULL) = (clerk IS NULL)),
      CHECK ((receipt_number IS NULL) = (window IS NULL)),
      CHECK (accepted_on IS NOT NULL OR state NOT IN ('accepted', 'accepted-tolerant', 'accepted-commitment',
        'deemed-accepted', 'suspended', 'in-review', 'decided-granted', 'decided-denied', 'ready', 'delivered')),
      CHECK (accepted_on IS NULL OR state NOT IN ('draft', 'blocked', 'received', 'awaiting-correction',
        'received-again', 'refused', 'closed-not-needed', 'closed-wrong-organ', 'closed-lapsed')),
      CHECK ((accepted_on IS NULL) = (accepted_at_ms IS NULL)),
      CHECK (accepted_on IS NOT NULL OR (legal_due_on IS NULL AND promised_due_on IS NULL AND accepted_offline = 0)),
      CHECK (state NOT IN ('awaiting-correction', 'received-again', 'closed-lapsed') OR correction IS NOT NULL),
      CHECK ((correction IS NULL) = (corrected_at_ms IS NULL)),
      CHECK (correct_by IS NULL OR correction IS NOT NULL),
      CHECK (state <> 'received-again' OR all_in_on IS NOT NULL),
      CHECK ((all_in_on IS NULL) = (all_in_at_ms IS NULL)),
      CHECK (state NOT IN ('decided-granted', 'decided-denied', 'ready', 'delivered') OR decided_on IS NOT NULL),
      CHECK ((decided_on IS NULL) = (deliver_by IS NULL)),
      CHECK (state <> 'refused' OR refusal_reason IS NOT NULL),
      CHECK (refusal_reason IS NULL OR state IN ('refused', 'archived')),
      CHECK ((refusal_reason IS NULL) = (refusal_say IS NULL)),
      CHECK ((refusal_reason IS NULL) = (refused_at_ms IS NULL))
    ) STRICT;
    INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms,
        receipt_number, received_at_ms, received_on, notice_due_on, accepted_at_ms, accepted_on, legal_due_on,
        promised_due_on, dues_provisional, calendar_version, accepted_offline, correction, corrected_at_ms,
        refusal_reason, refusal_say, refused_at_ms, parties, clerk, window)
      SELECT id, visit_id, item_code, item_version, item, state, answers, opened_at_ms,
        receipt_number, received_at_ms, received_on, notice_due_on, accepted_at_ms, accepted_on, legal_due_on,
        promised_due_on, dues_provisional, calendar_version, accepted_offline, correction, corrected_at_ms,
        refusal_reason, refusal_say, refused_at_ms, parties, clerk, window
      FROM case_file_before;
    DROP TABLE case_file_before;
    CREATE INDEX case_by_visit ON case_file (visit_id);
    CREATE INDEX case_in_hand ON case_file (state) WHERE state NOT IN ('draft', 'blocked', 'archived');

    CREATE TRIGGER a_case_keeps_its_item BEFORE UPDATE ON case_file
      WHEN NEW.id <> OLD.id OR NEW.visit_id <> OLD.visit_id OR NEW.item_code <> OLD.item_code
        OR NEW.item_version <> OLD.item_version OR NEW.item <> OLD.item
        OR NEW.opened_at_ms <> OLD.opened_at_ms
      BEGIN SELECT RAISE(ABORT, 'a case never changes its item'); END;
    -- A second list, let through by a supervisor, begins the wait for corrections anew; nothing else is written twice.
    CREATE TRIGGER what_was_done_stays BEFORE UPDATE ON case_file
      WHEN (OLD.receipt_number IS NOT NULL AND NEW.receipt_number IS NOT OLD.receipt_number)
        OR (OLD.received_at_ms IS NOT NULL AND NEW.received_at_ms IS NOT OLD.received_at_ms)
        OR (OLD.received_on IS NOT NULL AND NEW.received_on IS NOT OLD.received_on)
        OR (OLD.accepted_at_ms IS NOT NULL AND NEW.accepted_at_ms IS NOT OLD.accepted_at_ms)
        OR (OLD.accepted_on IS NOT NULL AND NEW.accepted_on IS NOT OLD.accepted_on)
        OR (OLD.decided_on IS NOT NULL AND NEW.decided_on IS NOT OLD.decided_on)
        OR (OLD.refused_at_ms IS NOT NULL AND NEW.refused_at_ms IS NOT OLD.refused_at_ms)
        OR (OLD.parties IS NOT NULL AND NEW.parties IS NOT OLD.parties)
        OR (OLD.correction IS NOT NULL AND NEW.correction IS NOT OLD.correction
          AND NOT (OLD.state = 'received-again' AND NEW.state = 'awaiting-correction'))
        OR (OLD.all_in_on IS NOT NULL AND NEW.all_in_on IS NOT OLD.all_in_on
          AND NOT (OLD.state = 'awaiting-correction' AND NEW.state = 'received-again'))
        OR (OLD.notice_due_on IS NOT NULL AND NEW.notice_due_on IS NOT OLD.notice_due_on
          AND OLD.calendar_version IS NEW.calendar_version
          AND NOT (OLD.state = 'awaiting-correction' AND NEW.state = 'received-again'))
      BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;
    CREATE TRIGGER only_drafts_are_thrown_away BEFORE DELETE ON case_file WHEN OLD.state NOT IN ('draft', 'blocked')
      BEGIN SELECT RAISE(ABORT, 'a case with an outcome is never thrown away'); END;

    CREATE TABLE case_act (
      seq         INTEGER PRIMARY KEY AUTOINCREMENT,
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      event       TEXT NOT NULL,
      from_state  TEXT NOT NULL,
      to_state    TEXT NOT NULL,
      at_ms       INTEGER NOT NULL,
      on_day      TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
      clerk       TEXT NOT NULL,
      window      INTEGER NOT NULL,
      supervisor  TEXT,
      notice      TEXT,
      detail      TEXT NOT NULL CHECK (json_valid(detail))
    ) STRICT;
    CREATE INDEX case_act_of ON case_act (case_id, seq);
    CREATE UNIQUE INDEX deemed_accepted_once ON case_act (case_id) WHERE event = 'deem-accepted';
    CREATE TRIGGER an_act_stays BEFORE UPDATE ON case_act
      BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;
    CREATE TRIGGER an_act_is_never_forgotten BEFORE DELETE ON case_act
      BEGIN SELECT RAISE(ABORT, 'an act is never forgotten'); END;

    -- 特别程序: the days in which the decision's clock stands still. Two never overlap.
    CREATE TABLE case_pause (
      id              TEXT PRIMARY KEY,
      case_id         TEXT NOT NULL REFERENCES case_file (id),
      kind            TEXT NOT NULL,
      name_zh         TEXT NOT NULL,
      reason          TEXT NOT NULL CHECK (length(reason) > 0),
      started_on      TEXT NOT NULL CHECK (started_on GLOB '????-??-??'),
      expected_end_on TEXT NOT NULL CHECK (expected_end_on >= started_on),
      ended_on        TEXT CHECK (ended_on >= started_on),
      notice          TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX one_pause_at_a_time ON case_pause (case_id) WHERE ended_on IS NULL;
    CREATE INDEX case_pause_of ON case_pause (case_id, started_on);
    CREATE TRIGGER pauses_do_not_overlap BEFORE INSERT ON case_pause
      WHEN EXISTS (SELECT 1 FROM case_pause AS other WHERE other.case_id = NEW.case_id
        AND (other.ended_on IS NULL OR other.ended_on > NEW.started_on))
      BEGIN SELECT RAISE(ABORT, 'pauses of a case do not overlap'); END;
    CREATE TRIGGER a_pause_only_ends BEFORE UPDATE ON case_pause
      WHEN OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id
        OR NEW.started_on <> OLD.started_on OR NEW.reason <> OLD.reason OR NEW.notice <> OLD.notice
      BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;

    CREATE TABLE case_extension (
      id           TEXT PRIMARY KEY,
      case_id      TEXT NOT NULL REFERENCES case_file (id),
      working_days INTEGER NOT NULL CHECK (working_days > 0),
      reason       TEXT NOT NULL CHECK (length(reason) > 0),
      approver     TEXT NOT NULL,
      extended_on  TEXT NOT NULL CHECK (extended_on GLOB '????-??-??'),
      notice       TEXT NOT NULL
    ) STRICT;
    CREATE INDEX case_extension_of ON case_extension (case_id);

    -- A supervisor stood at the window and typed the password: good once, for one seat, for five minutes.
    CREATE TABLE voucher (
      id            TEXT PRIMARY KEY,
      seat          TEXT NOT NULL,
      clerk         TEXT NOT NULL,
      supervisor    TEXT NOT NULL CHECK (supervisor <> clerk),
      made_at_ms    INTEGER NOT NULL,
      good_until_ms INTEGER NOT NULL CHECK (good_until_ms > made_at_ms),
      used_at_ms    INTEGER
    ) STRICT;
    CREATE TRIGGER a_voucher_is_used_once BEFORE UPDATE ON voucher
      WHEN OLD.used_at_ms IS NOT NULL OR NEW.used_at_ms IS NULL OR NEW.id <> OLD.id OR NEW.seat <> OLD.seat
      BEGIN SELECT RAISE(ABORT, 'a voucher is used once'); END;

    -- What a person has to decide because a day passed: told once, closed once.
    CREATE TABLE case_alarm (
      case_id    TEXT NOT NULL REFERENCES case_file (id),
      kind       TEXT NOT NULL CHECK (kind IN ('lapsed', 'deemed-accepted', 'tolerance-overdue')),
      about      TEXT NOT NULL,
      at_ms      INTEGER NOT NULL,
      seen_at_ms INTEGER,
      seen_by    TEXT,
      answer     TEXT,
      PRIMARY KEY (case_id, kind, about)
    ) STRICT, WITHOUT ROWID;
  `,
};
