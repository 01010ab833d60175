import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** How much room an element has inside, kept up to date; null until it was measured. */
export function useRoom(): readonly [RefObject<HTMLDivElement | null>, Room | null] {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    // The border box: scroll bars that a larger picture brings change nothing about the fit.
    const measure = () => setRoom({ width: measured.offsetWidth - 2, height: measured.offsetHeight - 2 });
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(measured);
    return () => watching.disconnect();
  }, []);
  return [element, room];
}
