import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { ServiceItem } from '#contract/shapes/item.ts';
import { OwedBy, SavedBy, type SavedPaper } from '#contract/shapes/material.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** A paper that was spared; a duty says who owes the data. */
export type SparedPaper = SavedPaper & { readonly owedBy: OwedBy | null };

const KEEP = `INSERT INTO paper_saved (case_id, material_id, by, on_day, owed_by)
  VALUES (@caseId, @materialId, @by, @on, @owedBy) ON CONFLICT (case_id, material_id) DO NOTHING`;
const OWED = `SELECT material_id AS materialId, owed_by AS owedBy FROM paper_saved
  WHERE case_id = @caseId AND by = 'duty'`;

/** The newest version of an item that was used names it and its papers. */
const IN_MONTH = `SELECT item_code AS itemCode, material_id AS materialId, by, count(*) AS count,
    item, max(item_version) AS version
  FROM paper_saved JOIN case_file ON case_file.id = paper_saved.case_id
  WHERE on_day >= @from AND on_day < @until
  GROUP BY item_code, material_id, by ORDER BY item_code, count(*) DESC, material_id`;
/** What a citizen had to bring or to come for in the cases in which a paper was spared. */
const CASES_IN_MONTH = `SELECT item_code AS itemCode, count(*) AS cases,
    sum((SELECT count(*) FROM case_material WHERE case_id = case_file.id
      AND route IN ('paper', 'scan', 'file', 'later'))) AS brought,
    sum((SELECT count(*) FROM case_visit WHERE case_id = case_file.id)) AS visits
  FROM case_file WHERE id IN (SELECT case_id FROM paper_saved WHERE on_day >= @from AND on_day < @until)
  GROUP BY item_code`;

const Counted = z.array(
  z.strictObject({
    itemCode: z.string(),
    materialId: z.string(),
    by: SavedBy,
    count: z.int(),
    item: z.string().transform((text) => ServiceItem.parse(JSON.parse(text))),
    version: z.int(),
  }),
);
const CountedCases = z.array(
  z.strictObject({ itemCode: z.string(), cases: z.int(), brought: z.int(), visits: z.int() }),
);
/** The cases of an item in which a paper was spared, together. */
export type CountedCase = z.output<typeof CountedCases>[number];
/** How often a paper of an item was spared, and by what. */
export type CountedPaper = z.output<typeof Counted>[number];

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

/** Papers spared from a day until before another, counted; and what was left to do in those cases of each item. */
export function savedBetween(
  db: Reader,
  from: string,
  until: string,
): { readonly papers: readonly CountedPaper[]; readonly cases: ReadonlyMap<string, CountedCase> } {
  const cases = CountedCases.parse(all(db, CASES_IN_MONTH, { from, until }));
  return {
    papers: Counted.parse(all(db, IN_MONTH, { from, until })),
    cases: new Map(cases.map((one) => [one.itemCode, one])),
  };
}
