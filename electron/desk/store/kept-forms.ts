import { z } from 'zod';
import { type CaseId, ReceiptNumber, type VisitId } from '#contract/shapes/case.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { FormWord } from './form-values.ts';
import { inJson } from './parties.ts';

/** A fact of a decided case: every word on it, the one that counted first. */
const KeptFact = z.strictObject({
  meaning: Meaning,
  words: z.array(FormWord).min(1),
  picked: z.strictObject({ reason: z.string(), by: z.string(), atMs: z.int() }).nullable(),
});
export type KeptFact = z.output<typeof KeptFact>;

const KEEP = 'INSERT INTO form_kept (case_id, at_ms, facts) VALUES (@caseId, @atMs, @facts)';
const OF_CASE = 'SELECT facts FROM form_kept WHERE case_id = @caseId ORDER BY seq DESC LIMIT 1';
/** The newest form of each of the last cases this person applied for, in other visits. */
const OF_PERSON = `SELECT facts, receipt_number AS receiptNumber FROM form_kept
    JOIN case_file ON case_file.id = form_kept.case_id
    JOIN case_person ON case_person.case_id = case_file.id
  WHERE person_key = @personKey AND role = 'applicant' AND visit_id <> @visitId AND receipt_number IS NOT NULL
    AND seq = (SELECT max(seq) FROM form_kept AS newer WHERE newer.case_id = form_kept.case_id)
  ORDER BY seq DESC LIMIT 20`;

const MaybeKept = z.strictObject({ facts: inJson(z.array(KeptFact)) }).nullable();
const Earlier = z.strictObject({ facts: inJson(z.array(KeptFact)), receiptNumber: ReceiptNumber }).array();

/** Keeps the form of a case as it was when it got an outcome. */
export function keepForm(db: Writer, caseId: CaseId, facts: readonly KeptFact[], atMs: number): void {
  run(db, KEEP, { caseId, atMs, facts: JSON.stringify(facts) });
}

export function keptFormOf(db: Reader, caseId: CaseId): KeptFact[] {
  return MaybeKept.parse(one(db, OF_CASE, { caseId }))?.facts ?? [];
}

/** What a person gave in earlier cases, newest first for each meaning; the origin is the receipt number. */
export function earlierWords(
  db: Reader,
  personKey: string,
  visitId: VisitId,
): ReadonlyMap<Meaning, FormWord> {
  const found = new Map<Meaning, FormWord>();
  for (const { facts, receiptNumber } of Earlier.parse(all(db, OF_PERSON, { personKey, visitId }))) {
    for (const { meaning, words } of facts) {
      const [counted] = words;
      if (counted && !found.has(meaning)) {
        found.set(meaning, { ...counted, source: 'earlier-case', origin: receiptNumber });
      }
    }
  }
  return found;
}
