import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input } from '#contract/calls.ts';
import type { CardNews } from '#contract/events.ts';
import type { VisitView } from '#contract/shapes/case.ts';
import type { Guardianship, PartyField, PartyRole } from '#contract/shapes/party.ts';
import type { Desk } from '../desk.ts';
import { type Told, tell, type Setback } from './asking.ts';
import { createDraftSaver, type Drafts, type Saved } from './drafts.ts';

/** The calls that answer with the whole visit. */
type VisitCall =
  | 'identity.set-field'
  | 'identity.override'
  | 'identity.clear-party'
  | 'identity.use-card'
  | 'identity.check-network'
  | 'identity.authorise'
  | 'identity.prove-guardian';

type DraftKey = `${PartyRole}.${PartyField}`;
export type PartyDrafts = Drafts<DraftKey>;
export type RevealField = Input<'identity.reveal'>['field'];
export type RevealPurpose = Input<'identity.reveal'>['purpose'];
export type GivenAuthorisation = Input<'identity.authorise'>['authorisation'];

export interface VisitState {
  /** False until the desk has answered once: nothing is drawn as empty before that. */
  readonly known: boolean;
  readonly visit: VisitView | null;
  /** Whose tab is open. */
  readonly role: PartyRole;
  readonly drafts: PartyDrafts;
  /** The last word about the card on the reader; null when it was taken away. */
  readonly card: CardNews | null;
  /** A card that waits for a person to say whose it is. */
  readonly question: CardNews | null;
  /** A network certificate was shown and the platform is being asked. */
  readonly checking: boolean;
  readonly setback: Setback | null;
  readonly read: () => Promise<void>;
  readonly turnTo: (role: PartyRole) => void;
  readonly type: (role: PartyRole, field: PartyField, text: string) => void;
  /** Names the party whose tab is open by a credit code; false when a chip named it or nobody is here. */
  readonly typeCreditCode: (creditCode: string) => boolean;
  readonly settle: () => Promise<void>;
  readonly override: (
    role: PartyRole,
    field: Input<'identity.override'>['field'],
    reason: string,
  ) => Promise<void>;
  readonly clearParty: (role: PartyRole) => Promise<void>;
  /** Puts the card of a reading into a party. */
  readonly fillFrom: (role: PartyRole, readingId: string) => Promise<void>;
  /** Asks whose network certificate was shown; it proves whoever's tab is open. */
  readonly checkNetwork: (scanId: string) => Promise<void>;
  readonly askAbout: (card: CardNews) => void;
  readonly takeCard: (role: PartyRole) => Promise<void>;
  readonly leaveCard: () => void;
  readonly authorise: (authorisation: GivenAuthorisation) => Promise<boolean>;
  readonly proveGuardian: (guardianship: Guardianship | null) => Promise<void>;
  readonly reveal: (role: PartyRole, field: RevealField, purpose: RevealPurpose) => Promise<string | null>;
  /** Puts a saved value back into its field, to be corrected; audited like every look. */
  readonly fetchBack: (role: PartyRole, field: RevealField) => Promise<void>;
  readonly readAgain: () => Promise<void>;
  readonly quiet: () => void;
}

export type VisitStore = StoreApi<VisitState>;

type CardWord = Partial<Pick<VisitState, 'card' | 'setback'>>;

/** Not a "no" to what was typed: it is kept and sent again. */
const LATER = new Set<string>(['locked', 'disk-full']);

