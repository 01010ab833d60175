import { useEffect, useState } from 'react';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

const REST_MS = 150;

interface ItemInMind {
  readonly text: string;
  readonly type: (text: string) => void;
  /** The best hit for what was typed, whole. */
  readonly item: ServiceItem | null;
  readonly setback: Setback | null;
  /** The file that was written last. */
  readonly exported: string | null;
  readonly exportGuidance: () => Promise<void>;
}

/** The item a keeper means by what was typed, and handing its guidance on. */
export function useItemInMind(desk: Desk): ItemInMind {
  const [text, setText] = useState('');
  const [item, setItem] = useState<ServiceItem | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const [exported, setExported] = useState<string | null>(null);
  const wanted = text.trim();

  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const hits = wanted === '' ? null : await tell(desk, 'intake.find-item', { text: wanted, limit: 4 });
      const hit = hits?.ok ? hits.value.find(({ kind }) => kind === 'item') : undefined;
      const told = hit?.kind === 'item' ? await tell(desk, 'intake.item', { itemCode: hit.code }) : null;
      if (!isHere) return;
      setItem(told?.ok ? told.value : null);
      setSetback(hits && !hits.ok ? hits.setback : told && !told.ok ? told.setback : null);
    };
    const timer = setTimeout(() => void look(), REST_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [desk, wanted]);

  return {
    text,
    type: (next) => {
      setText(next);
      setExported(null);
    },
    item,
    setback,
    exported,
    exportGuidance: async () => {
      if (!item) return;
      const told = await tell(desk, 'catalogue.export-guidance', { itemCodes: [item.code] });
      setSetback(told.ok ? null : told.setback);
      setExported(told.ok ? told.value.name : null);
    },
  };
}
