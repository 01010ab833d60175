import type { CaseId } from '#contract/shapes/case.ts';
import type { Desk, OutsideBench } from '../answering.ts';
import type { Log } from '../log.ts';
import { startRounds } from '../rounds.ts';
import { caseById } from '../store/cases.ts';
import { queriesToAskAgain } from '../store/material-queries.ts';
import { provinceLine } from '../store/province-line.ts';
import { askAgain } from './query-paper.ts';

const EVERY_MS = 10_000;
/** A line that was cut is given this long before the desk asks by itself. */
const FIRST_AFTER_MS = 20_000;
/** Cases asked about in one round, one after another: a line that is back carries the debts too. */
const CASES_AT_ONCE = 5;
/** Nobody at a window. What is asked is the question of the clerk who asked it first. */
const DESK = { seat: 'desk', staff: null, locked: false } as const;

/**
 * Asks sources again that were away when a clerk asked them (待复查), when the line is up: once soon after, and once
 * each time the line comes back. On the basis and for the purpose of the first question, while the case is still to be
 * decided, and never after the citizen said no. Nothing waits for it; what was answered is told.
 *
 * @returns stops it, and waits for the question that is under way
 * @source domain.md 4.4 “recheck when back”
 */
export function startAskingAgain(
  desk: Desk,
  log: Log,
  every: (ms: number, act: () => void) => () => void,
): () => Promise<void> {
  const round = (isStopped: () => boolean) => askWhatWasAway(desk, isStopped);
  return startRounds({ everyMs: EVERY_MS, round, failed: 'sources-not-asked' }, log, every);
}

/** One round. */
export async function askWhatWasAway(desk: Desk, isStopped: () => boolean = () => false): Promise<void> {
  if (desk.parts.sync.line() !== 'ok') return;
  const lineSinceMs = provinceLine(desk.db).sinceMs ?? 0;
  const due = queriesToAskAgain(desk.db, { lineSinceMs, oldMs: desk.nowMs() - FIRST_AFTER_MS });
  const byCase = [...Map.groupBy(due, ({ caseId }) => caseId)].slice(0, CASES_AT_ONCE);
  for (const [caseId, papers] of byCase) {
    if (isStopped() || desk.parts.sync.line() !== 'ok') return;
    await askAbout(desk, caseId, new Set(papers.map(({ materialId }) => materialId)));
  }
}

async function askAbout(desk: Desk, caseId: CaseId, papers: ReadonlySet<string>): Promise<void> {
  const { db, parts } = desk;
  const record = caseById(db, caseId);
  if (!record) return;
  const nowMs = desk.nowMs();
  const bench: OutsideBench = {
    db,
    parts,
    nowMs,
    asker: DESK,
    today: desk.todayAt(nowMs),
    about: () => undefined,
    record: (change) => db.transaction(() => change(db))(),
  };
  const close = desk.journal('sources.ask-again', DESK, nowMs);
  const keep = (outcome: string): void =>
    db.transaction(() => {
      close(outcome);
      const note = { call: 'sources.ask-again', by: 'desk', seat: 'desk', subject: caseId };
      desk.audit(db, { ...note, purpose: `${papers.size} papers`, outcome, atMs: nowMs });
    })();
  try {
    const answers = (await askAgain(bench, record, papers)) ?? [];
    keep('ok');
    const proved = answers.filter((answer) => answer === 'found').length;
    if (answers.some((answer) => answer !== 'away'))
      parts.announce('sources.answered', { caseId, asked: answers.length, proved });
  } catch (thrown) {
    keep('fault');
    throw thrown;
  }
}
