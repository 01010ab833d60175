import { useEffect, useState } from 'react';
import type * as LazyScreens from '../lazy-screens.tsx';

/** What only somebody at work needs, once it is here. */
export type Screens = typeof LazyScreens;

export type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly screens: Screens }
  | { readonly state: 'broken'; readonly thrown: unknown };

/** The first picture of the window comes before them. */
const REST_MS = 400;

/**
 * Loads the screens while nobody waits for them: behind the sign-in form, or at once when a clerk is at work
 * already. The seat opens when they are here, so that no key falls on a screen that is still on its way.
 */
export function useScreens(isNeeded: boolean): Loading {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    let isHere = true;
    const load = async () => {
      try {
        const screens = await import('../lazy-screens.tsx');
        if (isHere) setLoading({ state: 'ready', screens });
      } catch (thrown) {
        if (isHere) setLoading({ state: 'broken', thrown });
      }
    };
    const timer = setTimeout(() => void load(), isNeeded ? 0 : REST_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [isNeeded]);
  return loading;
}
