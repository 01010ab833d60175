import { useCallback, useRef, useState } from 'react';
import type { LookPurpose, PersonPage, WhichPerson } from '#contract/shapes/person-page.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

export interface PageLook {
  /** The number in the box. */
  readonly text: string;
  readonly type: (text: string) => void;
  readonly page: PersonPage | null;
  readonly lookedAtMs: number | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  /** Each look is an audited act: nothing is ever looked up again by itself. */
  readonly look: (which: WhichPerson, purpose: LookPurpose, nowMs: number) => Promise<void>;
  /** Puts the page away; a number from elsewhere waits in the box for its reason. */
  readonly clear: (text?: string) => void;
}

/** The page of one number; of two looks the later one is shown. */
export function usePersonPage(desk: Desk): PageLook {
  const [text, type] = useState('');
  const [page, setPage] = useState<PersonPage | null>(null);
  const [lookedAtMs, setLookedAtMs] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const asked = useRef(0);

  const look = useCallback(
    async (which: WhichPerson, purpose: LookPurpose, nowMs: number) => {
      const mine = (asked.current += 1);
      setBusy(true);
      const told = await tell(desk, 'people.page', { which, purpose });
      if (asked.current !== mine) return;
      setBusy(false);
      setPage(told.ok ? told.value : null);
      setLookedAtMs(told.ok ? nowMs : null);
      setSetback(told.ok ? null : told.setback);
    },
    [desk],
  );
  const clear = useCallback((next?: string) => {
    asked.current += 1;
    if (next !== undefined) type(next);
    setPage(null);
    setSetback(null);
    setBusy(false);
  }, []);
  return { text, type, page, lookedAtMs, busy, setback, look, clear };
}
