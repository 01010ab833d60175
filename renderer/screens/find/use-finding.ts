import { useEffect, useRef, useState } from 'react';
import type { CaseLine } from '#contract/shapes/case.ts';
import type { BundleHit } from '#contract/shapes/bundle.ts';
import type { ItemHit } from '#contract/shapes/item.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

const REST_MS = 80;
const ITEMS_SHOWN = 8;

export type Found =
  | { readonly kind: 'item'; readonly hit: ItemHit }
  | { readonly kind: 'bundle'; readonly hit: BundleHit }
  | { readonly kind: 'search' }
  /** Everything under the number that was typed. */
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'case'; readonly line: CaseLine };

function foundHit(hit: BundleHit | ItemHit): Found {
  return hit.kind === 'bundle' ? { kind: 'bundle', hit } : { kind: 'item', hit };
}

interface Finding {
  readonly text: string;
  readonly found: readonly Found[];
  /** Cases were searched for and neither an item nor a case was found. */
  readonly isNothing: boolean;
  readonly setback: Setback | null;
  readonly type: (text: string) => void;
  readonly searchCases: () => Promise<void>;
}

/** Finds items while typing, and cases when asked. An answer to an older text is dropped. */
export function useFinding(desk: Desk): Finding {
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly (BundleHit | ItemHit)[]>([]);
  const [cases, setCases] = useState<readonly CaseLine[] | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const asked = useRef('');
  const wanted = text.trim();

  useEffect(() => {
    asked.current = wanted;
    if (wanted === '') return undefined;
    const timer = setTimeout(async () => {
      const told = await tell(desk, 'intake.find-item', { text: wanted, limit: ITEMS_SHOWN });
      if (asked.current !== wanted) return;
      if (told.ok) setHits(told.value);
      setSetback(told.ok ? null : told.setback);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [desk, wanted]);

  const items = wanted === '' ? [] : hits.map(foundHit);
  const lines = (cases ?? []).map((line) => ({ kind: 'case', line }) as const);
  return {
    text,
    found: [
      ...(isLikeCertificate(wanted) ? [{ kind: 'person' as const, text: wanted }] : []),
      ...lines,
      ...items,
      ...(cases === null ? [{ kind: 'search' as const }] : []),
    ],
    isNothing: cases !== null && cases.length === 0 && hits.length === 0,
    setback,
    type: (next) => {
      setText(next);
      setCases(null);
    },
    searchCases: async () => {
      const told = await tell(desk, 'intake.find-cases', { text: wanted, limit: ITEMS_SHOWN });
      if (asked.current !== wanted) return;
      if (told.ok) setCases(told.value);
      setSetback(told.ok ? null : told.setback);
    },
  };
}

/** A citizen number of either length, or a credit code. */
function isLikeCertificate(text: string): boolean {
  return /^(?:[0-9]{15}|[0-9A-Z]{18})$/.test(normalisedNumber(text));
}
