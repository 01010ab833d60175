import { useEffect, useState } from 'react';
import type { Desk } from '../../desk.ts';

/** The code of a network certificate that was scanned while this part is on the screen; it is good for one question. */
export function useNetworkCode(desk: Desk): readonly [scanId: string | null, forget: () => void] {
  const [scanId, setScanId] = useState<string | null>(null);
  useEffect(
    () =>
      desk.hear('code.scanned', (code) => {
        if (code.kind === 'network-identity' && code.scanId !== null) setScanId(code.scanId);
      }),
    [desk],
  );
  return [scanId, () => setScanId(null)];
}
