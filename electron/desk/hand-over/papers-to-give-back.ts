import type { CaseId } from '#contract/shapes/case.ts';
import type { Reader } from '#native/sqlite/database.ts';
import type { WriteBench } from '../answering.ts';
import { giveBack, originalsHereOf } from '../store/original-moves.ts';

/** Names of the papers of a case that can be given back: what a department has taken over is not here. */
export function papersToGiveBack(db: Reader, caseId: CaseId): string[] {
  return originalsHereOf(db, caseId).map(({ paperName }) => paperName);
}

/** Gives back every original of a case that lies here: its citizen stands at the counter. */
export function giveCaseBack({ db, nowMs: atMs, asker }: WriteBench, caseId: CaseId): void {
  const clerk = asker.staff?.number ?? 'nobody';
  for (const { copies: _copies, sinceMs: _since, ...paper } of originalsHereOf(db, caseId))
    giveBack(db, { ...paper, atMs, clerk });
}
