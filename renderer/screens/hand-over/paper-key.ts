import type { PaperKey } from '#contract/shapes/hand-over.ts';

/** One paper of one case, as a word to compare by. */
export function paperWord({ caseId, materialId }: PaperKey): string {
  return `${caseId} ${materialId}`;
}

export function paperKey({ caseId, materialId }: PaperKey): PaperKey {
  return { caseId, materialId };
}
