import { useEffect, useState } from 'react';
import type { ExceptionList } from '#contract/shapes/exception.ts';
import type { Desk } from '../../desk.ts';
import { tell } from '../../stores/asking.ts';

/** 孤网例外 of this hall; null until they are known. */
export function useExceptions(desk: Desk): ExceptionList | null {
  const [list, setList] = useState<ExceptionList | null>(null);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'sync.exceptions', {});
      if (isHere && told.ok) setList(told.value);
    };
    void look();
    const left = desk.onBack(() => void look());
    return () => {
      isHere = false;
      left();
    };
  }, [desk]);
  return list;
}
