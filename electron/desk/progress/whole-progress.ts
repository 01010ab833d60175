import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ActLine } from '#contract/shapes/progress.ts';
import type { ProgressFacts } from '#rules/intake/act-standings.ts';
import { mayExtendBy } from '#rules/intake/clocks.ts';
import type { Asker } from '../answering.ts';
import { gatherCase, type Looking, type WholeCase } from '../intake/case-whole.ts';
import { actsOfCase, dutiesOf } from '../store/case-acts.ts';
import { flagsOfCase, type StandingFlag } from '../store/case-flags.ts';
import { extendedDaysOf, pausesOf, type StoredPause } from '../store/case-pauses.ts';
import type { CaseRecord } from '../store/cases.ts';
import { originalsUnsettled } from '../store/original-moves.ts';

/** A paper that was promised and did not come yet. */
export interface OwedPaper {
  readonly material: CaseMaterial;
  readonly dueOn: Day;
  readonly overdue: boolean;
}

/** A case with all that its further acts depend on, gathered before anything is decided. */
export interface WholeProgress {
  readonly whole: WholeCase;
  readonly timeline: readonly ActLine[];
  readonly pauses: readonly StoredPause[];
  readonly extendedDays: number;
  readonly owed: readonly OwedPaper[];
  readonly flags: readonly StandingFlag[];
  readonly facts: ProgressFacts;
}

export function gatherProgress(
  looking: Looking & { readonly asker: Asker },
  record: CaseRecord,
): WholeProgress {
  const { db, today, asker } = looking;
  const whole = gatherCase(looking, record);
  const timeline = actsOfCase(db, record.id);
  const pauses = pausesOf(db, record.id);
  const extendedDays = extendedDaysOf(db, record.id);
  const owed = owesPapers(record) ? owedPapers(whole.materials, today) : [];
  const flags = flagsOfCase(db, record.id);
  const facts: ProgressFacts = {
    state: record.state,
    missing: whole.papers.missing.length,
    owed: owed.length,
    overdue: owed.filter(({ overdue }) => overdue).length,
    pauseOpen: pauses.some(({ endedOn }) => endedOn === null),
    mayExtendBy: mayExtendBy(record.item, extendedDays > 0),
    extendedBefore: extendedDays > 0,
    duties: dutiesOf(timeline),
    clerk: asker.staff?.number ?? 'nobody',
    roleSplit: record.item.roleSplit,
    timeRanOut: whole.facts.deemedAccepted,
    originalsUnsettled: originalsUnsettled(db, record.id),
    flags: flags.map(({ kind }) => kind),
  };
  return { whole, timeline, pauses, extendedDays, owed, flags, facts };
}

/** Papers may be owed from acceptance until the decision. */
function owesPapers({ state }: CaseRecord): boolean {
  return state === 'accepted-tolerant' || state === 'in-review' || state === 'suspended';
}

function owedPapers(materials: readonly CaseMaterial[], today: Day): OwedPaper[] {
  return materials.flatMap((material) =>
    material.asked && material.route === 'later' && material.dueOn !== null
      ? [{ material, dueOn: material.dueOn, overdue: material.dueOn < today }]
      : [],
  );
}
