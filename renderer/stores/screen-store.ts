import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CardNews } from '#contract/events.ts';
import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import type { LookPurpose, WhichPerson } from '#contract/shapes/person-page.ts';
import type { ScanTrouble } from '#contract/shapes/scan.ts';
import type { TicketId } from '#contract/shapes/ticket.ts';
import type { Setback } from './asking.ts';

export type ScreenName = 'counter' | 'cases' | 'sync' | 'catalogue' | 'hand-over' | 'one-number' | 'guidance';
export type Language = 'zh-CN' | 'en';
export type Region = 'queue' | 'case' | 'person';

/**
 * The one dialog of the frame that is open. A case's own dialogs are its screen's.
 *
 * `card`: the masked name on the card that brought it up; the card is read again when the dialog was answered.
 */
export type DialogState =
  | { readonly name: 'find' }
  | { readonly name: 'pass' }
  | { readonly name: 'hold' }
  | { readonly name: 'walk-in'; readonly card?: string }
  | { readonly name: 'call-chosen'; readonly ticketId: TicketId | null; readonly card?: string }
  | { readonly name: 'call-offered'; readonly ticketId: TicketId; readonly card?: string }
  | { readonly name: 'transfer'; readonly ticketId: TicketId | null }
  | { readonly name: 'cancel'; readonly ticketId: TicketId }
  | { readonly name: 'left-drafts' }
  | { readonly name: 'drop-left'; readonly leftId: VisitId; readonly number: string }
  | { readonly name: 'leaving' }
  | { readonly name: 'delivery' };

/** Something another screen should do when it is next shown; whoever does it takes it. */
export type Wish =
  | { readonly kind: 'item'; readonly itemCode: ItemCode }
  | { readonly kind: 'bundle'; readonly catalogueId: string }
  | { readonly kind: 'case'; readonly caseId: CaseId }
  /** Without a purpose the screen asks for it first. */
  | { readonly kind: 'person'; readonly which: WhichPerson; readonly purpose: LookPurpose | null }
  | { readonly kind: 'cases-of-card'; readonly readingId: string; readonly name: string };

/** Something said once, over the sheet, that asks for no answer. */
export type Notice =
  | { readonly kind: 'unknown-code'; readonly shown: string }
  | { readonly kind: 'scan-trouble'; readonly trouble: ScanTrouble }
  | { readonly kind: 'not-your-turn'; readonly number: string; readonly ahead: number }
  | { readonly kind: 'ticket-elsewhere'; readonly number: string }
  | { readonly kind: 'ticket-other-queue'; readonly number: string; readonly name: string }
  | { readonly kind: 'receipt-unknown'; readonly number: string }
  | { readonly kind: 'receipt-matches'; readonly number: string }
  | { readonly kind: 'receipt-of-another'; readonly number: string }
  | { readonly kind: 'nobody-for-card'; readonly name: string }
  | { readonly kind: 'card-matches'; readonly name: string; readonly role: PartyRole }
  | { readonly kind: 'card-of-another'; readonly name: string }
  | { readonly kind: 'card-trouble'; readonly phase: CardNews['phase'] }
  | { readonly kind: 'item-needs-ticket' }
  | { readonly kind: 'licence-not-here' }
  | { readonly kind: 'credit-not-here' }
  | { readonly kind: 'credit-from-chip' }
  | { readonly kind: 'network-not-here' }
  | { readonly kind: 'badge-at-work' }
  | { readonly kind: 'kept-under-dialog' }
  | { readonly kind: 'sign-in-first' }
  | { readonly kind: 'unlock-first' }
  /** The desk asked sources again that were away. */
  | { readonly kind: 'sources-answered'; readonly asked: number; readonly proved: number }
  | { readonly kind: 'setback'; readonly setback: Setback }
  /** A key was pressed whose act is off: the word of the reason. */
  | { readonly kind: 'key-off'; readonly reason: string }
  /** F1: the sentence of what has the focus. */
  | { readonly kind: 'why'; readonly sentence: string };

export interface ScreenState {
  readonly screen: ScreenName;
  readonly language: Language;
  readonly dialog: DialogState | null;
  readonly wish: Wish | null;
  /** A request to move the focus; `no` grows so that asking twice moves it twice. */
  readonly focus: { readonly region: Region; readonly no: number } | null;
  readonly trayOpen: boolean;
  readonly notice: { readonly notice: Notice; readonly no: number } | null;
  readonly go: (screen: ScreenName) => void;
  readonly speak: (language: Language) => void;
  readonly open: (dialog: DialogState) => void;
  readonly close: () => void;
  readonly want: (wish: Wish) => void;
  /** Gives the wish and forgets it, when it is of this kind. */
  readonly takeWish: <K extends Wish['kind']>(kind: K) => Extract<Wish, { kind: K }> | null;
  readonly focusOn: (region: Region) => void;
  readonly showTray: (open: boolean) => void;
  readonly tell: (notice: Notice) => void;
  readonly forgetNotice: () => void;
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
    notice: null,
    go: (screen) => set({ screen, dialog: null }),
    speak: (language) => set({ language }),
    open: (dialog) => set({ dialog }),
    close: () => set({ dialog: null }),
    want: (wish) => set({ wish, dialog: null, screen: SCREEN_OF_WISH[wish.kind] }),
    takeWish: (kind) => {
      const { wish } = get();
      if (!wish || !isOfKind(wish, kind)) return null;
      set({ wish: null });
      return wish;
    },
    focusOn: (region) => set((s) => ({ focus: { region, no: (s.focus?.no ?? 0) + 1 } })),
    showTray: (trayOpen) => set({ trayOpen }),
    tell: (notice) => set((s) => ({ notice: { notice, no: (s.notice?.no ?? 0) + 1 } })),
    forgetNotice: () => set({ notice: null }),
  }));
}

const SCREEN_OF_WISH = {
  item: 'counter',
  bundle: 'counter',
  case: 'cases',
  person: 'one-number',
  'cases-of-card': 'cases',
} as const satisfies Record<Wish['kind'], ScreenName>;

function isOfKind<K extends Wish['kind']>(wish: Wish, kind: K): wish is Extract<Wish, { kind: K }> {
  return wish.kind === kind;
}
