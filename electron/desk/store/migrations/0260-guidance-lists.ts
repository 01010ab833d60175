import type { Migration } from '../migrate.ts';

/**
 * 办事一次性告知单: what to bring, printed before there is a ticket, a visit or a case. It names nobody, so it stays when
 * the answers it was made from are forgotten: `guidance_id` is no reference.
 */
export const guidanceLists: Migration = {
  version: 260,
  remake: {
    table: 'notice',
    pieces: [
      [`'application-form', 'bundle-receipt'`, `'application-form', 'guidance-list', 'bundle-receipt'`],
      [
        'hand_over_id      TEXT,',
        `hand_over_id      TEXT,
      guidance_id       TEXT,`,
      ],
      ['+ (hand_over_id IS NOT NULL) = 1', '+ (hand_over_id IS NOT NULL) + (guidance_id IS NOT NULL) = 1'],
    ],
  },
  up: `
    CREATE INDEX notice_of_guidance ON notice (guidance_id) WHERE guidance_id IS NOT NULL;
    CREATE TRIGGER a_guidance_list_stays_with_its_answers BEFORE UPDATE ON notice
      WHEN NEW.guidance_id IS NOT OLD.guidance_id
      BEGIN SELECT RAISE(ABORT, 'a notice is frozen'); END;
  `,
};
