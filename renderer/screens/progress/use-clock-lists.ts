import { useEffect, useState } from 'react';
import type { ClockList, ClockLists } from '#contract/shapes/progress.ts';
import type { Desk } from '../../desk.ts';
import { tell } from '../../stores/asking.ts';

const EVERY_MS = 60_000;

/** Cases by what their clocks say; read anew when a case changes and every minute. Null before the first answer. */
export function useClockLists(desk: Desk, list: ClockList): ClockLists | null {
  const [lists, setLists] = useState<ClockLists | null>(null);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'progress.lists', { list });
      if (isHere && told.ok) setLists(told.value);
    };
    const lookAgain = () => void look();
    lookAgain();
    const timer = setInterval(lookAgain, EVERY_MS);
    const left = [desk.hear('case.changed', lookAgain), desk.onBack(lookAgain)];
    return () => {
      isHere = false;
      clearInterval(timer);
      for (const leave of left) leave();
    };
  }, [desk, list]);
  return lists;
}
