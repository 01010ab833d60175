import { bundlesCalls } from '#contract/calls/bundles.ts';
import type { OpenBundleId } from '#contract/shapes/bundle.ts';
import { type Answers, no, onOutside, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { acceptReady } from '../bundles/accept-ready.ts';
import { bundleOffer, bundleView } from '../bundles/bundle-view.ts';
import { denyStep } from '../bundles/deny.ts';
import { giveResult } from '../bundles/give.ts';
import { discardBundle, leaveOut, openBundle, openBundleOf, takeIn } from '../bundles/open-bundle.ts';
import { answerPool, providePool } from '../bundles/pool-acts.ts';
import { type OpenBundle, openBundleById } from '../store/open-bundles.ts';

export const bundlesAnswers: Answers<'bundles'> = {
  'bundles.offer': onRead(bundlesCalls['bundles.offer'], ({ catalogueId }, { parts }) => {
    const bundle = parts.items.bundleById(catalogueId);
    if (!bundle) return no('no-such-bundle');
    const offer = bundleOffer(parts, bundle);
    return offer ? yes(offer) : no('no-such-item');
  }),

  'bundles.open': onWrite(bundlesCalls['bundles.open'], ({ visitId, catalogueId, ...wish }, bench) => {
    const bundle = bench.parts.items.bundleById(catalogueId);
    if (!bundle) return no('no-such-bundle');
    const opened = openBundle(bench, visitId, bundle, wish);
    if (!opened.ok) return opened;
    bench.about(opened.value.id, catalogueId);
    return yes(bundleView(bench, opened.value));
  }),

  'bundles.look': onRead(bundlesCalls['bundles.look'], ({ bundleId }, bench) => {
    const open = openBundleById(bench.db, bundleId);
    return open ? yes(bundleView(bench, open)) : no('no-such-bundle');
  }),

  'bundles.leave-out': onWrite(bundlesCalls['bundles.leave-out'], ({ bundleId, ...wish }, bench) =>
    changed(bench, bundleId, (open) => leaveOut(bench, open, wish)),
  ),

  'bundles.take-in': onWrite(bundlesCalls['bundles.take-in'], ({ bundleId, itemCode }, bench) =>
    changed(bench, bundleId, (open) => takeIn(bench, open, itemCode)),
  ),

  'bundles.answer': onWrite(bundlesCalls['bundles.answer'], ({ bundleId, ...wish }, bench) =>
    changed(bench, bundleId, (open) => answerPool(bench, open, wish)),
  ),

  'bundles.provide': onWrite(bundlesCalls['bundles.provide'], (wish, bench) =>
    changed(bench, wish.bundleId, (open) => providePool(bench, open, wish)),
  ),

  'bundles.accept': onOutside(bundlesCalls['bundles.accept'], async ({ bundleId }, bench) => {
    bench.about(bundleId);
    const open = openBundleById(bench.db, bundleId);
    if (!open) return no('no-such-bundle');
    const done = acceptReady(bench, open);
    return done.length === 0 ? no('nothing-ready') : yes({ done, bundle: bundleView(bench, open) });
  }),

  'bundles.give': onWrite(bundlesCalls['bundles.give'], ({ bundleId, ...given }, bench) =>
    changed(bench, bundleId, (open) => giveResult(bench, open, given)),
  ),

  'bundles.deny': onWrite(bundlesCalls['bundles.deny'], ({ bundleId, ...denial }, bench) =>
    changed(bench, bundleId, (open) => denyStep(bench, open, denial)),
  ),

  'bundles.discard': onWrite(bundlesCalls['bundles.discard'], ({ bundleId }, bench) => {
    const open = openBundleOf(bench, bundleId);
    if (!open) return no('no-such-bundle');
    const barred = discardBundle(bench, open);
    return barred ? no(barred) : yes({});
  }),
};

/** Does one change to an open bundle and answers with the bundle as it is then. */
function changed<R extends string>(
  bench: WriteBench,
  bundleId: OpenBundleId,
  change: (open: OpenBundle) => R | null,
) {
  const open = openBundleOf(bench, bundleId);
  if (!open) return no('no-such-bundle');
  const barred = change(open);
  return barred ? no(barred) : yes(bundleView(bench, open));
}
