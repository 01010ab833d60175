import type { ProgressStep } from '#contract/calls/progress.ts';
import { workingDaysAfter } from '#rules/calendar/working-days.ts';
import { DELIVERY_WORKING_DAYS } from '#rules/intake/clocks.ts';
import { isComplete } from '#rules/intake/missing-materials.ts';
import { paperHandedOver } from '../intake/provide.ts';
import { usedVoucher } from '../intake/used-voucher.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { answerAlarm } from '../store/case-alarms.ts';
import { provideMaterial } from '../store/materials.ts';
import { actMade } from './act-made.ts';
import { move, type Step, type StepRefusal, within } from './step.ts';

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
    detail: { materialId: wish.materialId },
  });
  return null;
}

/**
 * A promised paper did not come: the supervisor reminds, or the case is not granted. `return`: the papers go back
 * and the applicant may come again; `end`: it ends.
 *
 * @source domain.md 5.4: at expiry the supervisor decides
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
  const on = bench.today;
  const deliverBy = within(() => workingDaysAfter(on, DELIVERY_WORKING_DAYS, bench.parts.calendar));
  if (deliverBy === null) return 'no-calendar';
  const barred = move(at, 'deny', { decision: { on, deliverBy } });
  if (barred) return barred;
  const promise = progress.timeline.findLast(({ event }) => event === 'accept-tolerant');
  const { documentNumber } = issueNotice(
    bench,
    {
      kind: 'lapse',
      caseId: record.id,
      facts: {
        correctionNumber: promise?.notice ?? '—',
        toldOn: record.acceptedOn ?? on,
        correctBy: owed.dueOn,
        lapsedOn: on,
      },
    },
    progress.whole,
  );
  actMade(bench, record, { event: 'deny', notice: documentNumber, said, detail: { answer: wish.answer } });
  return null;
}
