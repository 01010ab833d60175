import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SyncView } from '#contract/shapes/sync-state.ts';
import type { Desk } from '../desk.ts';
import { type Told, tell, type Setback } from './asking.ts';

export interface SyncState {
  readonly view: SyncView | null;
  readonly chosenId: string | null;
  readonly busy: 'try-now' | 'send-again' | null;
  readonly setback: Setback | null;
  readonly read: () => Promise<void>;
  readonly choose: (debtId: string | null) => void;
  readonly tryNow: () => Promise<void>;
  readonly sendAgain: (debtId: string) => Promise<void>;
}

export type SyncStore = StoreApi<SyncState>;

/** What is owed to the province. A copy for looking at: the desk process holds the truth. */
export function createSyncStore(desk: Desk): SyncStore {
  const store = createStore<SyncState>()((set, get) => {
    let asked = 0;
    let shown = 0;

    function show(order: number, view: SyncView): void {
      if (order < shown) return;
      shown = order;
      set({ view, setback: null });
    }

    async function read(): Promise<void> {
      const order = (asked += 1);
      const told = await tell(desk, 'sync.view', {});
      if (told.ok) show(order, told.value);
      else if (told.setback.kind !== 'refused') set({ setback: told.setback });
    }

    async function act(
      busy: SyncState['busy'],
      ask: () => Promise<Told<'sync.try-now' | 'sync.send-again'>>,
    ): Promise<void> {
      if (get().busy) return;
      const order = (asked += 1);
      set({ busy, setback: null });
      const told = await ask();
      if (told.ok) {
        show(order, told.value);
      } else {
        if (told.setback.kind !== 'refused') await read();
        set({ setback: told.setback });
      }
      set({ busy: null });
    }

    return {
      view: null,
      chosenId: null,
      busy: null,
      setback: null,
      read,
      choose: (chosenId) => set({ chosenId, setback: null }),

      tryNow: () => act('try-now', () => tell(desk, 'sync.try-now', {})),
      sendAgain: (debtId) => act('send-again', () => tell(desk, 'sync.send-again', { debtId })),
    };
  });

  const readAgain = () => void store.getState().read();
  desk.hear('sync.changed', readAgain);
  // What the identity of a case waits for is said with its debts.
  desk.hear('case.changed', ({ caseId }) => {
    const debts = store.getState().view?.debts ?? [];
    if (debts.some((debt) => debt.caseId === caseId && debt.identityWait !== null)) readAgain();
  });
  desk.hear('session.changed', readAgain);
  desk.onBack(readAgain);
  return store;
}
