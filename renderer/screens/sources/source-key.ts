import type { CaseId, CaseMaterial } from '#contract/shapes/case.ts';
import type { SourceStore } from '../../stores/source-store.ts';

/**
 * Keys of a paper that speak of its source: Y and L ask what is proposed, G asks the citizen on their own screen
 * first, Esc asks nothing, W says that an answer is wrong.
 * True when it was one of them.
 */
export function sourceKey(
  sources: SourceStore,
  caseId: CaseId,
  { id: materialId, query }: CaseMaterial,
  key: string,
): boolean {
  const { offer, ask, askConsent, forget, startReport } = sources.getState();
  if (offer?.materialId !== materialId) {
    if ((key !== 'w' && key !== 'W') || !query || !mayBeWrong(query)) return false;
    startReport({ caseId, materialId, queryId: query.id });
    return true;
  }
  if (key === 'y' || key === 'Y') void ask('consent');
  else if (key === 'l' || key === 'L') void ask('law');
  else if (key === 'g' || key === 'G') void askConsent();
  else if (key === 'Escape') forget();
  else return false;
  return true;
}

/** Whether a clerk may say that what a source answered is wrong: something was found, and nobody has said so yet. */
export function mayBeWrong({ answer, saidWrong }: NonNullable<CaseMaterial['query']>): boolean {
  return answer === 'found' && saidWrong === null;
}
