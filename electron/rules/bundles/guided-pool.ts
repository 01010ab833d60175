import type { GuidedPaper, GuidedPoolPaper } from '#contract/shapes/guidance.ts';
import type { ItemCode } from '#contract/shapes/item.ts';

/** The papers of one step of a bundle that nobody has opened yet. */
export interface GuidedStep {
  readonly itemCode: ItemCode;
  readonly papers: readonly GuidedPaper[];
  /** Names of papers that a step before this one makes, with that step. */
  readonly madeBefore: ReadonlyMap<string, ItemCode>;
}

/**
 * What to bring for a whole bundle, each shared paper once: it is asked for where one of the steps asks for it, in the
 * greatest number, and nobody brings what a step before makes.
 *
 * @source domain.md 7 (1), F01
 */
export function guidedPool(steps: readonly GuidedStep[], shared: ReadonlySet<string>): GuidedPoolPaper[] {
  const pool = new Map<string, GuidedPoolPaper>();
  for (const { itemCode, papers, madeBefore } of steps) {
    for (const paper of papers) {
      const { material } = paper;
      const key = shared.has(material.id) ? material.id : `${itemCode} ${material.id}`;
      const madeBy = madeBefore.get(material.nameZh) ?? null;
      const one = { ...paper, asked: paper.asked && madeBy === null, itemCodes: [itemCode], madeBy };
      const before = pool.get(key);
      pool.set(key, before ? together(before, one) : one);
    }
  }
  return [...pool.values()];
}

function together(before: GuidedPoolPaper, next: GuidedPoolPaper): GuidedPoolPaper {
  // The word of the step that asks for it counts, and among those of the one that cannot do without.
  const counts = rank(next) > rank(before) ? next : before;
  const { material } = counts;
  return {
    ...counts,
    material: {
      ...material,
      originals: Math.max(before.material.originals, next.material.originals),
      copies: Math.max(before.material.copies, next.material.copies),
    },
    itemCodes: [...before.itemCodes, ...next.itemCodes],
  };
}

function rank({ asked, mandatory }: GuidedPoolPaper): number {
  return asked ? (mandatory ? 2 : 1) : 0;
}
