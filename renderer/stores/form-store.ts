import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input } from '#contract/calls.ts';
import type { CaseId, CaseState } from '#contract/shapes/case.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { FormValues } from '#contract/shapes/form-view.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';
import { createDraftSaver, type Saved } from './drafts.ts';
import { meaningsChanged, sectionsOf, type Slots, slotsOf, withValues } from './form-slots.ts';
import { EMPTY, type FormScope, type FormState } from './form-state.ts';

/** Calls that change a form and answer with what it holds then. */
type FormCall =
  | 'form.save'
  | 'form.undo'
  | 'form.pick'
  | 'form.pick-card'
  | 'form.take-person'
  | 'form.take-earlier'
  | 'form.still-so'
  | 'form.show-citizen';

export type FormStore = StoreApi<FormState>;

/** Not a "no" to what was typed: it is kept and sent again. */
const LATER = new Set<string>(['locked', 'disk-full']);

/** The form of the case on the sheet. A copy for looking at: the desk process holds the truth. */
export function createFormStore(desk: Desk): FormStore {
  const store = createStore<FormState>()((set, get) => {
    let asked = 0;
    let shown = 0;
    let seenState: CaseState | null = null;

    const saver = createDraftSaver<Meaning>((meaning, draft) => {
      const slot = get().slots[meaning];
      if (slot) set(({ slots }) => ({ slots: { ...slots, [meaning]: { ...slot, draft } } }));
    });

    /** Answers may overtake each other; an older one never covers a newer one. */
    function show(order: number, change: (state: FormState) => Partial<FormState>): void {
      if (order < shown) return;
      shown = order;
      set(change);
    }

    function showValues(order: number, { values, cardLines, standing, mayUndo, paper }: FormValues): void {
      show(order, ({ slots }) => ({
        slots: withValues(slots, values),
        cardLines,
        standing,
        mayUndo,
        paper,
        setback: null,
      }));
    }

    async function look(): Promise<void> {
      const { caseId, scope } = get();
      if (caseId === null) return;
      const order = (asked += 1);
      const told = await tell(desk, 'form.look', { caseId, scope });
      if (get().caseId !== caseId || get().scope !== scope) return;
      if (!told.ok) {
        const isGone = told.setback.kind === 'refused' && told.setback.refusal === 'no-such-case';
        show(order, ({ phase }) =>
          isGone
            ? { ...EMPTY, phase: 'none' }
            : { phase: phase === 'here' ? 'here' : 'away', setback: told.setback },
        );
        return;
      }
      const { fields, cardLines, standing, frozen, mayUndo, people, terms, paper, signatureWanted } =
        told.value;
      show(order, ({ slots }) => ({
        phase: 'here',
        sections: sectionsOf(fields),
        slots: slotsOf(told.value, slots),
        terms,
        cardLines,
        standing,
        frozen,
        paper,
        signatureWanted,
        mayUndo,
        people,
        setback: null,
      }));
    }

    async function save(place: Place, meaning: Meaning, value: string): Promise<Saved> {
      const order = (asked += 1);
      const told = await tell(desk, 'form.save', { ...place, values: [{ meaning, value }] });
      const isHere = get().caseId === place.caseId && get().scope === place.scope;
      if (told.ok) {
        if (isHere) showValues(order, told.value);
        return 'saved';
      }
      if (isHere) set({ setback: told.setback });
      if (told.setback.kind !== 'refused') return 'unknown';
      return LATER.has(told.setback.refusal) ? 'unknown' : 'refused';
    }

    /** An act of the whole form. What is still being typed is saved before it, or it would come back after it. */
    async function act<N extends FormCall>(name: N, input: (place: Place) => Input<N>): Promise<boolean> {
      const { caseId, scope, busy } = get();
      if (caseId === null || busy) return false;
      set({ busy: true });
      await saver.settle();
      const order = (asked += 1);
      const told = await tell<FormCall>(desk, name, input({ caseId, scope }));
      set({ busy: false });
      if (get().caseId !== caseId) return false;
      if (!told.ok) {
        await look();
        set({ setback: told.setback });
        return false;
      }
      const replaced = meaningsChanged(get().slots, told.value.values);
      saver.forget((meaning) => replaced.has(meaning));
      set(({ slots }) => ({ slots: withoutDrafts(slots, replaced) }));
      showValues(order, told.value);
      return true;
    }

    async function begin(change: Partial<FormState>): Promise<void> {
      await saver.settle();
      saver.forget();
      shown = asked += 1;
      set({ ...EMPTY, ...change });
      await look();
    }

    return {
      caseId: null,
      scope: 'case',
      phase: 'none',
      ...EMPTY,
      busy: false,
      asking: false,
      cardWaits: false,

      look,
      follow: async (caseId, state) => {
        const { caseId: before } = get();
        if (before === caseId && seenState === state) return;
        const isSameCase = before === caseId;
        seenState = state;
        if (isSameCase) return look();
        await begin({ caseId, scope: 'case', phase: caseId === null ? 'none' : 'reading' });
      },
      turnTo: async (scope) => begin({ scope, phase: 'reading' }),

      type: (meaning, text) => {
        const { caseId, scope } = get();
        if (caseId === null) return;
        saver.type(meaning, text, async (value) => save({ caseId, scope }, meaning, value));
      },
      settle: async () => saver.settle(),
      leave: async (meaning) => {
        await saver.settle();
        const slot = get().slots[meaning];
        // A personal value stays as it was typed: the desk gives it back only masked.
        if (slot?.draft?.state !== 'saved' || slot.held.value?.masked) return;
        saver.forget((key) => key === meaning);
        set(({ slots }) => ({ slots: withoutDrafts(slots, new Set([meaning])) }));
      },

      undo: async () => void (await act('form.undo', (place) => place)),
      pick: async (meaning, source, reason) =>
        act('form.pick', (place) => ({ ...place, meaning, source, reason })),
      stillSo: async (meanings) =>
        void (await act('form.still-so', (place) => ({ ...place, meanings: [...meanings] }))),
      askSources: async () => {
        const { caseId, scope, asking } = get();
        if (caseId === null || asking) return;
        set({ asking: true, asked: null });
        const told = await tell(desk, 'form.ask-sources', { caseId, scope });
        set({ asking: false });
        if (get().caseId !== caseId || get().scope !== scope) return;
        // Typing went on meanwhile: the form is read as it is now, and what is being typed stays.
        await look();
        set(told.ok ? { asked: told.value.asked } : { setback: told.setback });
      },
      askCard: async () => {
        const { caseId, scope, cardWaits } = get();
        if (cardWaits) return get().stopCard();
        if (caseId === null) return;
        set({ cardWaits: true, cardAsked: null, setback: null });
        const told = await tell(desk, 'form.ask-card', { caseId, scope });
        set({ cardWaits: false });
        if (get().caseId !== caseId) return;
        await look();
        if (told.ok) set({ cardAsked: told.value });
        else if (!isCalledOff(told.setback)) set({ setback: told.setback });
      },
      stopCard: async () => {
        const told = await tell(desk, 'form.stop-card', {});
        if (!told.ok) set({ setback: told.setback });
      },
      pickCard: async ({ role, field }, word, reason) =>
        act('form.pick-card', (place) => ({ ...place, role, field, word, reason })),
      revealCard: async (role, field, word) => {
        const { caseId, scope } = get();
        if (caseId === null) return null;
        const purpose = 'compare-with-paper';
        const told = await tell(desk, 'form.reveal-card', { caseId, scope, role, field, word, purpose });
        if (told.ok) return told.value.value;
        set({ setback: told.setback });
        return null;
      },
      showCitizen: async () => {
        if (!(await act('form.show-citizen', (place) => place))) return;
        // A desk without a shell has no screens of its own: the paper waits on whichever the citizen looks at.
        await tell(desk, 'citizen.open-screen', {});
      },
      takePerson: async (person, role) =>
        void (await act('form.take-person', (place) => ({ ...place, person, role }))),
      takeEarlier: async (meanings) =>
        void (await act('form.take-earlier', (place) => ({ ...place, meanings: [...meanings] }))),

      reveal: async (meaning, source, purpose) => {
        const { caseId, scope } = get();
        if (caseId === null) return null;
        const told = await tell(desk, 'form.reveal', { caseId, scope, meaning, source, purpose });
        if (told.ok) return told.value.value;
        set({ setback: told.setback });
        return null;
      },
      fetchBack: async (meaning) => {
        const { caseId } = get();
        const text = await get().reveal(meaning, null, 'correct-a-value');
        const slot = get().slots[meaning];
        if (text === null || !slot || get().caseId !== caseId) return;
        set(({ slots }) => ({
          slots: { ...slots, [meaning]: { ...slot, draft: { text, state: 'saved' } } },
        }));
      },
    };
  });

  // The party said something new, somebody signed in again, the desk came back.
  desk.hear('visit.changed', () => void store.getState().look());
  // The citizen signed the form, or pointed at what is wrong in it.
  desk.hear('citizen.changed', () => void store.getState().look());
  desk.hear('session.changed', () => void lookAndSettle(store));
  desk.onBack(() => void lookAndSettle(store));
  return store;
}

interface Place {
  readonly caseId: CaseId;
  readonly scope: FormScope;
}

/** Whoever asked said that the card is not wanted any more. */
function isCalledOff(setback: Setback): boolean {
  return setback.kind === 'refused' && setback.refusal === 'card-not-wanted';
}

async function lookAndSettle(store: FormStore): Promise<void> {
  await store.getState().look();
  await store.getState().settle();
}

function withoutDrafts(slots: Slots, meanings: ReadonlySet<Meaning>): Slots {
  const cleared = [...meanings].flatMap((meaning) => {
    const slot = slots[meaning];
    return slot?.draft ? [[meaning, { ...slot, draft: null }]] : [];
  });
  return cleared.length === 0 ? slots : { ...slots, ...Object.fromEntries(cleared) };
}
