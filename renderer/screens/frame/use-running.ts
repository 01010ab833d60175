import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StatusStore } from '../../stores/status-store.ts';
import { type Clockwork, dayKey } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** This screen's clock, moving on while the part is shown. */
export function useHereMs(everyMs: number): number {
  const [hereMs, setHereMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHereMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return hereMs;
}

/** Another clock (the board's, the desk's), carried on from when it was read; `null` before that. */
export function useCarriedOn(readMs: number | null, seenAtMs: number, everyMs = 1000): number | null {
  const hereMs = useHereMs(everyMs);
  return readMs === null ? null : readMs + Math.max(0, hereMs - seenAtMs);
}

/** The words in use and the hall's time zone, to say times with. */
export function useClockwork(status: StatusStore): Clockwork {
  const words = useWords();
  const timeZone = useStore(status, (s) => s.status?.timeZone ?? 'Asia/Shanghai');
  return { words, timeZone };
}

export function isSameDay(aMs: number, bMs: number, { timeZone }: Clockwork): boolean {
  return dayKey(aMs, timeZone) === dayKey(bMs, timeZone);
}
