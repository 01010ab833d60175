import type { VisitId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { NoticeId, NoticeLine } from '#contract/shapes/notice.ts';
import { all, type Reader } from '#native/sqlite/database.ts';
import { noticeById } from './notices.ts';

const LISTED = `SELECT notice.id, receipt_number AS receiptNumber,
    coalesce(json_extract(case_file.item, '$.nameZh'), guidance.item_name_zh) AS itemNameZh,
    coalesce(json_extract(case_file.item, '$.nameEn'), guidance.item_name_en) AS itemNameEn
  FROM notice LEFT JOIN case_file ON case_file.id = notice.case_id
    LEFT JOIN guidance ON guidance.id = notice.guidance_id
  WHERE (@visitId IS NULL AND issued_at_ms >= @sinceMs AND json_extract(content, '$.issuedOn') = @day)
    OR notice.visit_id = @visitId OR case_file.visit_id = @visitId
    OR notice.bundle_id IN (SELECT id FROM open_bundle WHERE visit_id = @visitId)
    OR notice.guidance_id = (SELECT visit.guidance_id FROM visit WHERE visit.id = @visitId)
  ORDER BY notice.id DESC LIMIT @limit`;

const Lines = NoticeLine.omit({ notice: true }).extend({ id: NoticeId }).array();

/** The papers of a visit, or with null those of a day, newest first. `sinceMs` spares reading what is older. */
export function noticeLines(
  db: Reader,
  of: {
    readonly visitId: VisitId | null;
    readonly day: Day;
    readonly sinceMs: number;
    readonly limit: number;
  },
): NoticeLine[] {
  return Lines.parse(all(db, LISTED, of)).flatMap(({ id, ...line }) => {
    const notice = noticeById(db, id);
    return notice ? [{ ...line, notice: notice.summary }] : [];
  });
}
