import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { OnlineNumber } from '#contract/shapes/guided.ts';
import { OpenBundleId } from '#contract/shapes/bundle.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';
import { inJson } from './parties.ts';

/** Answers that were given before a number was taken. */
const KeptGuidance = z.strictObject({
  id: z.uuid(),
  itemCode: ItemCode.nullable(),
  /** Of the catalogue; null where an item was asked about. */
  bundleId: z.string().nullable().default(null),
  nameZh: z.string(),
  nameEn: z.string(),
  answers: inJson(z.record(z.string(), z.string())),
  onlineNumber: OnlineNumber.nullable(),
  madeAtMs: z.int(),
  madeBy: z.string(),
  caseId: CaseId.nullable(),
  /** The bundle that was opened with it. */
  openBundle: OpenBundleId.nullable(),
});
type KeptGuidance = z.output<typeof KeptGuidance>;

const COLUMNS = `id, item_code AS itemCode, bundle_id AS bundleId, item_name_zh AS nameZh, item_name_en AS nameEn, answers,
  open_bundle AS openBundle,
  online_number AS onlineNumber, made_at_ms AS madeAtMs, made_by AS madeBy, case_id AS caseId`;
const KEEP = `INSERT INTO guidance (id, item_code, bundle_id, item_name_zh, item_name_en, answers, online_number,
    made_at_ms, made_by)
  VALUES (@id, @itemCode, @bundleId, @nameZh, @nameEn, @answers, @onlineNumber, @atMs, @by)`;
const ADOPT = `${KEEP} ON CONFLICT (id) DO NOTHING`;
const BY_ID = `SELECT ${COLUMNS} FROM guidance WHERE id = @id`;
const OF_CASE = `SELECT ${COLUMNS} FROM guidance WHERE case_id = @caseId`;
const USE = 'UPDATE guidance SET case_id = @caseId WHERE id = @id AND case_id IS NULL';
const USE_FOR_BUNDLE = 'UPDATE guidance SET open_bundle = @openBundle WHERE id = @id AND open_bundle IS NULL';
const FORGET =
  'DELETE FROM guidance WHERE case_id IS NULL AND open_bundle IS NULL AND made_at_ms < @beforeMs';
const Carried = KeptGuidance.omit({ caseId: true, openBundle: true })
  .extend({ answers: z.record(z.string(), z.string()) })
  .strip();
const MaybeKept = KeptGuidance.nullable();

/** What was asked about: an item, or a whole bundle. */
export type GuidedAbout = Pick<KeptGuidance, 'itemCode' | 'bundleId' | 'nameZh' | 'nameEn'>;

/** Keeps the answers of one citizen; what nobody used for a day is forgotten. */
export function keepGuidance(
  db: Writer,
  kept: {
    readonly about: GuidedAbout;
    readonly answers: Readonly<Record<string, string>>;
    readonly onlineNumber: string | null;
    readonly atMs: number;
    readonly by: string;
  },
): string {
  const { about, answers, onlineNumber, atMs, by } = kept;
  run(db, FORGET, { beforeMs: atMs - DAY_MS });
  const id = newId();
  run(db, KEEP, {
    id,
    ...about,
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

/** The answers as they travel with a number to whichever window calls it; null when they are not here. */
export function carriedGuidance(db: Reader, id: string): string | null {
  const kept = guidanceById(db, id);
  return kept && JSON.stringify(Carried.parse(kept));
}

/** Answers that came with a number are kept here as if they had been asked for here. Twice changes nothing. */
export function adoptGuidance(db: Writer, text: string): void {
  const { madeAtMs, madeBy, answers, ...told } = Carried.parse(JSON.parse(text));
  run(db, ADOPT, { ...told, answers: JSON.stringify(answers), atMs: madeAtMs, by: madeBy });
}

export function guidanceOfCase(db: Reader, caseId: CaseId): KeptGuidance | null {
  return MaybeKept.parse(one(db, OF_CASE, { caseId }) ?? null);
}

/** A case was opened with it: it is used once. */
export function takeGuidance(db: Writer, id: string, caseId: CaseId): void {
  run(db, USE, { id, caseId });
}

/** A bundle was opened with it: it is used once. */
export function takeGuidanceForBundle(db: Writer, id: string, openBundle: OpenBundleId): void {
  run(db, USE_FOR_BUNDLE, { id, openBundle });
}
