import type { CaseId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { changesMade, type Reader } from '#native/sqlite/database.ts';
import type { ReadBench, WriteBench } from '../answering.ts';
import { type CaseRecord, caseById } from '../store/cases.ts';
import { type BesideCase, besideCase } from './beside-case.ts';
import { gatherCase, gathered, type Gathered, type WholeCase, weighed } from './case-whole.ts';

/** What was read of a case for a screen. It holds for that day, until any row of the file changes. */
interface Seen {
  readonly changes: unknown;
  readonly today: Day;
  readonly record: CaseRecord;
  readonly gathered: Gathered;
  readonly beside: BesideCase;
}

/** A case that is looked at or acted on, with what lies beside it. */
interface CaseAndBeside {
  readonly whole: WholeCase;
  readonly beside: BesideCase;
}

const lastSeen = new WeakMap<Reader, Seen>();

/** A case for a screen that looks at it: an act that follows before anything changed need not read it anew. */
export function lookAtCase(bench: ReadBench, id: CaseId): CaseAndBeside | null {
  const { db, today } = bench;
  const record = caseById(db, id);
  if (!record) return null;
  const known = gathered(bench, record);
  const beside = besideCase(bench, record, known.people);
  lastSeen.set(db, { changes: changesMade(db), today, record, gathered: known, beside });
  return { whole: weighed(bench, record, known), beside };
}

/**
 * A case for the act that begins. It is weighed at this moment in any case; what the file says of it is read again
 * unless a screen saw the very same. An act keeps nothing here: what it reads after a change may be taken back.
 */
export function caseForAct(bench: WriteBench, id: CaseId): CaseAndBeside | null {
  const seen = lastSeen.get(bench.db);
  if (seen?.record.id === id && seen.today === bench.today && seen.changes === changesMade(bench.db)) {
    return { whole: weighed(bench, seen.record, seen.gathered), beside: seen.beside };
  }
  const record = caseById(bench.db, id);
  if (!record) return null;
  const whole = gatherCase(bench, record);
  return { whole, beside: besideCase(bench, record, whole) };
}