/** The visit of the ticket in hand. A copy for looking at: the desk process holds the truth. */
export function createVisitStore(desk: Desk): VisitStore {
  /** Looks at the visit that are on their way. */
  let looks = 0;
  /** What a card did while the fields it filled are on their way: both are drawn at once, in one frame. */
  let word: CardWord = {};
  const store = createStore<VisitState>()((set, get) => {
    let asked = 0;
    let shown = 0;

    const saver = createDraftSaver((key: DraftKey, draft) => {
      set((state) => ({ drafts: { ...state.drafts, [key]: draft } }));
    });

    /** Answers may overtake each other; an older one never covers a newer one. */
    function show(order: number, visit: VisitView | null): void {
      if (order < shown) return;
      shown = order;
      const left = get().visit;
      const another = left?.id !== visit?.id;
      if (another) saver.forget();
      set({
        known: true,
        visit,
        ...said(),
        ...(another ? { drafts: {}, role: 'applicant', question: null } : {}),
      });
    }

    function said(): CardWord {
      const now = word;
      word = {};
      return now;
    }

    async function read(): Promise<void> {
      looks += 1;
      try {
        await readNow();
      } finally {
        looks -= 1;
        // No fields came with it.
        if (looks === 0 && word.card !== undefined) set(said());
      }
    }

    async function readNow(): Promise<void> {
      const order = (asked += 1);
      const told = await tell(desk, 'intake.visit', {});
      if (told.ok) {
        show(order, told.value);
        return;
      }
      const refused = told.setback.kind === 'refused' ? told.setback.refusal : null;
      // A locked screen is unmounted by the frame; what it held comes back with the password.
      if (refused === 'locked') return;
      if (refused) show(order, null);
      else set({ setback: told.setback });
    }

    /** Takes an answer with the whole visit. `asked` at the time of asking is its place in line. */
    async function take(order: number, told: Told<VisitCall>): Promise<Saved> {
      if (told.ok) {
        show(order, told.value);
        set({ setback: null });
        return 'saved';
      }
      if (told.setback.kind === 'refused') {
        set({ setback: told.setback });
        return LATER.has(told.setback.refusal) ? 'unknown' : 'refused';
      }
      // It may have happened all the same: look, do not assume.
      await read();
      set({ setback: told.setback });
      return 'unknown';
    }

    async function change<N extends VisitCall>(name: N, input: Input<N>): Promise<Saved> {
      const order = (asked += 1);
      const told: Told<VisitCall> = await tell(desk, name, input);
      return take(order, told);
    }

    return {
      known: false,
      visit: null,
      role: 'applicant',
      drafts: {},
      card: null,
      question: null,
      checking: false,
      setback: null,

      read,
      turnTo: (role) => {
        set({ role });
        void saver.settle();
      },

      type: (role, field, text) => {
        const visit = get().visit;
        if (!visit) return;
        saver.type(`${role}.${field}`, text, async (value) =>
          change('identity.set-field', { visitId: visit.id, role, field, value }),
        );
      },
      settle: async () => saver.settle(),
      typeCreditCode: (creditCode) => {
        const { visit, role, type } = get();
        const source = visit?.[role]?.source ?? 'by-hand';
        if (!visit || source !== 'by-hand') return false;
        if ((visit[role]?.kind ?? 'person') === 'person') type(role, 'kind', 'enterprise');
        type(role, 'certificateKind', 'credit-code');
        type(role, 'certificateNumber', creditCode);
        void saver.settle();
        return true;
      },

      override: async (role, field, reason) => {
        const visit = get().visit;
        if (visit) await change('identity.override', { visitId: visit.id, role, field, reason });
      },

      clearParty: async (role) => {
        const visit = get().visit;
        if (!visit) return;
        const done = await change('identity.clear-party', { visitId: visit.id, role });
        if (done !== 'saved') return;
        saver.forget((key) => key.startsWith(`${role}.`));
        set((state) => ({ drafts: without(state.drafts, role) }));
      },

      fillFrom: async (role, readingId) => {
        const visit = get().visit;
        if (!visit) return;
        const done = await change('identity.use-card', { visitId: visit.id, role, readingId });
        if (done === 'unknown') return;
        saver.forget((key) => key.startsWith(`${role}.`));
        set((state) => ({ question: null, role, drafts: without(state.drafts, role) }));
      },
      checkNetwork: async (scanId) => {
        const { visit, role } = get();
        if (!visit || get().checking) return;
        set({ checking: true, setback: null });
        try {
          // What was typed so far is whom the platform is asked about.
          await saver.settle();
          const done = await change('identity.check-network', { visitId: visit.id, role, scanId });
          if (done !== 'saved') return;
          saver.forget((key) => key.startsWith(`${role}.`));
          set((state) => ({ drafts: without(state.drafts, role) }));
        } finally {
          set({ checking: false });
        }
      },
      askAbout: (card) => set({ question: card }),
      takeCard: async (role) => {
        const readingId = get().question?.readingId;
        if (readingId) await get().fillFrom(role, readingId);
      },
      leaveCard: () => set({ question: null }),

      authorise: async (authorisation) => {
        const visit = get().visit;
        if (!visit) return false;
        const done = await change('identity.authorise', { visitId: visit.id, authorisation });
        return done === 'saved';
      },

      proveGuardian: async (guardianship) => {
        const visit = get().visit;
        if (visit) await change('identity.prove-guardian', { visitId: visit.id, guardianship });
      },

      reveal: async (role, field, purpose) => {
        const visit = get().visit;
        if (!visit) return null;
        const told = await tell(desk, 'identity.reveal', { visitId: visit.id, role, field, purpose });
        if (told.ok) return told.value.value;
        set({ setback: told.setback });
        return null;
      },

      fetchBack: async (role, field) => {
        const before = get().visit;
        const text = await get().reveal(role, field, 'correct-a-value');
        if (text === null || get().visit?.id !== before?.id) return;
        set((state) => ({ drafts: { ...state.drafts, [`${role}.${field}`]: { text, state: 'saved' } } }));
      },

      readAgain: async () => {
        const told = await tell(desk, 'identity.read-again', {});
        set({ setback: told.ok ? null : told.setback });
      },
      quiet: () => set({ setback: null }),
    };
  });

  listen(desk, store);
  desk.hear('identity.card', (news) => {
    const card = news.phase === 'lifted' ? null : news;
    // The card was the way on that a refusal named.
    const heard: CardWord = news.phase === 'read' ? { card, setback: null } : { card };
    if (looks > 0) word = { ...word, ...heard };
    else store.setState(heard);
  });
  return store;
}

function listen(desk: Desk, store: VisitStore): void {
  desk.hear('visit.changed', () => void store.getState().read());
  desk.hear('session.changed', () => void readAndSettle(store));
  desk.onBack(() => void readAndSettle(store));
}

/** After a lock or a restart: first whose visit it is, then what was typed and not yet saved. */
async function readAndSettle(store: VisitStore): Promise<void> {
  await store.getState().read();
  await store.getState().settle();
}

function without(drafts: PartyDrafts, role: PartyRole): PartyDrafts {
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => !key.startsWith(`${role}.`)));
}
