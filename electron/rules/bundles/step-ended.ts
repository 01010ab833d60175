import type { EndedStep } from '#contract/shapes/bundle-view.ts';
import type { CaseState } from '#contract/shapes/case.ts';

/** An act that ended a case, as its time line has it. */
interface EndingAct {
  readonly event: string;
  readonly to: string;
  readonly atMs: number;
  readonly notice: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** What the department said, as a clerk wrote it down. */
export interface DeniedStep {
  readonly paper: string;
  readonly say: string;
  readonly atMs: number;
}

/**
 * Why a step of a bundle ended without a result, by which paper, and what the citizen can do about it.
 *
 * @param timeline the acts of its case, first act first
 * @source domain.md 7 (7): tell the citizen plainly; 行政许可法 art. 38(2): reasons and remedies; art. 32(1)(2)
 */
export function endedStep(
  state: CaseState,
  denied: DeniedStep | null,
  timeline: readonly EndingAct[],
): EndedStep {
  if (denied) {
    return { say: denied.say, paper: denied.paper, organ: null, atMs: denied.atMs, next: 'appeal' };
  }
  const act = timeline.findLast(({ event }) => ENDING.has(event)) ?? timeline.at(-1);
  return {
    say: text(act?.detail['say']),
    paper: act?.notice ?? null,
    organ: text(act?.detail['organ']) || null,
    atMs: act?.atMs ?? 0,
    next: NEXT[act?.event ?? ''] ?? (state === 'closed-not-needed' ? 'nothing' : 'apply-again'),
  };
}

/** What ended it, and what the citizen may do then. */
const NEXT: Readonly<Record<string, EndedStep['next']>> = {
  deny: 'appeal',
  refuse: 'appeal',
  'wrong-organ': 'go-there',
  refer: 'wait-there',
  'not-needed': 'nothing',
  lapse: 'apply-again',
  'give-back': 'apply-again',
  withdraw: 'apply-again',
};
const ENDING: ReadonlySet<string> = new Set(Object.keys(NEXT));

function text(said: string | number | undefined): string {
  return said === undefined ? '' : String(said);
}
