import type { z } from 'zod';
import type { intakeCalls } from '#contract/calls/intake.ts';
import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { WriteBench } from '../answering.ts';
import type { CaseRecord } from '../store/cases.ts';
import { storedFileOf } from '../store/files.ts';
import { materialsOf, type ProvidedMaterial, provideMaterial, takeMaterialBack } from '../store/materials.ts';
import { takePagesOut } from './page-order.ts';
import { gatherCase, mayPromise, type WholeCase } from './case-whole.ts';

type Provided = z.output<(typeof intakeCalls)['intake.provide']['input']>;
type Barred =
  | 'no-such-material'
  | 'not-tolerable'
  | 'not-replaceable'
  | 'copy-in-use'
  | 'no-such-file'
  | 'due-day-not-allowed';

/**
 * Records how one paper came, or takes it back; null when it is done, else why not.
 *
 * Only a paper the item lets come later may be promised, for a day the tolerance rule allows if the case were
 * accepted today. Only a paper the item lets a commitment replace may be committed to. A scan and a file name a file
 * of this case. Comparing with the original is an act: its moment, clerk and window are kept until it is taken back.
 */
export function provide(bench: WriteBench, record: CaseRecord, wish: Provided): Barred | null {
  const { db } = bench;
  const whole = gatherCase(bench, record);
  const paper = whole.materials.find(({ id }) => id === wish.materialId);
  if (!paper) return 'no-such-material';
  const { route } = wish;
  if (route === null) {
    takeMaterialBack(db, record.id, paper.id, { atMs: bench.nowMs, clerk: clerkOf(bench) });
    // A reused copy never stays behind as a page without its mark.
    if (paper.route === 'reuse') takePagesOut(db, record.id, paper.id);
    return null;
  }
  if (!paper.asked) return 'no-such-material';
  if (paper.route === 'reuse') return 'copy-in-use';
  const barred = whyNot(bench, whole, paper, { ...wish, route });
  if (barred) return barred;

  const isHere = route !== 'later' && route !== 'commitment';
  provideMaterial(
    db,
    record.id,
    {
      ...PLAIN,
      materialId: paper.id,
      paperName: paper.nameZh,
      route,
      originalsTaken: isHere ? wish.originalsTaken : 0,
      copiesTaken: isHere ? wish.copiesTaken : 0,
      ...(isHere && wish.checkedAgainstOriginal ? comparedNow(bench, record, paper.id) : NOT_COMPARED),
      fileHash: isHere ? wish.fileHash : null,
      dueOn: route === 'later' ? wish.dueOn : null,
      providedAtMs: bench.nowMs,
    },
    clerkOf(bench),
  );
  return null;
}

/** A paper that came over the counter after it was promised, with all that is kept of one. */
export function paperHandedOver(
  bench: WriteBench,
  record: CaseRecord,
  paper: Pick<ProvidedMaterial, 'materialId' | 'paperName'>,
  came: Pick<ProvidedMaterial, 'originalsTaken' | 'copiesTaken' | 'checkedAgainstOriginal'>,
): ProvidedMaterial {
  const { originalsTaken, copiesTaken, checkedAgainstOriginal } = came;
  return {
    ...PLAIN,
    ...paper,
    route: 'paper',
    originalsTaken,
    copiesTaken,
    ...(checkedAgainstOriginal ? comparedNow(bench, record, paper.materialId) : NOT_COMPARED),
    fileHash: null,
    dueOn: null,
    providedAtMs: bench.nowMs,
  };
}

/** What no ordinary route has. */
const PLAIN = { queryId: null, reusedReceipt: null, watermark: null } as const;

const NOT_COMPARED = {
  checkedAgainstOriginal: false,
  checkedAtMs: null,
  checkedBy: null,
  checkedWindow: null,
} as const;

function clerkOf({ asker }: Pick<WriteBench, 'asker'>): string {
  return asker.staff?.number ?? 'nobody';
}

type Compared = Pick<
  ProvidedMaterial,
  'checkedAgainstOriginal' | 'checkedAtMs' | 'checkedBy' | 'checkedWindow'
>;

/** Compared now, unless it was before: counting another sheet does not compare it again. */
function comparedNow(bench: WriteBench, { id }: CaseRecord, materialId: string): Compared {
  const before = materialsOf(bench.db, id).get(materialId);
  if (before && before.checkedAtMs !== null) {
    const { checkedAtMs, checkedBy, checkedWindow } = before;
    return { checkedAgainstOriginal: true, checkedAtMs, checkedBy, checkedWindow };
  }
  return {
    checkedAgainstOriginal: true,
    checkedAtMs: bench.nowMs,
    checkedBy: clerkOf(bench),
    checkedWindow: bench.parts.site.window,
  };
}

function whyNot(
  bench: WriteBench,
  whole: WholeCase,
  paper: CaseMaterial,
  wish: Provided & { readonly route: NonNullable<Provided['route']> },
): Barred | null {
  const { route, dueOn, fileHash } = wish;
  if (route === 'later') {
    if (!paper.tolerable) return 'not-tolerable';
    const promised = whole.dues?.promisedDueOn ?? null;
    return dueOn === null || !mayPromise(bench, dueOn, promised) ? 'due-day-not-allowed' : null;
  }
  if (route === 'commitment') return paper.commitmentReplaceable ? null : 'not-replaceable';
  if (fileHash === null) return route === 'scan' || route === 'file' ? 'no-such-file' : null;
  return storedFileOf(bench.db, whole.record.id, fileHash) ? null : 'no-such-file';
}
