import { z } from 'zod';
import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import { type ComeBack, ComeBackReason, TripCause, TripLine } from '#contract/shapes/trip.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson } from './parties.ts';

const FORGET = 'DELETE FROM left_open WHERE visit_id = @visitId';
const KEEP = `INSERT INTO left_open (visit_id, case_id, reason, about, wanted, left_at_ms)
  VALUES (@visitId, @caseId, @reason, @about, @wanted, @atMs) ON CONFLICT DO NOTHING`;

/** Keeps what a visit leaves open when its ticket is finished. A visit finished twice is kept as it was last. */
export function keepLeftOpen(
  db: Writer,
  visitId: VisitId,
  cases: readonly { readonly caseId: CaseId; readonly comeBack: readonly ComeBack[] }[],
  atMs: number,
): void {
  run(db, FORGET, { visitId });
  for (const { caseId, comeBack } of cases) {
    for (const { reason, notice, aboutZh, wanted } of comeBack) {
      run(db, KEEP, {
        visitId,
        caseId,
        reason,
        about: notice ?? aboutZh ?? '',
        wanted: wanted ? 1 : 0,
        atMs,
      });
    }
  }
}

/** The item is read from one of its cases: names may change from version to version, the newest counts. */
const REPORT = `
  WITH counted AS (
    SELECT case_file.id, item_code, (SELECT max(no) FROM case_visit WHERE case_id = case_file.id) AS visits,
      EXISTS (SELECT 1 FROM left_open WHERE case_id = case_file.id) AS left_with_reason
    FROM case_file WHERE opened_at_ms >= @sinceMs AND state <> 'draft'),
  of_item AS (
    SELECT item_code, max(id) AS newest, count(*) AS cases, sum(visits > 1) AS again,
      sum(left_with_reason) AS left_cases
    FROM counted GROUP BY item_code HAVING again > 0 OR left_cases > 0)
  SELECT of_item.item_code AS itemCode, json_extract(item, '$.nameZh') AS itemNameZh,
    json_extract(item, '$.nameEn') AS itemNameEn, json_extract(item, '$.maxVisits') AS planned, cases, again,
    (SELECT coalesce(sum(max(0, visits - max(1, json_extract(item, '$.maxVisits')))), 0)
      FROM counted WHERE counted.item_code = of_item.item_code) AS extra,
    (SELECT coalesce(json_group_array(json_object('cause', cause, 'count', times)), '[]') FROM (
      SELECT cause, count(*) AS times FROM case_visit JOIN counted ON counted.id = case_visit.case_id
      WHERE counted.item_code = of_item.item_code AND cause IS NOT NULL
      GROUP BY cause ORDER BY times DESC, cause)) AS causes,
    (SELECT coalesce(json_group_array(json_object('reason', reason, 'count', times)), '[]') FROM (
      SELECT reason, count(DISTINCT case_id) AS times FROM left_open JOIN counted ON counted.id = left_open.case_id
      WHERE counted.item_code = of_item.item_code GROUP BY reason ORDER BY times DESC, reason)) AS leaving
  FROM of_item JOIN case_file ON case_file.id = of_item.newest
  ORDER BY extra DESC, again DESC, left_cases DESC, itemCode`;

const Lines = TripLine.extend({
  causes: inJson(z.array(z.strictObject({ cause: TripCause, count: z.int().positive() }))),
  leaving: inJson(z.array(z.strictObject({ reason: ComeBackReason, count: z.int().positive() }))),
}).array();

/** Items with more than one trip, or whose citizens left with a reason to come back; the worst first. */
export function tripReport(db: Reader, sinceMs: number): TripLine[] {
  return Lines.parse(all(db, REPORT, { sinceMs }));
}
