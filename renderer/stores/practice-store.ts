import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input, Output } from '#contract/calls.ts';
import type { Desk } from '../desk.ts';
import { tell, type Setback } from './asking.ts';

export type TrayState = Output<'practice.state'>;
export type TrayAct = Input<'practice.do'>;

export interface PracticeState {
  readonly tray: TrayState | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  readonly look: () => Promise<void>;
  readonly act: (act: TrayAct) => Promise<void>;
}

export type PracticeStore = StoreApi<PracticeState>;

/** The practice tray: what lies on the stand-in reader, and whether the line is up. */
export function createPracticeStore(desk: Desk): PracticeStore {
  return createStore<PracticeState>()((set, get) => {
    const look = async () => {
      const told = await tell(desk, 'practice.state', {});
      set(told.ok ? { tray: told.value, setback: null } : { setback: told.setback });
    };
    return {
      tray: null,
      busy: false,
      setback: null,
      look,
      act: async (input) => {
        if (get().busy) return;
        set({ busy: true });
        try {
          const told = await tell(desk, 'practice.do', input);
          if (told.ok) await look();
          else set({ setback: told.setback });
        } finally {
          set({ busy: false });
        }
      },
    };
  });
}
