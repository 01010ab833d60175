import { useCallback, useSyncExternalStore } from 'react';

/** From here on the second column of sizes is used. @source SCREENS.md 2.2 */
export const WIDE = '(min-width: 1600px)';
/** Too small for three columns. @source SCREENS.md 7 */
export const NARROW = '(max-width: 1279px), (max-height: 719px)';

/** Whether the window is as the query says, now and whenever it is resized. */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    listen,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
