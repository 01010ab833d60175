import { z } from 'zod';
import { Meaning } from './form.ts';
import { Department, ItemCode } from './item.ts';
import { QueueCode } from './ticket.ts';

/** `life-event` 一件事: each step is a case of its own. `merged-licence` 多证合一: filings folded into one licence. */
export const BundleKind = z.enum(['life-event', 'merged-licence']);

const InBoth = z.strictObject({ zh: z.string(), en: z.string() });

/** One item of a bundle. A step waits for the steps in `after`: until their results are there it is blocked. */
export const BundleStep = z.strictObject({
  itemCode: ItemCode,
  after: z.array(ItemCode),
  /** Facts the result of this step brings, as a citizen number or a credit code. */
  gives: z.array(Meaning),
  /** Facts without which this step cannot be accepted. Each is given by a step before it. */
  needs: z.array(Meaning),
  optional: z.boolean(),
  /** When the step may be left out even though it is not optional, in words. */
  canSkipIf: InBoth.nullable(),
  /** What the item's own form calls by another name here: in a birth, the insured person is the child. */
  sameAs: z.record(Meaning, Meaning),
});

/**
 * Whom an event is about where it can happen more than once at a time: two children, two shops. A visit may open the
 * bundle once for each of them; what speaks of anybody else is asked once for all of them.
 */
export const BundleSubject = z.strictObject({
  nameZh: z.string(),
  nameEn: z.string(),
  /** First words of the meanings that speak of it: `child`, `birth`. */
  words: z.array(z.string()).min(1),
  /** Of the shared materials those that each of them has its own of. */
  materials: z.array(z.string()),
});

/**
 * One event made of several items: one form, one pool of papers. A case keeps the version it was opened with.
 *
 * @source domain.md 7
 */
export const Bundle = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  kind: BundleKind,
  nameZh: z.string(),
  nameEn: z.string(),
  queue: QueueCode,
  leadDepartment: Department,
  applicantRuleZh: z.string(),
  applicantRuleEn: z.string(),
  /** Null: a visit opens it once. */
  subject: BundleSubject.nullable().default(null),
  /** In an order that can be followed: no step stands before one that it waits for. */
  steps: z.array(BundleStep).min(1),
  /** Material ids that mean the same paper in every step that asks for them: handed in once. */
  sharedMaterials: z.array(z.string()),
  /** What such a paper is in this bundle, by its material id. */
  materialNotes: z.record(z.string(), InBoth),
  /** Filings that need no visit any more: each department gets a receipt instead. Empty for a life event. */
  mergedDepartments: z.array(
    z.strictObject({ department: Department, filingNameZh: z.string(), filingNameEn: z.string() }),
  ),
  ruleZh: z.string(),
  ruleEn: z.string(),
  deliveryZh: z.string(),
  deliveryEn: z.string(),
});

/** A bundle that was opened in a visit. */
export const OpenBundleId = z.uuid().brand<'OpenBundleId'>();

/** How a case or a visit names the bundle it belongs to. */
export const BundleMark = z.strictObject({
  id: OpenBundleId,
  /** Of the catalogue. */
  catalogueId: z.string(),
  /** The how manieth of its kind in its visit, from 1: 2 is the second child. */
  place: z.int().positive(),
  nameZh: z.string(),
  nameEn: z.string(),
});

/** One line of a bundle search. */
export const BundleHit = z.strictObject({
  kind: z.literal('bundle'),
  bundleId: z.string(),
  version: z.int(),
  bundleKind: BundleKind,
  nameZh: z.string(),
  nameEn: z.string(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  queue: QueueCode,
  steps: z.int(),
  /** The hall that handed it on; null: the platform's. */
  fromHall: z.string().nullable(),
  matched: z.enum(['name', 'pinyin', 'initials']),
});

export type OpenBundleId = z.output<typeof OpenBundleId>;
export type BundleSubject = z.output<typeof BundleSubject>;
export type BundleMark = z.output<typeof BundleMark>;
export type BundleKind = z.output<typeof BundleKind>;
export type BundleStep = z.output<typeof BundleStep>;
export type Bundle = z.output<typeof Bundle>;
export type BundleHit = z.output<typeof BundleHit>;
