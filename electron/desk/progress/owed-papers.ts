import type { ProgressStep } from '#contract/calls/progress.ts';
import { isComplete } from '#rules/intake/missing-materials.ts';
import { papersToGiveBack } from '../hand-over/papers-to-give-back.ts';
import { paperHandedOver } from '../intake/provide.ts';
import { usedVoucher } from '../intake/used-voucher.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { answerAlarm } from '../store/case-alarms.ts';
import { provideMaterial } from '../store/materials.ts';
import { actMade } from './act-made.ts';
import { takenDown } from './flag-acts.ts';
import { move, type Step, type StepRefusal } from './step.ts';
import type { OwedPaper } from './whole-progress.ts';

/** 容缺补齐: a promised paper came; all that the item asks of it, as at the counter. @source domain.md 5.4 */
export function fillOwed(at: Step, wish: Extract<ProgressStep, { act: 'fill-owed' }>): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const owed = progress.owed.find(({ material }) => material.id === wish.materialId);
  const listed = record.item.materials.find(({ id }) => id === wish.materialId);
  if (!owed) return 'no-such-material';
  const came = {
    route: 'paper' as const,
    originalsTaken: wish.originalsTaken,
    copiesTaken: wish.copiesTaken,
    checkedAgainstOriginal: wish.checkedAgainstOriginal,
    dueOn: null,
  };
  if (listed && !isComplete(listed, { ...came, hasFile: false })) return 'materials-missing';
  provideMaterial(
    bench.db,
    record.id,
    paperHandedOver(bench, record, { materialId: wish.materialId, paperName: owed.material.nameZh }, came),
    bench.asker.staff?.number ?? 'nobody',
  );
  actMade(bench, record, {
    event: 'fill-owed',
    notice: null,
    said: { say: owed.material.nameZh },
    // The last of the promised papers takes the flag of the tolerance down.
    flags: progress.owed.length === 1 ? takenDown(at, 'tolerance-unfinished', 'filled') : [],
    detail: { materialId: wish.materialId },
  });
  return null;
}

/**
 * A promised paper did not come: the supervisor reminds, gives the case back with its papers (`return`, 退件) or lets
 * it lapse (`end`). Neither is a decision: a tolerant case is decided only when filled.
 *
 * @source domain.md 5.4: at expiry the supervisor decides; 5.5 closing results 1 and 5; 13.2 decide
 */
export function answerOverdue(
  at: Step,
  wish: Extract<ProgressStep, { act: 'answer-overdue' }>,
): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const owed = progress.owed.find(({ material }) => material.id === wish.materialId);
  if (!owed) return 'no-such-material';
  if (!owed.overdue) return 'nothing-overdue';
  const supervisor = usedVoucher(bench, wish.voucher);
  if (supervisor === null) return 'voucher-not-good';
  answerAlarm(bench.db, {
    caseId: record.id,
    about: wish.materialId,
    answer: wish.answer,
    by: supervisor,
    atMs: bench.nowMs,
  });
  const said = { say: wish.reason, supervisor };
  if (wish.answer === 'remind') {
    actMade(bench, record, { event: 'answer-overdue', notice: null, said, detail: { answer: wish.answer } });
    return null;
  }
  return closeUnkept(at, owed, wish.answer, said);
}

function closeUnkept(
  at: Step,
  { material, dueOn }: OwedPaper,
  answer: 'return' | 'end',
  said: { readonly say: string; readonly supervisor: string },
): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const event = answer === 'return' ? 'give-back' : 'lapse';
  const barred = move(at, event);
  if (barred) return barred;
  const promise = progress.timeline.findLast((line) => line.event === 'accept-tolerant');
  const papersReturned = answer === 'return' ? papersToGiveBack(bench.db, record.id) : null;
  const facts = {
    correctionNumber: promise?.notice ?? '—',
    toldOn: record.acceptedOn ?? bench.today,
    correctBy: dueOn,
    lapsedOn: bench.today,
    promise: { paperZh: material.nameZh, papersReturned },
  };
  const { documentNumber } = issueNotice(bench, { kind: 'lapse', caseId: record.id, facts }, progress.whole);
  actMade(bench, record, { event, notice: documentNumber, said, detail: { answer } });
  return null;
}
