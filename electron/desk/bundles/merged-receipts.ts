import type { WriteBench } from '../answering.ts';
import { NOTHING_MORE } from '../intake/case-events.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import type { OpenBundle } from '../store/open-bundles.ts';
import { owe } from '../store/outbox.ts';

/**
 * 多证合一: with the acceptance of its one case a merged licence owes every folded filing's department a receipt, so
 * that nobody has to go there. Called in the transaction of the acceptance; nothing for any other case.
 *
 * @param accepted the step of the acceptance, which each receipt repeats
 * @param open the bundle the case is a step of
 * @source domain.md 7 (35证合一), F11
 */
export function oweMergedReceipts(
  { db, nowMs }: WriteBench,
  accepted: CaseEvent,
  open: OpenBundle | null,
): void {
  for (const { department, filingNameZh } of open?.bundle.mergedDepartments ?? []) {
    owe(
      db,
      {
        ...accepted,
        kind: 'case.filing-merged',
        correction: [],
        refusal: null,
        message: null,
        progress: { ...NOTHING_MORE, say: filingNameZh, organ: department.nameZh },
      },
      nowMs,
    );
  }
}
