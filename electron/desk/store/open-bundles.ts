import { z } from 'zod';
import { Bundle, type BundleMark, type BundleStep, OpenBundleId } from '#contract/shapes/bundle.ts';
import { LeaveOutReason } from '#contract/shapes/bundle-view.ts';
import { CaseId, VisitId } from '#contract/shapes/case.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { meaningOfOpening, nameOfOpening, type Opening } from '#rules/bundles/opening.ts';
import { newId } from '../new-id.ts';
import { inJson } from './parties.ts';

/** A bundle of a visit with the version it was opened with. */
export const OpenBundle = z.strictObject({
  id: OpenBundleId,
  visitId: VisitId,
  /** The how manieth of its kind in the visit, from 1. */
  place: z.int().positive(),
  bundle: inJson(Bundle),
  openedAtMs: z.int(),
});
export type OpenBundle = z.output<typeof OpenBundle>;

const LeftOut = z.strictObject({ reason: LeaveOutReason, say: z.string(), atMs: z.int(), by: z.string() });
const Given = z.strictObject({ paper: z.string(), atMs: z.int(), by: z.string() });

const Denied = z.strictObject({ paper: z.string(), say: z.string(), atMs: z.int(), by: z.string() });

/** What became of one step. */
export const OpenStep = z.strictObject({
  itemCode: ItemCode,
  caseId: CaseId.nullable(),
  leftOut: inJson(LeftOut).nullable(),
  releasedAtMs: z.int().nullable(),
  given: inJson(Given).nullable(),
  /** The department said no. */
  denied: inJson(Denied).nullable(),
});
export type OpenStep = z.output<typeof OpenStep>;

const BUNDLE = `open_bundle.id, visit_id AS visitId, place, open_bundle.bundle, opened_at_ms AS openedAtMs`;
const BY_ID = `SELECT ${BUNDLE} FROM open_bundle WHERE id = @id`;
const OF_VISIT = `SELECT ${BUNDLE} FROM open_bundle WHERE visit_id = @visitId ORDER BY id`;
const OF_CASE = `SELECT ${BUNDLE} FROM open_bundle_step AS step JOIN open_bundle ON open_bundle.id = step.bundle
  WHERE case_id = @caseId`;
const STEPS = `SELECT item_code AS itemCode, case_id AS caseId, released_at_ms AS releasedAtMs,
    CASE WHEN left_out IS NOT NULL THEN json_object('reason', left_out, 'say', left_out_say,
      'atMs', left_out_at_ms, 'by', left_out_by) END AS leftOut,
    CASE WHEN given_paper IS NOT NULL THEN json_object('paper', given_paper, 'atMs', given_at_ms,
      'by', given_by) END AS given, denied
  FROM open_bundle_step WHERE bundle = @id`;
const ADD = `INSERT INTO open_bundle (id, visit_id, bundle_id, bundle_version, bundle, opened_at_ms, opened_by,
    place)
  VALUES (@id, @visitId, @bundleId, @version, @bundle, @atMs, @by, @place)`;
const KEEP_STEP = `INSERT INTO open_bundle_step (bundle, item_code, case_id, left_out, left_out_say,
    left_out_at_ms, left_out_by)
  VALUES (@id, @itemCode, @caseId, @reason, @say, @atMs, @by)
  ON CONFLICT (bundle, item_code) DO UPDATE SET case_id = excluded.case_id, left_out = excluded.left_out,
    left_out_say = excluded.left_out_say, left_out_at_ms = excluded.left_out_at_ms,
    left_out_by = excluded.left_out_by, released_at_ms = NULL, released_by = NULL`;
const RELEASE = `UPDATE open_bundle_step SET released_at_ms = @atMs, released_by = @by
  WHERE bundle = @id AND item_code = @itemCode`;
const GIVE = `UPDATE open_bundle_step SET given_paper = @paper, given_at_ms = @atMs, given_by = @by, denied = NULL
  WHERE bundle = @id AND item_code = @itemCode`;

const DENY = `UPDATE open_bundle_step SET denied = @denied WHERE bundle = @id AND item_code = @itemCode`;

const MaybeBundle = OpenBundle.nullable();
const Bundles = OpenBundle.array();
const Steps = OpenStep.array();

export function openBundleById(db: Reader, id: OpenBundleId): OpenBundle | null {
  return MaybeBundle.parse(one(db, BY_ID, { id }));
}

export function bundlesOfVisit(db: Reader, visitId: VisitId): OpenBundle[] {
  return Bundles.parse(all(db, OF_VISIT, { visitId }));
}

/** The other openings of the same bundle in its visit. */
export function openingsBeside(db: Reader, { id, visitId, bundle }: OpenBundle): OpenBundle[] {
  return bundlesOfVisit(db, visitId).filter((other) => other.bundle.id === bundle.id && other.id !== id);
}

/** The bundle a case is a step of, or null. */
export function bundleOfCase(db: Reader, caseId: CaseId): OpenBundle | null {
  return MaybeBundle.parse(one(db, OF_CASE, { caseId }));
}

