import { useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { standingWord } from '../case/act-offer.ts';
import { CorrectionDialog } from '../case/correction-dialog.tsx';
import { PapersDialog } from '../papers/papers-dialog.tsx';
import { RefusalDialog } from '../case/refusal-dialog.tsx';
import { SecondEntry } from '../form/second-entry.tsx';
import { MoreActs } from '../progress/more-acts.tsx';
import { finishOrAsk } from '../trips/finish-or-ask.ts';

/** After the outcome: reprint, one more item, finish; a received case may still be decided here. */
export function ResultActs({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { result, deciding } = words.sheet;
  const { busy, accept, correct, refuse, reprint, oneMore } = useStore(stores.caseFile);
  const queueBusy = useStore(stores.queue, (s) => s.busy);
  const ticket = useStore(stores.queue, (s) => s.view?.inHand?.number ?? null);
  const [asking, setAsking] = useState<'correct' | 'refuse' | 'papers' | null>(null);
  const [slip] = file.notices;
  const tolerant =
    standingWord(file, 'accept') !== 'open' && standingWord(file, 'accept-tolerant') === 'open';
  const outcome = tolerant ? 'accept-tolerant' : 'accept';
  const undecided = file.state === 'received' || file.state === 'received-again';
  return (
    <footer className={undecided ? 'result-acts tight' : 'result-acts'}>
      {undecided && (
        <>
          <ActButton
            act="refuse"
            look="quiet"
            stop
            standing={standingWord(file, 'refuse')}
            onAct={() => setAsking('refuse')}
          >
            {deciding.acts.refuse}
          </ActButton>
          <ActButton
            act="correct"
            look="quiet"
            standing={standingWord(file, 'correct')}
            onAct={() => setAsking('correct')}
          >
            {deciding.acts.correct}
          </ActButton>
          <ActButton
            act="accept"
            look="button"
            busy={busy === 'accept'}
            standing={standingWord(file, outcome)}
            onAct={accept}
          >
            {deciding.acts[outcome]}
          </ActButton>
        </>
      )}
      <span className="push" />
      <MoreActs stores={stores} file={file} look="quiet" />
      <SecondEntry stores={stores} file={file} />
      <ActButton
        act="reprint"
        look="quiet"
        busy={busy === 'reprint'}
        standing={slip ? 'open' : 'no-notice'}
        onAct={() => (slip ? reprint(slip.id) : undefined)}
      >
        {result.reprint}
      </ActButton>
      <ActButton act="papers" look="quiet" onAct={() => setAsking('papers')}>
        {words.papers.open}
      </ActButton>
      <button type="button" className="btn big" onClick={oneMore}>
        {result.oneMore}
        <Key act="one-more-item" />
      </button>
      <button
        type="button"
        className="btn big primary"
        data-focus-first
        aria-busy={queueBusy === 'finish' || undefined}
        onClick={() => void finishOrAsk(stores)}
      >
        <Key act="finish" />
        {[result.finish, undecided ? null : ticket].filter(Boolean).join(' ')}
      </button>
      {asking === 'correct' && (
        <CorrectionDialog file={file} stores={stores} onClose={() => setAsking(null)} onCorrect={correct} />
      )}
      {asking === 'refuse' && (
        <RefusalDialog stores={stores} onClose={() => setAsking(null)} onRefuse={refuse} />
      )}
      {asking === 'papers' && <PapersDialog stores={stores} onClose={() => setAsking(null)} />}
    </footer>
  );
}
