import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { type Forward, ForwardWay, RegionCode } from '#contract/shapes/crossing.ts';
import { Day } from '#contract/shapes/day.ts';
import { one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const Regions = z
  .strictObject({
    originRegion: RegionCode,
    decisionRegion: RegionCode,
    organ: z.string(),
    chosen: z.literal([0, 1]).transform((flag) => flag === 1),
  })
  .nullable();
type Regions = NonNullable<z.output<typeof Regions>>;

const KEEP = `INSERT INTO case_region (case_id, origin_region, decision_region, organ, chosen)
  VALUES (@caseId, @originRegion, @decisionRegion, @organ, @chosen)
  ON CONFLICT (case_id) DO UPDATE SET origin_region = @originRegion, decision_region = @decisionRegion,
    organ = @organ, chosen = @chosen`;
const OF_CASE = `SELECT origin_region AS originRegion, decision_region AS decisionRegion, organ, chosen
  FROM case_region WHERE case_id = @caseId`;
const FORWARD = `INSERT INTO case_forward (case_id, made_at_ms) VALUES (@caseId, @atMs) ON CONFLICT DO NOTHING`;
const SEND = `UPDATE case_forward SET sent_way = @way, sent_waybill = @waybill, sent_at_ms = @atMs, sent_on = @on,
  sent_by = @clerk WHERE case_id = @caseId AND sent_way IS NULL RETURNING case_id AS caseId`;
const ARRIVE = `UPDATE case_forward SET arrived_on = @on, arrived_at_ms = @atMs, arrived_by = @clerk,
  answer_due_on = @noticeDueOn WHERE case_id = @caseId AND sent_way IS NOT NULL AND arrived_on IS NULL RETURNING case_id AS caseId`;
const SENT = `SELECT sent_way AS way, sent_waybill AS waybill, sent_on AS "on", sent_at_ms AS atMs
  FROM case_forward WHERE case_id = @caseId AND sent_way IS NOT NULL`;
const Sent = z
  .strictObject({ way: ForwardWay, waybill: z.string().nullable(), on: Day, atMs: z.int() })
  .nullable();

/** Keeps where a case is received and decided: by a clerk's choice, or as it stood at its outcome. */
export function keepRegions(db: Writer, caseId: CaseId, regions: Regions): void {
  run(db, KEEP, { ...regions, caseId, chosen: regions.chosen ? 1 : 0 });
}

/** The clerk took the choice back. */
export function forgetRegions(db: Writer, caseId: CaseId): void {
  run(db, 'DELETE FROM case_region WHERE case_id = @caseId', { caseId });
}

/** Null while nobody chose and nothing was decided. */
export function regionsOf(db: Reader, caseId: CaseId): Regions | null {
  return Regions.parse(one(db, OF_CASE, { caseId }) ?? null);
}

/** 代收代办 begins: received here, to be passed on. */
export function beginForward(db: Writer, caseId: CaseId, atMs: number): void {
  run(db, FORWARD, { caseId, atMs });
}

interface Sending {
  readonly caseId: CaseId;
  readonly way: ForwardWay;
  readonly waybill: string | null;
  readonly atMs: number;
  readonly on: Day;
  readonly clerk: string;
}

/** False when it was sent before. */
export function sendForward(db: Writer, sending: Sending): boolean {
  return oneChanged(db, SEND, { ...sending }) !== null;
}

/** The five days count anew from the day of arrival. False when it had arrived. */
export function arriveForward(
  db: Writer,
  arrival: {
    readonly caseId: CaseId;
    readonly on: Day;
    readonly noticeDueOn: Day;
    readonly atMs: number;
    readonly clerk: string;
  },
): boolean {
  return oneChanged(db, ARRIVE, { ...arrival }) !== null;
}

export function sentOf(db: Reader, caseId: CaseId): Forward['sent'] {
  return Sent.parse(one(db, SENT, { caseId }) ?? null);
}
