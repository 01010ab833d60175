import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import type { Helper } from '#contract/shapes/help.ts';
import { ClerkNumber } from '#contract/shapes/person.ts';
import { all, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const WAITING = `SELECT badge, name, point, case_file.id AS caseId
  FROM help JOIN case_file ON case_file.visit_id = help.visit_id
  WHERE receipt_number IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM help_list_case WHERE case_id = case_file.id)
  ORDER BY badge, case_file.id`;
const LISTS = `SELECT id, badge, name, point, made_at_ms AS madeAtMs, made_by AS madeBy,
    taken_at_ms AS takenAtMs, taken_clerk AS takenClerk
  FROM help_list WHERE taken_at_ms IS NULL OR made_at_ms >= @sinceMs
  ORDER BY taken_at_ms IS NOT NULL, made_at_ms DESC LIMIT 100`;
const CASES = 'SELECT case_id AS caseId FROM help_list_case WHERE list_id = @id ORDER BY case_id';
const ADD = `INSERT INTO help_list (id, badge, name, point, made_at_ms, made_by)
  VALUES (@id, @badge, @name, @point, @atMs, @clerk)`;
const PUT_IN = 'INSERT INTO help_list_case (case_id, list_id) VALUES (@caseId, @id)';
const SIGN = `UPDATE help_list SET taken_at_ms = @atMs, taken_clerk = @clerk
  WHERE id = @id AND taken_at_ms IS NULL RETURNING id`;

const Named = { badge: z.string(), name: z.string(), point: z.string() };
const WaitingRows = z.strictObject({ ...Named, caseId: CaseId }).array();
const ListRows = z
  .strictObject({
    id: z.uuid(),
    ...Named,
    madeAtMs: z.int(),
    madeBy: ClerkNumber,
    takenAtMs: z.int().nullable(),
    takenClerk: ClerkNumber.nullable(),
  })
  .array();
const Ids = z.strictObject({ caseId: CaseId }).array();

/** Received cases of a helper that are in no list, helper by helper; one person with one badge is one helper. */
export function casesToList(db: Reader): z.output<typeof WaitingRows> {
  return WaitingRows.parse(all(db, WAITING));
}

/** Lists nobody signed for, then the others made since a moment, newest first. */
export function recentHelpLists(db: Reader, sinceMs: number): z.output<typeof ListRows> {
  return ListRows.parse(all(db, LISTS, { sinceMs }));
}

export function casesOfHelpList(db: Reader, id: string): CaseId[] {
  return Ids.parse(all(db, CASES, { id })).map(({ caseId }) => caseId);
}

/** A case is in one list and stays in it. */
export function addHelpList(
  db: Writer,
  list: { readonly id: string; readonly atMs: number; readonly clerk: string } & Helper,
  cases: readonly CaseId[],
): void {
  run(db, ADD, { ...list });
  for (const caseId of cases) run(db, PUT_IN, { caseId, id: list.id });
}

/** False when it was signed for before. */
export function signHelpList(
  db: Writer,
  signed: { readonly id: string; readonly atMs: number; readonly clerk: string },
): boolean {
  return oneChanged(db, SIGN, { ...signed }) !== null;
}
