import { useEffect, useState } from 'react';
import type { Output } from '#contract/calls.ts';
import type { Desk } from '../../desk.ts';
import { tell } from '../../stores/asking.ts';

const EVERY_MS = 60_000;

/** How many papers with an original lie at this window; null before the first answer. */
export function useHandOverCount(desk: Desk): Output<'originals.count'> | null {
  const [count, setCount] = useState<Output<'originals.count'> | null>(null);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'originals.count', {});
      if (isHere && told.ok) setCount(told.value);
    };
    const lookAgain = () => void look();
    lookAgain();
    // A day that ends makes what lies here older: nothing else tells.
    const timer = setInterval(lookAgain, EVERY_MS);
    const left = [desk.onBack(lookAgain), desk.hear('case.changed', lookAgain)];
    return () => {
      isHere = false;
      clearInterval(timer);
      for (const leave of left) leave();
    };
  }, [desk]);
  return count;
}
