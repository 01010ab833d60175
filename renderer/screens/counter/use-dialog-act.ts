import { useState } from 'react';
import { useStore } from 'zustand';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import type { Stores } from '../../stores/stores.ts';

export interface DialogAct {
  readonly close: () => void;
  /** Runs the act and closes the dialog when it was done; else the dialog stays and says why. */
  readonly run: (act: () => Promise<boolean>) => void;
  readonly isBusy: boolean;
  readonly sentence: string | null;
}

/**
 * What every dialog of the queue does with its answer.
 *
 * @param card the masked name on the card that brought the dialog up: it is read again for the ticket now in hand
 */
export function useDialogAct({ queue, screen, visit }: Stores, card?: string): DialogAct {
  const words = useWords();
  const setback = useStore(queue, (s) => s.setback);
  const isBusy = useStore(queue, (s) => s.busy !== null);
  const [tried, setTried] = useState(false);
  const { close } = screen.getState();
  return {
    close,
    isBusy,
    sentence: tried && setback ? setbackWords(words, setback.setback) : null,
    run: (act) => {
      setTried(true);
      void (async () => {
        if (!(await act())) return;
        close();
        if (card !== undefined) await visit.getState().readAgain();
      })();
    },
  };
}
