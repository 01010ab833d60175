import type { Migration } from '../migrate.ts';

/**
 * 帮办代办 on paper: the consent a citizen signs on their screen (帮办同意书), with the pseudonym of whoever it was written
 * for, and the list a helper takes along (帮办清单), which is about nobody's case alone.
 */
export const helperPapers: Migration = {
  version: 263,
  remake: {
    table: 'notice',
    pieces: [
      [
        `'application-form', 'guidance-list', 'bundle-receipt'`,
        `'application-form', 'guidance-list', 'help-consent', 'help-list', 'bundle-receipt'`,
      ],
      [
        'guidance_id       TEXT,',
        `guidance_id       TEXT,
      help_list_id      TEXT REFERENCES help_list (id),`,
      ],
      ['+ (guidance_id IS NOT NULL) = 1', '+ (guidance_id IS NOT NULL) + (help_list_id IS NOT NULL) = 1'],
    ],
  },
  up: `
    CREATE UNIQUE INDEX notice_of_help_list ON notice (help_list_id) WHERE help_list_id IS NOT NULL;
    CREATE TRIGGER a_paper_stays_with_its_help_list BEFORE UPDATE ON notice
      WHEN NEW.help_list_id IS NOT OLD.help_list_id
      BEGIN SELECT RAISE(ABORT, 'a notice is frozen'); END;
    ALTER TABLE help ADD COLUMN consent_paper TEXT REFERENCES notice (id);
    ALTER TABLE help ADD COLUMN consent_of TEXT CHECK ((consent_of IS NULL) = (consent_paper IS NULL));
  `,
};
