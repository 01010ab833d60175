import { createContext, useEffect } from 'react';
import { NARROW, useMedia, WIDE } from './use-media.ts';

/** True where there is no room for the third column: it folds to a strip. */
export const FoldedContext = createContext(false);

/**
 * Sets the size of type on the page, and says whether the third column folds.
 *
 * @param isLarge the clerk who sits here wants type a quarter larger
 * @source SCREENS.md 7
 */
export function useSeatShape(isLarge: boolean): boolean {
  const isNarrow = useMedia(NARROW);
  const isWide = useMedia(WIDE);
  useEffect(() => {
    const root = document.documentElement;
    if (isLarge) root.dataset['type'] = 'large';
    else delete root.dataset['type'];
  }, [isLarge]);
  return isNarrow || (isLarge && !isWide);
}
