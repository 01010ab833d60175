import { type RefObject, useLayoutEffect, useRef } from 'react';

const WIDTH = 1920;
const HEIGHT = 1080;

/** Scales a 1920×1080 drawing to the window, in the middle, with its proportions kept. */
export function useFitted(): RefObject<HTMLDivElement | null> {
  const drawing = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const scale = Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);
      const left = (window.innerWidth - WIDTH * scale) / 2;
      const top = (window.innerHeight - HEIGHT * scale) / 2;
      drawing.current?.style.setProperty('transform', `translate(${left}px, ${top}px) scale(${scale})`);
    };
    fit();
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, []);
  return drawing;
}
