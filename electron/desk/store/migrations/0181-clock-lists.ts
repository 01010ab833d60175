import type { Migration } from '../migrate.ts';

/**
 * What the lists of clocks ask of a case lies in an index of its own, so that none of them reads a case with its item,
 * and so do the papers that are promised.
 */
export const clockLists: Migration = {
  version: 181,
  up: `
    CREATE INDEX case_clock ON case_file (state, notice_due_on, correct_by, promised_due_on, legal_due_on, deliver_by,
        accepted_on, calendar_version, receipt_number, json_extract(item, '$.nameZh'),
        json_extract(item, '$.nameEn'), json_extract(item, '$.legalLimit'), json_extract(item, '$.promiseLimit'), id)
      WHERE state IN ('received', 'received-again', 'awaiting-correction', 'accepted', 'accepted-tolerant',
        'accepted-commitment', 'deemed-accepted', 'suspended', 'in-review', 'decided-granted', 'decided-denied',
        'ready');
    CREATE INDEX promised_paper ON case_material (case_id, due_on, material_id, paper_name) WHERE route = 'later';
    CREATE INDEX case_alarm_unseen ON case_alarm (at_ms, case_id) WHERE seen_at_ms IS NULL;
  `,
};
