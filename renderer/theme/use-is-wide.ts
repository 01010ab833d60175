import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1600px)';

/** True on a screen of 1600 px or more, where the second column of sizes is used. */
export function useIsWide(): boolean {
  return useSyncExternalStore(listen, isWide, () => false);
}

function listen(changed: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function isWide(): boolean {
  return window.matchMedia(WIDE).matches;
}
