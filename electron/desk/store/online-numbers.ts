import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { OnlineNumber } from '#contract/shapes/guided.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const LINK = `INSERT INTO case_online (case_id, online_number, linked_at_ms, linked_by)
  VALUES (@caseId, @onlineNumber, @atMs, @by)
  ON CONFLICT (case_id) DO UPDATE SET online_number = @onlineNumber, linked_at_ms = @atMs, linked_by = @by`;
const OF_CASE = 'SELECT online_number AS onlineNumber FROM case_online WHERE case_id = @caseId';
const OWNER = 'SELECT case_id AS caseId FROM case_online WHERE online_number = @onlineNumber';

const MaybeNumber = z.strictObject({ onlineNumber: OnlineNumber }).nullable();
const MaybeOwner = z.strictObject({ caseId: CaseId }).nullable();

/** False when the number stands on another case. */
export function linkOnline(
  db: Writer,
  link: {
    readonly caseId: CaseId;
    readonly onlineNumber: string;
    readonly atMs: number;
    readonly by: string;
  },
): boolean {
  const { onlineNumber } = link;
  const owner = MaybeOwner.parse(one(db, OWNER, { onlineNumber }) ?? null);
  if (owner && owner.caseId !== link.caseId) return false;
  run(db, LINK, { ...link });
  return true;
}

export function unlinkOnline(db: Writer, caseId: CaseId): void {
  run(db, 'DELETE FROM case_online WHERE case_id = @caseId', { caseId });
}

/** The number of the application on the web that this case goes on with; null for a walk-in. */
export function onlineNumberOf(db: Reader, caseId: CaseId): string | null {
  return MaybeNumber.parse(one(db, OF_CASE, { caseId }) ?? null)?.onlineNumber ?? null;
}
