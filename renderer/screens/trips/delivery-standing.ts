import type { CaseView } from '#contract/shapes/case.ts';
import { isFinished } from '#rules/intake/come-back.ts';
import type { Standing } from '../../keys/key-board.ts';

/** Whether it may still be said how the result goes. */
export function deliveryStanding(file: CaseView): Standing {
  return isFinished(file.state) ? 'not-in-this-state' : 'open';
}
