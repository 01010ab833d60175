import type { CaseView } from '#contract/shapes/case.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { visitsOfCase } from '../store/case-visits.ts';
import type { CaseRecord } from '../store/cases.ts';
import { deliveryOf } from '../store/deliveries.ts';
import { guidanceOfCase } from '../store/guidances.ts';
import { noticesOfCase } from '../store/notices.ts';

/** What lies beside a case and decides nothing about it: its papers, its visits, how it was begun, how it is sent. */
export interface BesideCase {
  readonly notices: CaseView['notices'];
  readonly visits: ReturnType<typeof visitsOfCase>;
  readonly delivery: ReturnType<typeof deliveryOf>;
  readonly guided: CaseView['guided'];
}

export function besideCase(db: Reader, { id }: Pick<CaseRecord, 'id'>): BesideCase {
  const guidance = guidanceOfCase(db, id);
  return {
    notices: noticesOfCase(db, id),
    visits: visitsOfCase(db, id),
    delivery: deliveryOf(db, id),
    guided: guidance && {
      situations: Object.keys(guidance.answers),
      madeAtMs: guidance.madeAtMs,
      madeBy: guidance.madeBy,
    },
  };
}
