import type { Bundle, OpenBundleId } from '#contract/shapes/bundle.ts';
import type { LeaveOutReason } from '#contract/shapes/bundle-view.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { mayLeaveOut } from '#rules/bundles/leave-out.ts';
import { no, type WriteBench, yes } from '../answering.ts';
import { fillBundleFromGuidance } from '../guidance/fill-bundle.ts';
import { addCase, discardDraft } from '../store/cases.ts';
import {
  addOpenBundle,
  bundlesOfVisit,
  forgetBundle,
  keepLeftOut,
  keepStepCase,
  type OpenBundle,
  openBundleById,
} from '../store/open-bundles.ts';
import { visitById } from '../store/visits.ts';
import { shareOpening } from './share-opening.ts';
import { settleBlocks } from './settle-blocks.ts';
import { gatherBundle, type WholeBundle, type WholeStep } from './whole-bundle.ts';

/** A step that is not applied for, and what was said about it. */
export interface LeftOutWish {
  readonly itemCode: ItemCode;
  readonly say: string;
}

/**
 * Opens a bundle in a visit: one case for each step, with the version of its item as it is today; the steps that wait
 * are blocked.
 *
 * @source domain.md 7
 */
export function openBundle(
  bench: WriteBench,
  visitId: VisitId,
  bundle: Bundle,
  { without, again }: { readonly without: readonly LeftOutWish[]; readonly again: boolean },
) {
  const { db, parts, nowMs } = bench;
  const visit = visitById(db, visitId);
  if (!visit) return no('no-such-visit');
  if (visit.closedAtMs !== null) return no('visit-finished');
  const before = bundlesOfVisit(db, visitId).filter((open) => open.bundle.id === bundle.id);
  // A key that is pressed twice opens it once; for another one it is asked for in so many words.
  if (before.length > 0 && !again) return no('bundle-open-already');
  if (before.length > 0 && bundle.subject === null) return no('bundle-once-a-visit');
  if (without.some(({ itemCode }) => bundle.steps.every((step) => step.itemCode !== itemCode))) {
    return no('no-such-step');
  }
  const by = clerkOf(bench);
  const place = 1 + Math.max(0, ...before.map((open) => open.place));
  const id = addOpenBundle(db, { visitId, bundle, place, atMs: nowMs, by });
  for (const step of bundle.steps) {
    const left = without.find(({ itemCode }) => itemCode === step.itemCode);
    const item = parts.items.byCode(step.itemCode);
    if (left) {
      const reason = mayLeaveOut(step, { begun: false, stuck: false, othersBegun: false });
      if (reason === null) return no('step-is-needed');
      keepLeftOut(db, id, step.itemCode, { reason, say: left.say, atMs: nowMs, by });
    } else if (item) keepStepCase(db, id, step.itemCode, addCase(db, visitId, item, nowMs));
    else return no('no-such-item');
  }
  const open = openBundleById(db, id);
  if (!open) throw new Error('a bundle that was opened is gone');
  settleBlocks(bench, open);
  fillBundleFromGuidance(db, visit, bundle, id);
  // What was said and handed over for the first one counts for this one, where it is not the subject's own.
  for (const other of before) shareOpening(bench, other, open);
  return yes(open);
}

/** Leaves a step out; its draft is thrown away. */
export function leaveOut(bench: WriteBench, open: OpenBundle, { itemCode, say }: LeftOutWish) {
  const { db, nowMs } = bench;
  const whole = gatherBundle(bench, open);
  const found = whole.steps.find(({ step }) => step.itemCode === itemCode);
  if (!found?.record) return 'no-such-step' as const;
  const reason = whyLeftOut(whole, found);
  if (reason === null) return found.begun ? ('already-decided' as const) : ('step-is-needed' as const);
  keepLeftOut(db, open.id, itemCode, { reason, say, atMs: nowMs, by: clerkOf(bench) });
  discardDraft(db, found.record.id);
  settleBlocks(bench, open);
  return null;
}

/** Why this step may be left out now, or null. */
export function whyLeftOut({ steps }: WholeBundle, found: WholeStep): LeaveOutReason | null {
  const othersBegun = steps.some(({ begun }) => begun);
  return mayLeaveOut(found.step, { begun: found.begun, stuck: found.stuck, othersBegun });
}

/** Takes a step in again that was left out: a new case, with the item as it is today. */
export function takeIn(bench: WriteBench, open: OpenBundle, itemCode: ItemCode) {
  const { db, parts, nowMs } = bench;
  const found = gatherBundle(bench, open).steps.find(({ step }) => step.itemCode === itemCode);
  if (!found || found.record) return 'no-such-step' as const;
  if (visitById(db, open.visitId)?.closedAtMs !== null) return 'visit-finished' as const;
  const item = parts.items.byCode(itemCode);
  if (!item) return 'no-such-item' as const;
  keepStepCase(db, open.id, itemCode, addCase(db, open.visitId, item, nowMs));
  settleBlocks(bench, open);
  return null;
}

/** Throws a bundle away of which nothing was decided, with all its drafts. */
export function discardBundle(bench: WriteBench, open: OpenBundle): 'already-decided' | null {
  const { steps } = gatherBundle(bench, open);
  if (steps.some(({ begun }) => begun)) return 'already-decided';
  forgetBundle(bench.db, open.id);
  for (const { record } of steps) if (record) discardDraft(bench.db, record.id);
  bench.afterwards(() => bench.parts.announce('visit.changed', { visitId: open.visitId }));
  return null;
}

/** The open bundle of an id, with the audit entry named after it. */
export function openBundleOf(bench: WriteBench, id: OpenBundleId): OpenBundle | null {
  bench.about(id);
  return openBundleById(bench.db, id);
}

function clerkOf({ asker }: WriteBench): string {
  return asker.staff?.number ?? 'nobody';
}
