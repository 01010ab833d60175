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
  /** The paper in hand. */
  readonly atPaper: string | null;
  /** About to be asked: its purpose is on the screen until somebody says on what basis. */
  readonly offer: SourceWish | null;
  /** The citizen is being asked on their own screen; a yes asks the source at once. */
  readonly consentAwaited: boolean;
  /** Under way. Nothing else waits for it: the clerk goes on. */
  readonly asking: readonly SourceWish[];
  /** The sources of this case are being asked again. */
  readonly rechecking: CaseId | null;
  /** What a clerk found wrong with an answer is being written. */
  readonly reporting: {
    readonly caseId: CaseId;
    readonly queryId: string;
    readonly materialId: string;
  } | null;
  readonly setback: { readonly materialId: string | null; readonly setback: Setback } | null;
  readonly lookAt: (materialId: string) => void;
  readonly propose: (wish: SourceWish) => void;
  readonly forget: () => void;
  /** Asks the citizen on their own screen about what was proposed. */
  readonly askConsent: () => Promise<void>;
  readonly openScreen: () => Promise<void>;
  /** Asks what was proposed. The answer is seen in the case. */
  readonly ask: (basis: QueryBasis) => Promise<void>;
  readonly startReport: (about: NonNullable<SourceState['reporting']>) => void;
  /** True when the desk has it. */
  readonly report: (say: string) => Promise<boolean>;
  readonly recheck: (caseId: CaseId) => Promise<void>;
}

export type SourceStore = StoreApi<SourceState>;

/** Questions to licence libraries and departments. The desk keeps what was answered; this is what is under way. */
export function createSourceStore(desk: Desk): SourceStore {
  return createStore<SourceState>()((set, get) => ({
    atPaper: null,
    offer: null,
    consentAwaited: false,
    asking: [],
    rechecking: null,
    reporting: null,
    setback: null,
    lookAt: (atPaper) => set({ atPaper }),
    propose: (offer) => {
      if (!get().asking.some((wish) => isSame(wish, offer)))
        set({ offer, consentAwaited: false, setback: null });
    },
    forget: () => set({ offer: null, reporting: null, setback: null }),
    askConsent: async () => {
      const { offer } = get();
      if (!offer) return;
      const { caseId, materialId, kind } = offer;
      set({ consentAwaited: true, setback: null });
      const told = await tell(desk, 'materials.ask-consent', { caseId, materialId, kind });
      if (!told.ok) set({ consentAwaited: false, setback: { materialId, setback: told.setback } });
    },
    openScreen: async () => {
      const materialId = get().offer?.materialId ?? null;
      const told = await tell(desk, 'citizen.open-screen', {});
      if (!told.ok) set({ setback: { materialId, setback: told.setback } });
    },
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
    startReport: (reporting) => set({ reporting, offer: null, setback: null }),
    report: async (say) => {
      const about = get().reporting;
      if (!about) return false;
      const { caseId, queryId, materialId } = about;
      const told = await tell(desk, 'materials.say-wrong', { caseId, queryId, say });
      set(told.ok ? { reporting: null, setback: null } : { setback: { materialId, setback: told.setback } });
      return told.ok;
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
