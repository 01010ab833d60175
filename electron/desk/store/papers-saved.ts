import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { OwedBy, type SavedPaper } from '#contract/shapes/material.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** A paper that was spared; a duty says who owes the data. */
export type SparedPaper = SavedPaper & { readonly owedBy: OwedBy | null };

const KEEP = `INSERT INTO paper_saved (case_id, material_id, by, on_day, owed_by)
  VALUES (@caseId, @materialId, @by, @on, @owedBy) ON CONFLICT (case_id, material_id) DO NOTHING`;
const OWED = `SELECT material_id AS materialId, owed_by AS owedBy FROM paper_saved
  WHERE case_id = @caseId AND by = 'duty'`;

const Owed = z.array(
  z
    .strictObject({ materialId: z.string(), owedBy: z.string() })
    .transform(({ materialId, owedBy }) => [materialId, OwedBy.parse(JSON.parse(owedBy))] as const),
);

/** Keeps for ever which papers a citizen did not have to bring, and on which day that was settled. */
export function keepSparedPapers(db: Writer, caseId: CaseId, papers: readonly SparedPaper[], on: Day): void {
  for (const { materialId, by, owedBy } of papers)
    run(db, KEEP, { caseId, materialId, by, on, owedBy: owedBy && JSON.stringify(owedBy) });
}

/** Who owed the data of which paper when the case was decided. */
export function owedWhenDecided(db: Reader, caseId: CaseId): ReadonlyMap<string, OwedBy> {
  return new Map(Owed.parse(all(db, OWED, { caseId })));
}
