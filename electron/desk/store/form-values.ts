import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson } from './parties.ts';

/** One source's word on a fact of a visit. Personal data: the encrypted case file only. */
export const FormWord = z.strictObject({
  meaning: Meaning,
  source: FormSource,
  value: z.string().min(1),
  asOf: Day,
  /** What names the source, as a receipt number. */
  origin: z.string().nullable(),
  atMs: z.int(),
  by: z.string(),
});
export type FormWord = z.output<typeof FormWord>;

const FormPick = z.strictObject({
  meaning: Meaning,
  source: FormSource,
  seen: inJson(z.record(z.string(), z.string())),
  reason: z.string(),
  atMs: z.int(),
  by: z.string(),
});
export type FormPick = z.output<typeof FormPick>;

const WORD = 'meaning, source, value, as_of AS asOf, origin, at_ms AS atMs, by';
const OF_VISIT = `SELECT ${WORD} FROM form_value WHERE visit_id = @visitId`;
const OF_SOURCE = `${OF_VISIT} AND meaning = @meaning AND source = @source`;
const KEEP = `INSERT INTO form_value (visit_id, meaning, source, value, as_of, origin, at_ms, by)
  VALUES (@visitId, @meaning, @source, @value, @asOf, @origin, @atMs, @by)
  ON CONFLICT (visit_id, meaning, source) DO UPDATE SET value = excluded.value, as_of = excluded.as_of,
    origin = excluded.origin, at_ms = excluded.at_ms, by = excluded.by`;
const DROP = 'DELETE FROM form_value WHERE visit_id = @visitId AND meaning = @meaning AND source = @source';
const PICKS = `SELECT meaning, source, seen, reason, at_ms AS atMs, by FROM form_pick WHERE visit_id = @visitId`;
const KEEP_PICK = `INSERT INTO form_pick (visit_id, meaning, source, seen, reason, at_ms, by)
  VALUES (@visitId, @meaning, @source, @seen, @reason, @atMs, @by)
  ON CONFLICT (visit_id, meaning) DO UPDATE SET source = excluded.source, seen = excluded.seen,
    reason = excluded.reason, at_ms = excluded.at_ms, by = excluded.by`;

const Words = FormWord.array();
const MaybeWord = FormWord.nullable();
const Picks = FormPick.array();

export function wordsOfVisit(db: Reader, visitId: VisitId): FormWord[] {
  return Words.parse(all(db, OF_VISIT, { visitId }));
}

export function wordOf(
  db: Reader,
  visitId: VisitId,
  { meaning, source }: Pick<FormWord, 'meaning' | 'source'>,
): FormWord | null {
  return MaybeWord.parse(one(db, OF_SOURCE, { visitId, meaning, source }));
}

/** A source says something new; what it said before is gone, except for undoing. */
export function keepWord(db: Writer, visitId: VisitId, word: FormWord): void {
  run(db, KEEP, { visitId, ...word });
}

export function dropWord(
  db: Writer,
  visitId: VisitId,
  { meaning, source }: Pick<FormWord, 'meaning' | 'source'>,
): void {
  run(db, DROP, { visitId, meaning, source });
}

export function picksOfVisit(db: Reader, visitId: VisitId): FormPick[] {
  return Picks.parse(all(db, PICKS, { visitId }));
}

export function keepPick(db: Writer, visitId: VisitId, pick: FormPick): void {
  run(db, KEEP_PICK, { visitId, ...pick, seen: JSON.stringify(pick.seen) });
}