/** How a case names its bundle. */
export function markOf({ id, bundle, place }: OpenBundle): BundleMark {
  return { id, catalogueId: bundle.id, place, ...nameOfOpening(bundle, place) };
}

/** What the visit calls a fact that a step of this opening gives or needs. */
export function meaningIn({ bundle: { subject }, place }: OpenBundle, meaning: Meaning): Meaning {
  return meaningOfOpening({ subject, place }, meaning);
}

/** How a case names its bundle to the province. */
export function reportedBundle({ id, bundle }: OpenBundle): {
  readonly id: OpenBundleId;
  readonly code: string;
  readonly nameZh: string;
} {
  return { id, code: bundle.id, nameZh: bundle.nameZh };
}

/** What a case's own form calls by another name than its visit does. Nothing outside a bundle. */
export function namesOfCase(
  db: Reader,
  { id, item }: { readonly id: CaseId; readonly item: { readonly code: ItemCode } },
): { readonly sameAs?: Readonly<Record<Meaning, Meaning>>; readonly opening?: Opening } {
  const open = bundleOfCase(db, id);
  const step = open?.bundle.steps.find(({ itemCode }) => itemCode === item.code);
  return open && step ? namesOfStep(open, step) : {};
}

/** The same for a step of a bundle. */
export function namesOfStep(
  { bundle: { subject }, place }: OpenBundle,
  { sameAs }: Pick<BundleStep, 'sameAs'>,
): { readonly sameAs: Readonly<Record<Meaning, Meaning>>; readonly opening: Opening } {
  return { sameAs, opening: { subject, place } };
}

/** Facts that the open steps of a visit's bundles will bring and nobody has written down yet. */
export function awaitedValues(db: Reader, visitId: VisitId): ReadonlySet<Meaning> {
  const awaited = new Set<Meaning>();
  for (const open of bundlesOfVisit(db, visitId)) {
    const kept = stepsOfBundle(db, open.id);
    for (const { itemCode, gives } of open.bundle.steps) {
      const step = kept.get(itemCode);
      if (step?.caseId && !step.given) for (const meaning of gives) awaited.add(meaningIn(open, meaning));
    }
  }
  return awaited;
}

/** What became of the steps, in no order: the bundle has it. */
export function stepsOfBundle(db: Reader, id: OpenBundleId): ReadonlyMap<ItemCode, OpenStep> {
  return new Map(Steps.parse(all(db, STEPS, { id })).map((step) => [step.itemCode, step]));
}

export function addOpenBundle(
  db: Writer,
  opened: {
    readonly visitId: VisitId;
    readonly bundle: Bundle;
    readonly place: number;
    readonly atMs: number;
    readonly by: string;
  },
): OpenBundleId {
  const { visitId, bundle, place, atMs, by } = opened;
  const id = OpenBundleId.parse(newId());
  run(db, ADD, {
    id,
    visitId,
    bundleId: bundle.id,
    version: bundle.version,
    bundle: JSON.stringify(bundle),
    place,
    atMs,
    by,
  });
  return id;
}

/** The case of a step. */
export function keepStepCase(db: Writer, id: OpenBundleId, itemCode: ItemCode, caseId: CaseId): void {
  run(db, KEEP_STEP, { id, itemCode, caseId, reason: null, say: null, atMs: null, by: null });
}

/** A step nobody applies for; its draft, if it had one, is thrown away after this. */
export function keepLeftOut(
  db: Writer,
  id: OpenBundleId,
  itemCode: ItemCode,
  leftOut: z.output<typeof LeftOut>,
): void {
  run(db, KEEP_STEP, { id, itemCode, caseId: null, ...leftOut });
}

export function keepRelease(
  db: Writer,
  id: OpenBundleId,
  itemCode: ItemCode,
  released: { readonly atMs: number; readonly by: string },
): void {
  run(db, RELEASE, { id, itemCode, ...released });
}

export function keepGiven(
  db: Writer,
  id: OpenBundleId,
  itemCode: ItemCode,
  given: z.output<typeof Given>,
): void {
  run(db, GIVE, { id, itemCode, ...given });
}

/** A result that is given afterwards takes it back. */
export function keepDenied(
  db: Writer,
  id: OpenBundleId,
  itemCode: ItemCode,
  denied: z.output<typeof Denied>,
): void {
  run(db, DENY, { id, itemCode, denied: JSON.stringify(denied) });
}

/** Forgets a bundle of which nothing was decided. Its cases are thrown away after this. */
export function forgetBundle(db: Writer, id: OpenBundleId): void {
  // The answers go back to the ticket.
  run(db, 'UPDATE guidance SET open_bundle = NULL WHERE open_bundle = @id', { id });
  run(db, 'DELETE FROM open_bundle_step WHERE bundle = @id', { id });
  run(db, 'DELETE FROM open_bundle WHERE id = @id', { id });
}
