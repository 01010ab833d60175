import { z } from 'zod';
import { MaterialReason } from './case.ts';
import { CrossingMay, CrossingReason } from './crossing.ts';
import { BundleOffer, PoolQuestion } from './bundle-view.ts';
import { ItemCode, ItemMaterial, ServiceItem } from './item.ts';
import { OwedBy } from './material.ts';

/** One paper of a list that no case has yet: whether it is asked for, and why. */
const GuidedPaper = z.strictObject({
  material: ItemMaterial,
  asked: z.boolean(),
  reason: MaterialReason,
  /** The question whose answer added or dropped it. */
  situationId: z.string().nullable(),
  mandatory: z.boolean(),
  /** The rule that let an answer change it. */
  basis: z.string().nullable(),
  owedBy: OwedBy.nullable(),
});

/** One paper of a bundle, with the steps that ask for it. */
const GuidedPoolPaper = GuidedPaper.extend({
  itemCodes: z.array(ItemCode).min(1),
  /** The step that makes it: nobody brings it. */
  madeBy: ItemCode.nullable(),
});

/** What a greeter tells of a whole bundle: one set of questions, one pool of papers. */
export const BundleGuidance = z.strictObject({
  offer: BundleOffer,
  questions: z.array(PoolQuestion),
  papers: z.array(GuidedPoolPaper),
  /** Where these answers lead somebody else instead. */
  reroutes: z.array(z.strictObject({ itemCode: ItemCode, to: z.string() })),
});

/** What a greeter tells before a number is taken. */
export const Guidance = z.strictObject({
  item: ServiceItem,
  papers: z.array(GuidedPaper),
  /** Questions without an answer. */
  open: z.array(z.string()),
  /** The item is the wrong one for these answers. */
  rerouteTo: z.string().nullable(),
  may: CrossingMay,
  because: CrossingReason.nullable(),
});

export type GuidedPaper = z.output<typeof GuidedPaper>;
export type Guidance = z.output<typeof Guidance>;
export type GuidedPoolPaper = z.output<typeof GuidedPoolPaper>;
export type BundleGuidance = z.output<typeof BundleGuidance>;
