import { useEffect, useRef, useState } from 'react';
import type { Input, Output } from '#contract/calls.ts';
import type { BundleGuidance, Guidance } from '#contract/shapes/guidance.ts';
import type { ItemHit } from '#contract/shapes/item.ts';
import { type ItemSearch, itemsSought } from '../../stores/items-sought.ts';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { type GuidanceList, useGuidanceList } from './use-guidance-list.ts';

type TakeWish = Input<'queue.take'>;
export type TakenTicket = Output<'queue.take'>;

/** What somebody asks about: an item, or a bundle of the catalogue. */
export type About =
  | { readonly kind: 'item'; readonly code: ItemHit['code'] }
  | { readonly kind: 'bundle'; readonly bundleId: string };

export interface Guiding {
  readonly search: ItemSearch;
  readonly guidance: Guidance | null;
  /** The same of a whole bundle; one of the two. */
  readonly whole: BundleGuidance | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly agent: boolean | null;
  readonly taken: TakenTicket | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  /** 办事一次性告知单 for these answers. */
  readonly list: GuidanceList;
  readonly makeList: () => Promise<void>;
  readonly find: (text: string) => void;
  readonly choose: (about: About) => void;
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
  const [about, setAbout] = useState<About | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [agent, setAgent] = useState<boolean | null>(null);
  const [guidance, setGuidance] = useState<Guidance | null>(null);
  const [whole, setWhole] = useState<BundleGuidance | null>(null);
  const [taken, setTaken] = useState<TakenTicket | null>(null);
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const searches = useRef(0);
  const list = useGuidanceList(desk);

  useEffect(() => {
    if (about === null) return undefined;
    let isNow = true;
    const more = { answers, agent: agent ?? false };
    const askItem = async (itemCode: ItemHit['code']) => {
      const told = await tell(desk, 'guidance.ask', { itemCode, ...more });
      if (!isNow) return;
      if (told.ok) setGuidance(told.value);
      setSetback(told.ok ? null : told.setback);
    };
    const askBundle = async (bundleId: string) => {
      const told = await tell(desk, 'guidance.ask-bundle', { bundleId, ...more });
      if (!isNow) return;
      if (told.ok) setWhole(told.value);
      setSetback(told.ok ? null : told.setback);
    };
    void (about.kind === 'item' ? askItem(about.code) : askBundle(about.bundleId));
    return () => {
      isNow = false;
    };
  }, [desk, about, answers, agent]);

  const find = async (text: string) => {
    const mine = (searches.current += 1);
    if (text.trim() === '') {
      setSearch({ ...NO_SEARCH, text });
      return;
    }
    setSearch((now) => ({ ...now, text, state: 'looking' }));
    const told = await tell(desk, 'intake.find-item', { text: text.trim().slice(0, 60), limit: 12 });
    if (mine !== searches.current) return;
    setSearch(itemsSought(text, told));
  };

  const keep = (of: About, onlineNumber: string | null) =>
    of.kind === 'item'
      ? tell(desk, 'guidance.keep', { itemCode: of.code, answers, onlineNumber })
      : tell(desk, 'guidance.keep-bundle', { bundleId: of.bundleId, answers });

  return {
    search,
    guidance,
    whole,
    answers,
    agent,
    taken,
    busy,
    setback,
    list,
    makeList: async () => {
      if (about === null || list.busy) return;
      const kept = await keep(about, null);
      if (!kept.ok) return setSetback(kept.setback);
      setSetback(null);
      await list.make({ kind: 'guidance', guidanceId: kept.value.guidanceId, agent });
    },
    find: (text) => void find(text),
    choose: (wanted) => {
      setSearch(NO_SEARCH);
      setGuidance(null);
      setWhole(null);
      setAnswers({});
      setAbout(wanted);
      list.forget();
    },
    answer: (situationId, optionId) => {
      // A list that was made says what the answers were then.
      list.forget();
      setAnswers((now) => ({ ...now, [situationId]: optionId }));
    },
    comesFor: (isAgent) => {
      list.forget();
      setAgent(isAgent);
    },
    take: async ({ queue: wanted, priority, onlineNumber }) => {
      if (about === null || busy) return;
      setBusy(true);
      const kept = await keep(about, onlineNumber);
      const told = kept.ok
        ? await tell(desk, 'queue.take', {
            queue: wanted,
            priority,
            ...(about.kind === 'item' ? { itemCode: about.code } : {}),
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
      setAbout(null);
      setGuidance(null);
      setWhole(null);
      setAnswers({});
      setAgent(null);
      setTaken(null);
      setSetback(null);
      setSearch(NO_SEARCH);
      list.forget();
    },
  };
}
