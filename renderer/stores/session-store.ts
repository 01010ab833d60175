import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '#contract/calls.ts';
import type { Staff } from '#contract/shapes/person.ts';
import type { Desk } from '../desk.ts';
import { type Told, tell, type Setback } from './asking.ts';

export type SiteView = Output<'desk.site'>;
export type PracticePerson = Output<'access.practice-people'>[number];

export interface SessionState {
  /** False until the desk has answered once. */
  readonly known: boolean;
  readonly staff: Staff | null;
  readonly locked: boolean;
  readonly mustChangePassword: boolean;
  readonly largeType: boolean;
  readonly site: SiteView | null;
  readonly people: readonly PracticePerson[];
  /** A clerk number read from a badge, to be put into the sign-in form. */
  readonly badge: string | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  readonly look: () => Promise<void>;
  /** The first look, taken once however many wait for it: it begins before there is anything to draw. */
  readonly firstLook: () => Promise<void>;
  readonly signIn: (number: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly lock: (because: 'asked' | 'idle') => Promise<void>;
  readonly unlock: (password: string) => Promise<void>;
  readonly changePassword: (old: string, next: string) => Promise<void>;
  /** Large type for whoever sits here. It shows at once; the desk keeps it for the next start. */
  readonly turnLarge: () => Promise<void>;
  readonly showBadge: (number: string) => void;
  readonly forgetSetback: () => void;
}

export type SessionStore = StoreApi<SessionState>;

/** Who sits here and what this window is. The desk decides; this is a copy for looking at. */
export function createSessionStore(desk: Desk): SessionStore {
  return createStore<SessionState>()((set, get) => {
    const take = (told: Told<'access.session'>) => {
      if (told.ok) {
        // A badge is for one sign-in or one lock; after a change of hands it stays for the next form.
        const badge = told.value.staff && !told.value.locked ? null : get().badge;
        set({ ...told.value, known: true, setback: null, badge });
      } else set({ setback: told.setback });
    };
    let first: Promise<void> | null = null;
    const act = async (asked: () => Promise<Told<'access.session'>>) => {
      if (get().busy) return;
      set({ busy: true, setback: null });
      try {
        take(await asked());
      } finally {
        set({ busy: false });
      }
    };
    return {
      known: false,
      staff: null,
      locked: false,
      mustChangePassword: false,
      largeType: false,
      site: null,
      people: [],
      badge: null,
      busy: false,
      setback: null,

      look: async () => {
        const [site, session, people] = await Promise.all([
          tell(desk, 'desk.site', {}),
          tell(desk, 'access.session', {}),
          tell(desk, 'access.practice-people', {}),
        ]);
        if (site.ok) set({ site: site.value });
        if (people.ok) set({ people: people.value });
        // A look after the desk came back must not wipe the sentence the clerk is reading.
        if (session.ok) set({ ...session.value, known: true });
        else set({ setback: session.setback });
      },
      firstLook: () => (first ??= get().look()),
      signIn: (number, password) => act(() => tell(desk, 'access.sign-in', { number, password })),
      signOut: () => act(() => tell(desk, 'access.sign-out', {})),
      lock: (because) => act(() => tell(desk, 'access.lock', { because })),
      unlock: (password) => act(() => tell(desk, 'access.unlock', { password })),
      changePassword: (old, next) => act(() => tell(desk, 'access.change-password', { old, new: next })),
      turnLarge: async () => {
        const large = !get().largeType;
        set({ largeType: large });
        const told = await tell(desk, 'access.turn-large-type', { large });
        if (!told.ok) set({ setback: told.setback });
      },
      showBadge: (badge) => set({ badge }),
      forgetSetback: () => set({ setback: null }),
    };
  });
}
