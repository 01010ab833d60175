import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CaseId } from '#contract/shapes/case.ts';
import type { QueryBasis, QueryKind } from '#contract/shapes/material.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';

/** A question to a source about one paper. */
export interface SourceWish {
  readonly caseId: CaseId;
  readonly materialId: string;
  readonly kind: QueryKind;
  /** Of a licence code that was shown. */
  readonly identifier: string | null;
}

export interface SourceState {
  /** About to be asked: its purpose is on the screen until somebody says on what basis. */
  readonly offer: SourceWish | null;
  /** Under way. Nothing else waits for it: the clerk goes on. */
  readonly asking: readonly SourceWish[];
  /** The sources of this case are being asked again. */
  readonly rechecking: CaseId | null;
  readonly setback: { readonly materialId: string | null; readonly setback: Setback } | null;
  readonly propose: (wish: SourceWish) => void;
  readonly forget: () => void;
  /** Asks what was proposed. The answer is seen in the case. */
  readonly ask: (basis: QueryBasis) => Promise<void>;
  readonly recheck: (caseId: CaseId) => Promise<void>;
}

export type SourceStore = StoreApi<SourceState>;

/** Questions to licence libraries and departments. The desk keeps what was answered; this is what is under way. */
export function createSourceStore(desk: Desk): SourceStore {
  return createStore<SourceState>()((set, get) => ({
    offer: null,
    asking: [],
    rechecking: null,
    setback: null,
    propose: (offer) => {
      if (!get().asking.some((wish) => isSame(wish, offer))) set({ offer, setback: null });
    },
    forget: () => set({ offer: null, setback: null }),
    ask: async (basis) => {
      const { offer: wish, asking } = get();
      if (!wish) return;
      set({ offer: null, asking: [...asking, wish], setback: null });
      const told = await tell(desk, 'materials.query', { ...wish, basis });
      set({
        asking: get().asking.filter((one) => one !== wish),
        setback: told.ok ? null : { materialId: wish.materialId, setback: told.setback },
      });
    },
    recheck: async (caseId) => {
      if (get().rechecking) return;
      set({ rechecking: caseId, setback: null });
      const told = await tell(desk, 'materials.recheck', { caseId });
      set({ rechecking: null, setback: told.ok ? null : { materialId: null, setback: told.setback } });
    },
  }));
}

function isSame(one: SourceWish, other: SourceWish): boolean {
  return one.caseId === other.caseId && one.materialId === other.materialId;
}
