import { z } from 'zod';
import { MaterialReason } from './case.ts';
import { CrossingMay, CrossingReason } from './crossing.ts';
import { ItemMaterial, ServiceItem } from './item.ts';
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
