import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CaseId } from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { TicketId } from '#contract/shapes/ticket.ts';

export type ScreenName = 'counter' | 'cases' | 'sync';
export type Language = 'zh-CN' | 'en';
export type Region = 'queue' | 'case' | 'person';

/** The one dialog of the frame that is open. A case's own dialogs are its screen's. */
export type DialogState =
  | { readonly name: 'find' }
  | { readonly name: 'pass' }
  | { readonly name: 'hold' }
  | { readonly name: 'walk-in' }
  | { readonly name: 'call-chosen'; readonly ticketId: TicketId | null }
  | { readonly name: 'transfer'; readonly ticketId: TicketId | null }
  | { readonly name: 'cancel'; readonly ticketId: TicketId };

/** Something another screen should do when it is next shown; whoever does it takes it. */
export type Wish =
  | { readonly kind: 'item'; readonly itemCode: ItemCode }
  | { readonly kind: 'case'; readonly caseId: CaseId };

export interface ScreenState {
  readonly screen: ScreenName;
  readonly language: Language;
  readonly dialog: DialogState | null;
  readonly wish: Wish | null;
  /** A request to move the focus; `no` grows so that asking twice moves it twice. */
  readonly focus: { readonly region: Region; readonly no: number } | null;
  readonly trayOpen: boolean;
  readonly go: (screen: ScreenName) => void;
  readonly speak: (language: Language) => void;
  readonly open: (dialog: DialogState) => void;
  readonly close: () => void;
  readonly want: (wish: Wish) => void;
  /** Gives the wish and forgets it, when it is of this kind. */
  readonly takeWish: <K extends Wish['kind']>(kind: K) => Extract<Wish, { kind: K }> | null;
  readonly focusOn: (region: Region) => void;
  readonly showTray: (open: boolean) => void;
}

export type ScreenStore = StoreApi<ScreenState>;

/** What is in front: the screen, a dialog, the language of this seat. Kept in memory only. */
export function createScreenStore(): ScreenStore {
  return createStore<ScreenState>()((set, get) => ({
    screen: 'counter',
    language: 'zh-CN',
    dialog: null,
    wish: null,
    focus: null,
    trayOpen: false,
    go: (screen) => set({ screen, dialog: null }),
    speak: (language) => set({ language }),
    open: (dialog) => set({ dialog }),
    close: () => set({ dialog: null }),
    want: (wish) => set({ wish, dialog: null, screen: wish.kind === 'case' ? 'cases' : 'counter' }),
    takeWish: (kind) => {
      const { wish } = get();
      if (!wish || !isOfKind(wish, kind)) return null;
      set({ wish: null });
      return wish;
    },
    focusOn: (region) => set((s) => ({ focus: { region, no: (s.focus?.no ?? 0) + 1 } })),
    showTray: (trayOpen) => set({ trayOpen }),
  }));
}

function isOfKind<K extends Wish['kind']>(wish: Wish, kind: K): wish is Extract<Wish, { kind: K }> {
  return wish.kind === kind;
}
