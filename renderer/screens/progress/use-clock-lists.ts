import { useEffect, useState } from 'react';
import type { ClockList, ClockLists } from '#contract/shapes/progress.ts';
import type { Desk } from '../../desk.ts';
import { tell } from '../../stores/asking.ts';

const EVERY_MS = 60_000;

/**
 * Cases by what their clocks say; null before the first answer. The status bar follows the minute, the list itself
 * every change.
 */
export function useClockLists(
  desk: Desk,
  list: ClockList,
  follows: 'every-change' | 'the-minute',
): ClockLists | null {
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
    const left = [desk.onBack(lookAgain)];
    if (follows === 'every-change') left.push(desk.hear('case.changed', lookAgain));
    return () => {
      isHere = false;
      clearInterval(timer);
      for (const leave of left) leave();
    };
  }, [desk, list, follows]);
  return lists;
}
