import { useStore } from 'zustand';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

/** Asks again what was away, and whether what was given on an earlier day still stands. */
export function RecheckButton({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { rechecking, setback, recheck } = useStore(stores.sources);
  const due = file.materials.filter((material) => material.recheck).length;
  if (due === 0) return null;
  const isBusy = rechecking === file.id;
  return (
    <>
      {setback?.materialId === null && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
      <ActButton act="recheck" busy={isBusy} onAct={() => recheck(file.id)}>
        {isBusy ? words.sources.rechecking : words.sources.recheckAll(due)}
      </ActButton>
    </>
  );
}
