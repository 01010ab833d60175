import { useEffect, useState } from 'react';
import type { Desk } from '../../desk.ts';

export interface CardRead {
  readonly readingId: string;
  /** Masked. */
  readonly name: string;
  readonly number: string;
}

/** The card that was read while this part is on the screen; null while there is none. */
export function useCardRead(desk: Desk): CardRead | null {
  const [card, setCard] = useState<CardRead | null>(null);
  useEffect(
    () =>
      desk.hear('identity.card', ({ readingId, name, number }) => {
        if (readingId !== null) setCard({ readingId, name: name ?? '', number: number ?? '' });
      }),
    [desk],
  );
  return card;
}
