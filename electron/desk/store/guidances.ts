import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { OnlineNumber } from '#contract/shapes/guided.ts';
import { ItemCode, type ServiceItem } from '#contract/shapes/item.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson } from './parties.ts';

/** Answers that were given before a number was taken. */
const KeptGuidance = z.strictObject({
  id: z.uuid(),
  itemCode: ItemCode,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  answers: inJson(z.record(z.string(), z.string())),
  onlineNumber: OnlineNumber.nullable(),
  madeAtMs: z.int(),
  madeBy: z.string(),
  caseId: CaseId.nullable(),
});
type KeptGuidance = z.output<typeof KeptGuidance>;

const COLUMNS = `id, item_code AS itemCode, item_name_zh AS itemNameZh, item_name_en AS itemNameEn, answers,
  online_number AS onlineNumber, made_at_ms AS madeAtMs, made_by AS madeBy, case_id AS caseId`;
const KEEP = `INSERT INTO guidance (id, item_code, item_name_zh, item_name_en, answers, online_number, made_at_ms, made_by)
  VALUES (@id, @itemCode, @itemNameZh, @itemNameEn, @answers, @onlineNumber, @atMs, @by)`;
const BY_ID = `SELECT ${COLUMNS} FROM guidance WHERE id = @id`;
const OF_CASE = `SELECT ${COLUMNS} FROM guidance WHERE case_id = @caseId`;
const USE = 'UPDATE guidance SET case_id = @caseId WHERE id = @id AND case_id IS NULL';
const FORGET = 'DELETE FROM guidance WHERE case_id IS NULL AND made_at_ms < @beforeMs';
const MaybeKept = KeptGuidance.nullable();

/** Keeps the answers of one citizen; what nobody used for a day is forgotten. */
export function keepGuidance(
  db: Writer,
  kept: {
    readonly item: ServiceItem;
    readonly answers: Readonly<Record<string, string>>;
    readonly onlineNumber: string | null;
    readonly atMs: number;
    readonly by: string;
  },
): string {
  const { item, answers, onlineNumber, atMs, by } = kept;
  run(db, FORGET, { beforeMs: atMs - DAY_MS });
  const id = uuidv7();
  run(db, KEEP, {
    id,
    itemCode: item.code,
    itemNameZh: item.nameZh,
    itemNameEn: item.nameEn,
    answers: JSON.stringify(answers),
    onlineNumber,
    atMs,
    by,
  });
  return id;
}

const DAY_MS = 86_400_000;

/** Null when it was forgotten, or lies in the file of another window. */
export function guidanceById(db: Reader, id: string): KeptGuidance | null {
  return MaybeKept.parse(one(db, BY_ID, { id }) ?? null);
}

export function guidanceOfCase(db: Reader, caseId: CaseId): KeptGuidance | null {
  return MaybeKept.parse(one(db, OF_CASE, { caseId }) ?? null);
}

/** A case was opened with it: it is used once. */
export function takeGuidance(db: Writer, id: string, caseId: CaseId): void {
  run(db, USE, { id, caseId });
}
