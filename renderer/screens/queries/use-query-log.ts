import { useEffect, useState } from 'react';
import type { QueryLog, QueryOutcome } from '#contract/shapes/query-log.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

/** The desk gives at most so many lines; more are found by searching more narrowly. */
export const QUERIES_AT_MOST = 100;

export const PERIODS = ['1', '7', '30', '366'] as const;
export type Period = (typeof PERIODS)[number];

export interface QueryWish {
  readonly text: string;
  readonly days: Period;
  readonly outcome: QueryOutcome | 'all';
}

/** The queries that fit the wish; each new wish is asked once, because every look is an audited act. */
export function useQueryLog(
  desk: Desk,
  { text, days, outcome }: QueryWish,
): { readonly log: QueryLog | null; readonly isLooking: boolean; readonly setback: Setback | null } {
  const [told, setTold] = useState<{ readonly log: QueryLog | null; readonly setback: Setback | null }>({
    log: null,
    setback: null,
  });
  const [isLooking, setIsLooking] = useState(true);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      setIsLooking(true);
      const answer = await tell(desk, 'materials.queries', {
        text,
        days: Number(days),
        outcome: outcome === 'all' ? null : outcome,
        limit: QUERIES_AT_MOST,
      });
      if (!isHere) return;
      setIsLooking(false);
      if (answer.ok) setTold({ log: answer.value, setback: null });
      else setTold((before) => ({ ...before, setback: answer.setback }));
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [desk, text, days, outcome]);
  return { ...told, isLooking };
}
