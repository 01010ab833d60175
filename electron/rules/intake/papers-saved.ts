import type { CaseMaterial, MaterialRoute } from '#contract/shapes/case.ts';
import type { SavedBy, SavedPaper } from '#contract/shapes/material.ts';

type Seen = Pick<CaseMaterial, 'id' | 'asked' | 'reason' | 'route'>;

/**
 * The papers a citizen did not have to bring, each with what spared it. A paper whose condition was never met, or
 * that nobody had to bring, was not saved: it was not owed.
 *
 * @source domain.md 12.3 F40
 */
export function papersSaved(papers: readonly Seen[]): SavedPaper[] {
  return papers.flatMap((paper) => {
    const by = paper.asked ? byRoute(paper.route) : byReason(paper.reason);
    return by ? [{ materialId: paper.id, by }] : [];
  });
}

function byRoute(route: MaterialRoute | null): SavedBy | null {
  return route === null ? null : (SPARING[route] ?? null);
}

function byReason(reason: Seen['reason']): SavedBy | null {
  if (reason === 'dropped-by-situation') return 'situation';
  return reason === 'owed-by-department' ? 'duty' : null;
}

const SPARING: Readonly<Partial<Record<MaterialRoute, SavedBy>>> = {
  card: 'card',
  licence: 'licence',
  'shared-data': 'shared-data',
  reuse: 'reuse',
  commitment: 'commitment',
};
