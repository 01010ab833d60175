import type { ItemCode } from '#contract/shapes/item.ts';
import type { WriteBench } from '../answering.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { keepDenied, type OpenBundle } from '../store/open-bundles.ts';
import { bundleReceiptFacts } from './receipt-facts.ts';
import { settleBlocks } from './settle-blocks.ts';
import { gatherBundle, type WholeStep } from './whole-bundle.ts';

/** What the department said: why not, and the paper that says it. */
export interface Denial {
  readonly itemCode: ItemCode;
  readonly paper: string;
  readonly say: string;
}

/**
 * Writes down that a department which decides elsewhere said no: the step ends without a result, whoever waits for it is
 * stuck, what was taken in beside it goes on. The citizen gets a new slip that says so.
 *
 * @returns why not, or null when it is done
 * @source domain.md 7 (5) (7)
 */
export function denyStep(
  bench: WriteBench,
  open: OpenBundle,
  { itemCode, paper, say }: Denial,
): 'no-such-step' | 'not-given-now' | null {
  const { db, nowMs, asker } = bench;
  const found = gatherBundle(bench, open).steps.find(({ step }) => step.itemCode === itemCode);
  if (!found?.record) return 'no-such-step';
  if (!mayDeny(found)) return 'not-given-now';
  const by = asker.staff?.number ?? 'nobody';
  keepDenied(db, open.id, itemCode, { paper, say, atMs: nowMs, by });
  settleBlocks(bench, open);
  issueNotice(bench, { kind: 'bundle-receipt', bundleId: open.id, facts: bundleReceiptFacts(bench, open) });
  return null;
}

/**
 * A case that only its own department decides was received here and passed on: the answer comes from there. What this
 * hall accepts is denied on its own sheet, by whoever decides it.
 */
export function mayDeny({ record, result }: WholeStep): boolean {
  return (
    record?.item.counterOutcomeAuthority === 'department_seat_only' &&
    record.state === 'received' &&
    result === 'open'
  );
}
