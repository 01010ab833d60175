import type { SourceStore } from '../../stores/source-store.ts';

/** Keys of a paper while a source is about to be asked about it: Y and L ask, Esc does not. True when it was one. */
export function sourceKey(sources: SourceStore, materialId: string, key: string): boolean {
  const { offer, ask, forget } = sources.getState();
  if (offer?.materialId !== materialId) return false;
  if (key === 'y' || key === 'Y') void ask('consent');
  else if (key === 'l' || key === 'L') void ask('law');
  else if (key === 'Escape') forget();
  else return false;
  return true;
}
