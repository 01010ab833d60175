import { type ReactNode, useEffect, useState } from 'react';

/** Shows nothing for the first moment, then its content: what comes quickly never flickers. */
export function Late({
  afterMs = 300,
  children,
}: {
  readonly afterMs?: number;
  readonly children: ReactNode;
}) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return isLate ? children : null;
}
