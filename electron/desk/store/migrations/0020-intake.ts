import type { Migration } from '../migrate.ts';

/** Visits, parties, cases with their papers, files and notices. */
export const intake: Migration = {
  version: 20,
  up: `
    CREATE TABLE visit (
      id               TEXT PRIMARY KEY,
      ticket_id        TEXT UNIQUE,
      ticket_number    TEXT CHECK ((ticket_id IS NULL) = (ticket_number IS NULL)),
      opened_at_ms     INTEGER NOT NULL,
      in_hand_since_ms INTEGER,
      closed_at_ms     INTEGER,
      CHECK (closed_at_ms IS NULL OR in_hand_since_ms IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX one_visit_in_hand ON visit ((1)) WHERE in_hand_since_ms IS NOT NULL;

    CREATE TABLE party (
      visit_id        TEXT NOT NULL REFERENCES visit (id),
      role            TEXT NOT NULL CHECK (role IN ('applicant', 'handler')),
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
    CREATE UNIQUE INDEX party_by_reading ON party (reading_id) WHERE reading_id IS NOT NULL;
    CREATE INDEX party_by_person ON party (person_key) WHERE person_key IS NOT NULL;

    CREATE TABLE authorisation (
      visit_id      TEXT PRIMARY KEY REFERENCES visit (id),
      items         TEXT NOT NULL CHECK (json_valid(items)),
      from_on       TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
      to_on         TEXT NOT NULL CHECK (to_on GLOB '????-??-??' AND to_on >= from_on),
      original_seen INTEGER NOT NULL CHECK (original_seen IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE case_file (
      id               TEXT PRIMARY KEY,
      visit_id         TEXT NOT NULL REFERENCES visit (id),
      item_code        TEXT NOT NULL,
      item_version     INTEGER NOT NULL,
      item             TEXT NOT NULL CHECK (json_valid(item)),
      state            TEXT NOT NULL CHECK (state IN
        ('draft', 'received', 'accepted', 'accepted-tolerant', 'awaiting-correction', 'refused')),
      answers          TEXT NOT NULL CHECK (json_valid(answers)),
      opened_at_ms     INTEGER NOT NULL,
      receipt_number   TEXT UNIQUE,
      received_at_ms   INTEGER,
      received_on      TEXT CHECK (received_on GLOB '????-??-??'),
      notice_due_on    TEXT CHECK (notice_due_on GLOB '????-??-??'),
      accepted_at_ms   INTEGER,
      accepted_on      TEXT CHECK (accepted_on GLOB '????-??-??'),
      legal_due_on     TEXT CHECK (legal_due_on GLOB '????-??-??'),
      promised_due_on  TEXT CHECK (promised_due_on GLOB '????-??-??'),
      dues_provisional INTEGER NOT NULL DEFAULT 0 CHECK (dues_provisional IN (0, 1)),
      calendar_version TEXT,
      accepted_offline INTEGER NOT NULL DEFAULT 0 CHECK (accepted_offline IN (0, 1)),
      correction       TEXT CHECK (json_valid(correction)),
      corrected_at_ms  INTEGER,
      refusal_reason   TEXT,
      refusal_say      TEXT,
      refused_at_ms    INTEGER,
      parties          TEXT CHECK (json_valid(parties)),
      clerk            TEXT,
      window           INTEGER,
      CHECK ((state = 'draft') = (receipt_number IS NULL)),
      CHECK ((state = 'draft') = (received_at_ms IS NULL)),
      CHECK ((state = 'draft') = (received_on IS NULL)),
      CHECK ((state = 'draft') = (notice_due_on IS NULL)),
      CHECK ((state = 'draft') = (calendar_version IS NULL)),
      CHECK ((state = 'draft') = (parties IS NULL)),
      CHECK ((state = 'draft') = (clerk IS NULL)),
      CHECK ((state = 'draft') = (window IS NULL)),
      CHECK ((state IN ('accepted', 'accepted-tolerant')) = (accepted_at_ms IS NOT NULL)),
      CHECK ((state IN ('accepted', 'accepted-tolerant')) = (accepted_on IS NOT NULL)),
      CHECK (accepted_on IS NOT NULL OR (legal_due_on IS NULL AND promised_due_on IS NULL AND accepted_offline = 0)),
      CHECK (state <> 'awaiting-correction' OR correction IS NOT NULL),
      CHECK ((correction IS NULL) = (corrected_at_ms IS NULL)),
      CHECK ((state = 'refused') = (refusal_reason IS NOT NULL)),
      CHECK ((refusal_reason IS NULL) = (refusal_say IS NULL)),
      CHECK ((refusal_reason IS NULL) = (refused_at_ms IS NULL))
    ) STRICT;
    CREATE INDEX case_by_visit ON case_file (visit_id);

    CREATE TRIGGER a_case_keeps_its_item BEFORE UPDATE ON case_file
      WHEN NEW.id <> OLD.id OR NEW.visit_id <> OLD.visit_id OR NEW.item_code <> OLD.item_code
        OR NEW.item_version <> OLD.item_version OR NEW.item <> OLD.item
        OR NEW.opened_at_ms <> OLD.opened_at_ms
      BEGIN SELECT RAISE(ABORT, 'a case never changes its item'); END;
    CREATE TRIGGER what_was_done_stays BEFORE UPDATE ON case_file
      WHEN (OLD.receipt_number IS NOT NULL AND NEW.receipt_number IS NOT OLD.receipt_number)
        OR (OLD.received_at_ms IS NOT NULL AND NEW.received_at_ms IS NOT OLD.received_at_ms)
        OR (OLD.received_on IS NOT NULL AND NEW.received_on IS NOT OLD.received_on)
        OR (OLD.notice_due_on IS NOT NULL AND NEW.notice_due_on IS NOT OLD.notice_due_on)
        OR (OLD.accepted_at_ms IS NOT NULL AND NEW.accepted_at_ms IS NOT OLD.accepted_at_ms)
        OR (OLD.accepted_on IS NOT NULL AND NEW.accepted_on IS NOT OLD.accepted_on)
        OR (OLD.correction IS NOT NULL AND NEW.correction IS NOT OLD.correction)
        OR (OLD.refused_at_ms IS NOT NULL AND NEW.refused_at_ms IS NOT OLD.refused_at_ms)
        OR (OLD.parties IS NOT NULL AND NEW.parties IS NOT OLD.parties)
      BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;
    CREATE TRIGGER only_drafts_are_thrown_away BEFORE DELETE ON case_file WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a case with an outcome is never thrown away'); END;

    CREATE TABLE case_person (
      case_id    TEXT NOT NULL REFERENCES case_file (id),
      role       TEXT NOT NULL CHECK (role IN ('applicant', 'handler')),
      name       TEXT NOT NULL,
      person_key TEXT NOT NULL,
      PRIMARY KEY (case_id, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX case_by_person ON case_person (person_key);

    CREATE TABLE stored_file (
      hash          TEXT PRIMARY KEY CHECK (length(hash) = 64),
      media_type    TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
      bytes         INTEGER NOT NULL CHECK (bytes = length(content)),
      content       BLOB NOT NULL,
      stored_at_ms  INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE case_stored_file (
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      hash        TEXT NOT NULL REFERENCES stored_file (hash),
      name        TEXT NOT NULL,
      added_at_ms INTEGER NOT NULL,
      PRIMARY KEY (case_id, hash)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE upload (
      id          TEXT PRIMARY KEY,
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      name        TEXT NOT NULL,
      total_bytes INTEGER NOT NULL CHECK (total_bytes > 0),
      received    INTEGER NOT NULL CHECK (received BETWEEN 0 AND total_bytes),
      file_hash   TEXT REFERENCES stored_file (hash),
      CHECK (file_hash IS NULL OR received = total_bytes)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE upload_piece (
      upload_id TEXT NOT NULL REFERENCES upload (id),
      offset    INTEGER NOT NULL,
      content   BLOB NOT NULL,
      PRIMARY KEY (upload_id, offset)
    ) STRICT;

    CREATE TABLE case_material (
      case_id                  TEXT NOT NULL REFERENCES case_file (id),
      material_id              TEXT NOT NULL,
      route                    TEXT NOT NULL CHECK (route IN ('paper', 'scan', 'later')),
      originals_taken          INTEGER NOT NULL CHECK (originals_taken >= 0),
      copies_taken             INTEGER NOT NULL CHECK (copies_taken >= 0),
      checked_against_original INTEGER NOT NULL CHECK (checked_against_original IN (0, 1)),
      file_hash                TEXT,
      due_on                   TEXT CHECK (due_on GLOB '????-??-??'),
      provided_at_ms           INTEGER NOT NULL,
      provided_to              TEXT NOT NULL,
      PRIMARY KEY (case_id, material_id),
      FOREIGN KEY (case_id, file_hash) REFERENCES case_stored_file (case_id, hash),
      CHECK ((route = 'later') = (due_on IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE notice (
      id                TEXT PRIMARY KEY,
      case_id           TEXT NOT NULL REFERENCES case_file (id),
      kind              TEXT NOT NULL CHECK (kind IN ('receipt-slip', 'acceptance', 'correction', 'refusal')),
      document_number   TEXT NOT NULL UNIQUE,
      content           TEXT NOT NULL CHECK (json_valid(content)),
      content_hash      TEXT NOT NULL CHECK (length(content_hash) = 64),
      issued_at_ms      INTEGER NOT NULL,
      issued_by         TEXT NOT NULL,
      reprints          INTEGER NOT NULL DEFAULT 0 CHECK (reprints >= 0),
      UNIQUE (case_id, kind)
    ) STRICT;
    CREATE TRIGGER a_notice_is_frozen BEFORE UPDATE ON notice
      WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind
        OR NEW.document_number <> OLD.document_number OR NEW.content <> OLD.content
        OR NEW.content_hash <> OLD.content_hash OR NEW.issued_at_ms <> OLD.issued_at_ms
        OR NEW.reprints < OLD.reprints
      BEGIN SELECT RAISE(ABORT, 'a notice is frozen'); END;
    CREATE TRIGGER a_notice_is_never_deleted BEFORE DELETE ON notice
      BEGIN SELECT RAISE(ABORT, 'a notice is never deleted'); END;

    CREATE TABLE notice_copy (
      notice_id     TEXT NOT NULL REFERENCES notice (id),
      reprint       INTEGER NOT NULL CHECK (reprint >= 0),
      pdf           BLOB,
      sha256        TEXT CHECK (length(sha256) = 64),
      pressed_at_ms INTEGER NOT NULL,
      why           TEXT,
      PRIMARY KEY (notice_id, reprint),
      CHECK ((pdf IS NULL) = (sha256 IS NULL)),
      CHECK ((pdf IS NULL) = (why IS NOT NULL))
    ) STRICT;
  `,
};
