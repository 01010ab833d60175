import { useEffect, useRef, useState } from 'react';
import type { Input, Output } from '#contract/calls.ts';
import type { Guidance } from '#contract/shapes/guidance.ts';
import type { ItemHit } from '#contract/shapes/item.ts';
import type { ItemSearch } from '../../stores/case-store.ts';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';

type TakeWish = Input<'queue.take'>;
export type TakenTicket = Output<'queue.take'>;

export interface Guiding {
  readonly search: ItemSearch;
  readonly guidance: Guidance | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly agent: boolean | null;
  readonly taken: TakenTicket | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  readonly find: (text: string) => void;
  readonly choose: (hit: Pick<ItemHit, 'code'>) => void;
  readonly answer: (situationId: string, optionId: string) => void;
  readonly comesFor: (agent: boolean) => void;
  readonly take: (wish: {
    readonly queue: TakeWish['queue'];
    readonly priority: TakeWish['priority'];
    readonly onlineNumber: string | null;
  }) => Promise<void>;
  /** The next person: everything that was asked is forgotten here. */
  readonly next: () => void;
}

const NO_SEARCH: ItemSearch = { text: '', hits: [], state: 'idle' };

/** One person at the greeter's desk, from the search to the ticket. */
export function useGuiding({ desk, queue }: Stores): Guiding {
  const [search, setSearch] = useState<ItemSearch>(NO_SEARCH);
  const [code, setCode] = useState<ItemHit['code'] | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [agent, setAgent] = useState<boolean | null>(null);
  const [guidance, setGuidance] = useState<Guidance | null>(null);
  const [taken, setTaken] = useState<TakenTicket | null>(null);
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const searches = useRef(0);

  useEffect(() => {
    if (code === null) return undefined;
    let isNow = true;
    const ask = async () => {
      const told = await tell(desk, 'guidance.ask', { itemCode: code, answers, agent: agent ?? false });
      if (!isNow) return;
      if (told.ok) setGuidance(told.value);
      setSetback(told.ok ? null : told.setback);
    };
    void ask();
    return () => {
      isNow = false;
    };
  }, [desk, code, answers, agent]);

  const find = async (text: string) => {
    const mine = (searches.current += 1);
    if (text.trim() === '') {
      setSearch({ ...NO_SEARCH, text });
      return;
    }
    setSearch((now) => ({ ...now, text, state: 'looking' }));
    const told = await tell(desk, 'intake.find-item', { text: text.trim().slice(0, 60), limit: 12 });
    if (mine !== searches.current) return;
    const hits = told.ok ? told.value : [];
    setSearch({ text, hits, state: told.ok ? (hits.length > 0 ? 'found' : 'none') : 'no-answer' });
  };

  return {
    search,
    guidance,
    answers,
    agent,
    taken,
    busy,
    setback,
    find: (text) => void find(text),
    choose: (hit) => {
      setSearch(NO_SEARCH);
      setGuidance(null);
      setAnswers({});
      setCode(hit.code);
    },
    answer: (situationId, optionId) => setAnswers((now) => ({ ...now, [situationId]: optionId })),
    comesFor: setAgent,
    take: async ({ queue: wanted, priority, onlineNumber }) => {
      if (code === null || busy) return;
      setBusy(true);
      const kept = await tell(desk, 'guidance.keep', { itemCode: code, answers, onlineNumber });
      const told = kept.ok
        ? await tell(desk, 'queue.take', {
            queue: wanted,
            priority,
            itemCode: code,
            guidanceId: kept.value.guidanceId,
            takeId: crypto.randomUUID(),
          })
        : kept;
      setBusy(false);
      if (!told.ok) return setSetback(told.setback);
      if ('ticket' in told.value) setTaken(told.value);
      setSetback(null);
      await queue.getState().look();
    },
    next: () => {
      setCode(null);
      setGuidance(null);
      setAnswers({});
      setAgent(null);
      setTaken(null);
      setSetback(null);
      setSearch(NO_SEARCH);
    },
  };
}
