import './hand-over.css';
import { useState } from 'react';
import type { PaperKey } from '#contract/shapes/hand-over.ts';
import { Bones } from '../../components/bones.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { ListSide } from './list-side.tsx';
import { PapersHere } from './papers-here.tsx';
import { useHandOvers } from './use-hand-overs.ts';

/** 交接: originals that lie at this window, and the lists with which they went to their departments. */
export function HandOverScreen({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const hands = useHandOvers(stores.desk);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { view, setback } = hands;
  const chosen = view?.lists.find(({ id }) => id === chosenId) ?? view?.lists[0] ?? null;
  useAct('back', () => stores.screen.getState().go('counter'));
  useAct(
    'reprint',
    () => (chosen ? hands.reprint(chosen.notice.id) : undefined),
    chosen ? 'open' : 'no-notice',
  );

  if (!view) {
    return (
      <div className="hand-over-screen loading" aria-label={words.handOver.title}>
        {setback ? <SetbackLine>{setbackWords(words, setback)}</SetbackLine> : <Bones rows={5} />}
      </div>
    );
  }
  const make = async (department: string, papers: readonly PaperKey[]) => {
    const done = await hands.make({ department, papers: [...papers] });
    // The new list is the first that nobody signed: the printed sheet is in the clerk's hand now.
    if (done) setChosenId(null);
    return done;
  };
  return (
    <div className="hand-over-screen" aria-label={words.handOver.title}>
      <PapersHere
        view={view}
        busy={hands.busy}
        setback={setback && setbackWords(words, setback)}
        onMake={make}
        onGiveBack={(papers) => hands.giveBack({ papers: [...papers] })}
      />
      <ListSide
        stores={stores}
        lists={view.lists}
        chosen={chosen}
        busy={hands.busy}
        onChoose={setChosenId}
        onSign={(signed) => hands.sign(signed)}
        onPrint={(noticeId) => void hands.reprint(noticeId)}
      />
    </div>
  );
}
