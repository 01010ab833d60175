import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '#contract/calls.ts';
import type { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { Stroke } from '#contract/shapes/signature.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';

/** News bring the next look at once; without news it looks this often. */
const LOOK_EVERY_MS = 3000;
const SAID_FOR_MS = 5000;
/** As long as the desk takes the answer. */
const WEIGHED_FOR_MS = 140_000;

export interface CitizenState {
  readonly view: Output<'citizen.view'> | null;
  readonly stale: boolean;
  readonly language: 'zh-CN' | 'en';
  /** 0 to 2: three sizes of type. */
  readonly size: number;
  readonly busy: boolean;
  /** What was just done, for a few seconds. */
  readonly said: 'thanks' | 'told' | 'rated' | null;
  readonly setback: Setback | null;
  readonly look: () => Promise<void>;
  readonly sign: (strokes: readonly Stroke[]) => Promise<void>;
  /** With the answers of a form that are not right. */
  readonly object: (wrong?: readonly Meaning[]) => Promise<void>;
  readonly consent: (agrees: boolean) => Promise<void>;
  /** 好差评. */
  readonly rate: (level: EvaluationLevel, reasons: readonly EvaluationReason[]) => Promise<void>;
  readonly skipRating: () => Promise<void>;
  /** The citizen thinks about why: the question stays until it is answered or the desk takes no answer any more. */
  readonly weigh: (asked: Rating) => void;
  readonly weighed: Rating | null;
  readonly turnLanguage: () => void;
  readonly turnSize: () => void;
}

type Rating = NonNullable<Output<'citizen.view'>['rating']>;

export type CitizenStore = StoreApi<CitizenState>;

const SIZES = 3;

/** What the citizen at this window may see. A copy for looking at: nothing of it is kept. */
export function createCitizenStore(desk: Desk): CitizenStore {
  return createStore<CitizenState>()((set, get) => {
    const say = (said: CitizenState['said']): void => {
      set({ said });
      setTimeout(() => set({ said: null }), SAID_FOR_MS);
    };
    return {
      view: null,
      stale: false,
      language: 'zh-CN',
      size: 0,
      busy: false,
      said: null,
      weighed: null,
      setback: null,
      look: async () => {
        const told = await tell(desk, 'citizen.view', {});
        if (!told.ok) return set({ stale: true });
        const before = get().view?.paper?.signingId;
        const isNew = told.value.paper?.signingId !== before;
        // Somebody else sits here now: what one citizen weighed is not the next one's to answer.
        const left = told.value.serving !== null ? { weighed: null } : {};
        // A new paper takes the place of what was said of the one before.
        const comes = isNew && told.value.paper !== null;
        const gone = { ...left, ...(isNew ? { setback: null } : {}), ...(comes ? { said: null } : {}) };
        set({ view: told.value, stale: false, ...gone });
      },
      sign: async (strokes) => {
        const signingId = get().view?.paper?.signingId;
        if (signingId === undefined || get().busy) return;
        set({ busy: true, setback: null });
        const pen = strokes.map((stroke) => [...stroke]);
        const told = await tell(desk, 'citizen.sign', { signingId, strokes: pen });
        set({ busy: false, setback: told.ok ? null : told.setback });
        if (told.ok) say('thanks');
        await get().look();
      },
      object: async (wrong = []) => {
        const signingId = get().view?.paper?.signingId;
        if (signingId === undefined || get().busy) return;
        set({ busy: true, setback: null });
        const told = await tell(desk, 'citizen.object', { signingId, wrong: [...wrong] });
        set({ busy: false, setback: told.ok ? null : told.setback });
        if (told.ok) say('told');
        await get().look();
      },
      consent: async (agrees) => {
        const consentId = get().view?.consent?.consentId;
        if (consentId === undefined || get().busy) return;
        set({ busy: true, setback: null });
        const told = await tell(desk, 'citizen.consent', { consentId, agrees });
        set({ busy: false, setback: told.ok ? null : told.setback });
        await get().look();
      },
      rate: async (level, reasons) => {
        const offerId = (get().weighed ?? get().view?.rating)?.offerId;
        if (offerId === undefined || get().busy) return;
        set({ busy: true, setback: null });
        const told = await tell(desk, 'citizen.rate', { offerId, level, reasons: [...reasons] });
        set({ busy: false, setback: told.ok ? null : told.setback, ...(told.ok ? { weighed: null } : {}) });
        if (told.ok) say('rated');
        await get().look();
      },
      skipRating: async () => {
        const offerId = (get().weighed ?? get().view?.rating)?.offerId;
        if (offerId === undefined || get().busy) return;
        set({ busy: true, setback: null });
        // Whatever the desk says: who leaves the question has left it.
        await tell(desk, 'citizen.skip-rating', { offerId });
        set({ busy: false, weighed: null });
        await get().look();
      },
      weigh: (weighed) => {
        set({ weighed });
        setTimeout(() => {
          if (get().weighed?.offerId === weighed.offerId) set({ weighed: null });
        }, WEIGHED_FOR_MS);
      },
      turnLanguage: () => set(({ language }) => ({ language: language === 'en' ? 'zh-CN' : 'en' })),
      turnSize: () => set(({ size }) => ({ size: (size + 1) % SIZES })),
    };
  });
}

export function watchCitizen(desk: Desk, citizen: CitizenStore): () => void {
  const look = () => void citizen.getState().look();
  const undo = [
    desk.hear('citizen.changed', look),
    desk.hear('visit.changed', look),
    desk.hear('queue.changed', look),
    desk.onBack(look),
    desk.onGone(() => citizen.setState({ stale: true })),
  ];
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return () => {
    clearInterval(timer);
    for (const stop of undo) stop();
  };
}
