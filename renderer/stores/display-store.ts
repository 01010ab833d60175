import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DisplayView } from '#contract/shapes/ticket.ts';
import type { Desk } from '../desk.ts';
import { tell } from './asking.ts';
import type { SiteView } from './session-store.ts';

const LOOK_EVERY_MS = 2000;

export interface DisplayState {
  readonly view: DisplayView | null;
  /** This screen's own clock when the view came. */
  readonly seenAtMs: number;
  readonly stale: boolean;
  readonly site: SiteView | null;
  readonly timeZone: string;
  readonly look: () => Promise<void>;
}

export type DisplayStore = StoreApi<DisplayState>;

/** What the public display shows: numbers and windows, never an item or a name. */
export function createDisplayStore(desk: Desk, nowMs: () => number): DisplayStore {
  return createStore<DisplayState>()((set, get) => ({
    view: null,
    seenAtMs: 0,
    stale: false,
    site: null,
    timeZone: 'Asia/Shanghai',
    look: async () => {
      if (!get().site) {
        const [site, status] = await Promise.all([
          tell(desk, 'desk.site', {}),
          tell(desk, 'desk.status', {}),
        ]);
        if (site.ok) set({ site: site.value });
        if (status.ok) set({ timeZone: status.value.timeZone });
      }
      const told = await tell(desk, 'queue.display', {});
      set(told.ok ? { view: told.value, seenAtMs: nowMs(), stale: false } : { stale: true });
    },
  }));
}

/** News brings the next look at once; without news it looks every two seconds. */
export function watchDisplay(desk: Desk, display: DisplayStore): () => void {
  const look = () => void display.getState().look();
  const undo = [desk.hear('queue.changed', look), desk.onBack(look)];
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return () => {
    clearInterval(timer);
    for (const stop of undo) stop();
  };
}
