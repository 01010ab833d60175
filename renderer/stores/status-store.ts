import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '#contract/calls.ts';
import type { Desk, DeskRefusal } from '../desk.ts';
import { tell } from './asking.ts';

export type DeskStatus = Output<'desk.status'>;

export interface StatusState {
  readonly status: DeskStatus | null;
  /** This screen's own clock when the status came. */
  readonly seenAtMs: number;
  /** The desk process stopped; the shell is starting it again. Since when, on this screen's clock. */
  readonly goneSinceMs: number | null;
  /** How long the last restart took, until the clerk has seen it. */
  readonly backAfterMs: number | null;
  /** The desk's last own trouble: its word and its log number. */
  readonly trouble: { readonly trouble: string; readonly number: string } | null;
  /** The desk cannot start at all; only a technician can help. */
  readonly refused: DeskRefusal | null;
  readonly look: () => Promise<void>;
  readonly gone: () => void;
  readonly back: () => void;
  readonly seen: () => void;
  readonly refuse: (refusal: DeskRefusal) => void;
  readonly hearTrouble: (trouble: { readonly trouble: string; readonly number: string }) => void;
}

export type StatusStore = StoreApi<StatusState>;

/** The status bar's copy: devices, hall, province, disk, clock; and whether the desk is alive. */
export function createStatusStore(desk: Desk, nowMs: () => number): StatusStore {
  return createStore<StatusState>()((set, get) => ({
    status: null,
    seenAtMs: 0,
    goneSinceMs: null,
    backAfterMs: null,
    trouble: null,
    refused: null,
    look: async () => {
      const told = await tell(desk, 'desk.status', {});
      if (told.ok) set({ status: told.value, seenAtMs: nowMs() });
    },
    gone: () => set((s) => ({ goneSinceMs: s.goneSinceMs ?? nowMs(), backAfterMs: null })),
    back: () => {
      const { goneSinceMs } = get();
      set({
        goneSinceMs: null,
        refused: null,
        backAfterMs: goneSinceMs === null ? null : nowMs() - goneSinceMs,
      });
    },
    seen: () => set({ backAfterMs: null, trouble: null }),
    refuse: (refused) => set({ refused }),
    hearTrouble: (trouble) => set({ trouble }),
  }));
}
