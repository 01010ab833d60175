import type { z } from 'zod';
import type { intakeCalls } from '#contract/calls/intake.ts';
import type { WriteBench } from '../answering.ts';
import type { CaseRecord } from '../store/cases.ts';
import { storedFileOf } from '../store/files.ts';
import { provideMaterial, takeMaterialBack } from '../store/materials.ts';
import { gatherCase, mayPromise } from './case-whole.ts';

type Provided = z.output<(typeof intakeCalls)['intake.provide']['input']>;

/**
 * Records how one paper came, or takes it back; null when it is done, else why not.
 *
 * Only a paper the item lets come later may be promised, for a day the tolerance rule allows if the case were
 * accepted today. A scan names a file of this case.
 */
export function provide(
  bench: WriteBench,
  record: CaseRecord,
  wish: Provided,
): 'no-such-material' | 'not-tolerable' | 'no-such-file' | 'due-day-not-allowed' | null {
  const { db } = bench;
  const whole = gatherCase(bench, record);
  const paper = whole.materials.find(({ id }) => id === wish.materialId);
  if (!paper) return 'no-such-material';
  if (wish.route === null) {
    takeMaterialBack(db, record.id, paper.id);
    return null;
  }
  if (!paper.asked) return 'no-such-material';
  if (wish.route === 'later' && !paper.tolerable) return 'not-tolerable';
  if (wish.route === 'later') {
    const promised = whole.dues?.promisedDueOn ?? null;
    if (wish.dueOn === null || !mayPromise(bench, wish.dueOn, promised)) return 'due-day-not-allowed';
  }
  if (wish.route === 'scan' && wish.fileHash === null) return 'no-such-file';
  if (wish.fileHash !== null && !storedFileOf(db, record.id, wish.fileHash)) return 'no-such-file';

  const isLater = wish.route === 'later';
  provideMaterial(
    db,
    record.id,
    {
      materialId: paper.id,
      route: wish.route,
      originalsTaken: isLater ? 0 : wish.originalsTaken,
      copiesTaken: isLater ? 0 : wish.copiesTaken,
      checkedAgainstOriginal: !isLater && wish.checkedAgainstOriginal,
      fileHash: isLater ? null : wish.fileHash,
      dueOn: isLater ? wish.dueOn : null,
      providedAtMs: bench.nowMs,
    },
    bench.asker.staff?.number ?? 'nobody',
  );
  return null;
}
