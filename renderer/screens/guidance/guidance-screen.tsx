import '../case/case.css';
import './guidance.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { ItemSearch } from '../case/item-search.tsx';
import { CrossingTag } from '../crossing/crossing-tag.tsx';
import { GuidedBundle } from './guided-bundle.tsx';
import { GuidedPapers } from './guided-papers.tsx';
import { GuidedPoolPapers } from './guided-pool-papers.tsx';
import { GuidedQuestions } from './guided-questions.tsx';
import { TakeGuided } from './take-guided.tsx';
import { listAsText, TakenPanel } from './taken-panel.tsx';
import { useGuiding } from './use-guiding.ts';

/** 导办: what for, which papers and why, then the ticket; nothing here names a person. */
export function GuidanceScreen({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const said = words.guidance;
  const guiding = useGuiding(stores);
  const site = useStore(stores.session, (s) => s.site);
  const { guidance, whole, taken, setback } = guiding;
  const toBring = whole
    ? listAsText(words, whole.offer.bundle, whole.papers)
    : guidance && listAsText(words, guidance.item, guidance.papers);
  const side = useRef<HTMLElement>(null);
  const isAsking = guidance === null && whole === null && taken === null;
  useEffect(() => {
    if (isAsking) side.current?.querySelector('input')?.focus();
  }, [isAsking]);
  useAct('back', () => {
    if (!isAsking) guiding.next();
    else stores.screen.getState().go('counter');
  });
  return (
    <div className="guidance-screen" aria-label={said.title}>
      <section className="sheet ask-side" ref={side}>
        <h1 className="sr">{said.title}</h1>
        {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
        {taken ? (
          <TakenPanel taken={taken} list={toBring} onNext={guiding.next} />
        ) : whole ? (
          <GuidedBundle key={whole.offer.bundle.id} stores={stores} guiding={guiding} whole={whole} />
        ) : guidance ? (
          <>
            <header>
              <div className="el">
                <h2 className="el">{inLanguage(words, guidance.item.nameZh, guidance.item.nameEn)}</h2>
                <span className="note el">
                  {inLanguage(words, guidance.item.department.nameZh, guidance.item.department.nameEn)}
                </span>
              </div>
              <CrossingTag because={guidance.because} />
              {guidance.item.mustAppearInPerson && <span className="tag a">{words.crossing.person}</span>}
              <button type="button" className="btn quiet" onClick={guiding.next}>
                <Key cap="Esc" />
                {said.other}
              </button>
            </header>
            <GuidedQuestions key={guidance.item.code} guiding={guiding} guidance={guidance} />
            <TakeGuided stores={stores} guiding={guiding} queueCode={guidance.item.queue} asksNumber />
          </>
        ) : (
          <div className="item-step">
            <div className="lead-say">
              <b>{said.lead}</b>
              <span className="note">{said.leadNote}</span>
            </div>
            <ItemSearch
              search={guiding.search}
              busy={guiding.busy}
              site={site}
              onFind={guiding.find}
              onOpen={guiding.choose}
            />
          </div>
        )}
      </section>
      {whole ? (
        <GuidedPoolPapers whole={whole} guiding={guiding} />
      ) : (
        <GuidedPapers guidance={guidance} guiding={guiding} />
      )}
    </div>
  );
}
