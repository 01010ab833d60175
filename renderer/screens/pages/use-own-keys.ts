import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { isTextField } from '../../keys/key-board.ts';

/** Plain keys of a place that has the focus inside; never while something is typed or composed. */
export function useOwnKeys(place: RefObject<HTMLElement | null>, act: (key: string) => boolean): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const target = place.current;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented)
        return;
      if (!isTextField(event.target) && latest.current(event.key)) event.preventDefault();
    };
    target?.addEventListener('keydown', press);
    return () => target?.removeEventListener('keydown', press);
  }, [place]);
}
