import { useCallback, useEffect, useState } from 'react';
import type { LocalNote } from '#contract/shapes/catalogue.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

interface Notes {
  readonly notes: readonly LocalNote[] | null;
  readonly setback: Setback | null;
  readonly write: (text: string, kind: LocalNote['kind'], materialId: string | null) => Promise<boolean>;
  readonly remove: (noteId: string) => Promise<void>;
}

/** The hall's notes on one item, and writing them. */
export function useNotes(desk: Desk, itemCode: ItemCode | null): Notes {
  const [held, setHeld] = useState<{ readonly of: ItemCode; readonly notes: readonly LocalNote[] } | null>(
    null,
  );
  const [setback, setSetback] = useState<Setback | null>(null);

  useEffect(() => {
    let isHere = true;
    const look = async () => {
      if (itemCode === null) return;
      const told = await tell(desk, 'catalogue.notes', { itemCode });
      if (!isHere) return;
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setHeld({ of: itemCode, notes: told.value });
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [desk, itemCode]);

  const write = useCallback(
    async (text: string, kind: LocalNote['kind'], materialId: string | null) => {
      if (itemCode === null) return false;
      const told = await tell(desk, 'catalogue.write-note', { itemCode, materialId, kind, text });
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setHeld({ of: itemCode, notes: told.value });
      return told.ok;
    },
    [desk, itemCode],
  );
  const remove = useCallback(
    async (noteId: string) => {
      if (itemCode === null) return;
      const told = await tell(desk, 'catalogue.remove-note', { noteId });
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setHeld({ of: itemCode, notes: told.value });
    },
    [desk, itemCode],
  );

  return { notes: held?.of === itemCode ? (held?.notes ?? null) : null, setback, write, remove };
}
