import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Day } from '#contract/shapes/day.ts';
import type { StatusStore } from '../../stores/status-store.ts';
import type { Clockwork } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** Words and the hall's time zone, to say days and times with. */
export function useClockwork(status: StatusStore): Clockwork {
  const words = useWords();
  const timeZone = useStore(status, (s) => s.status?.timeZone) ?? 'Asia/Shanghai';
  return { words, timeZone };
}

/** Today in the hall; null before the desk has said it. */
export function useToday(status: StatusStore): Day | null {
  return useStore(status, (s) => s.status?.today) ?? null;
}

/** The desk's clock, running on between looks; ticks once a second while the part is shown. */
export function useDeskNowMs(status: StatusStore): number {
  const seenAtMs = useStore(status, (s) => s.seenAtMs);
  const saidMs = useStore(status, (s) => s.status?.nowMs);
  const [hereMs, setHereMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHereMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return saidMs === undefined ? hereMs : saidMs + Math.max(0, hereMs - seenAtMs);
}
