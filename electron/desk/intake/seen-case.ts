import type { CaseId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { changesMade, type Reader } from '#native/sqlite/database.ts';
import type { ReadBench, WriteBench } from '../answering.ts';
import { type CaseRecord, caseById } from '../store/cases.ts';
import { gatherCase, gathered, type Gathered, type WholeCase, weighed } from './case-whole.ts';

/** What was read of a case for a screen. It holds for that day, until any row of the file changes. */
interface Seen {
  readonly changes: unknown;
  readonly today: Day;
  readonly record: CaseRecord;
  readonly gathered: Gathered;
}

const lastSeen = new WeakMap<Reader, Seen>();

/** A case for a screen that looks at it: an act that follows before anything changed need not read it anew. */
export function lookAtCase(bench: ReadBench, id: CaseId): WholeCase | null {
  const { db, today } = bench;
  const record = caseById(db, id);
  if (!record) return null;
  const seen = { changes: changesMade(db), today, record, gathered: gathered(bench, record) };
  lastSeen.set(db, seen);
  return weighed(bench, record, seen.gathered);
}

/**
 * A case for the act that begins. It is weighed at this moment in any case; what the file says of it is read again
 * unless a screen saw the very same. An act keeps nothing here: what it reads after a change may be taken back.
 */
export function caseForAct(bench: WriteBench, id: CaseId): WholeCase | null {
  const seen = lastSeen.get(bench.db);
  if (seen?.record.id === id && seen.today === bench.today && seen.changes === changesMade(bench.db)) {
    return weighed(bench, seen.record, seen.gathered);
  }
  const record = caseById(bench.db, id);
  return record && gatherCase(bench, record);
}
