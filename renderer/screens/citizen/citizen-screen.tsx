import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import { Icon } from '../../components/icon.tsx';
import type { CitizenStore } from '../../stores/citizen-store.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import type { CitizenWords } from '../../words/citizen-zh.ts';
import { ConsentAsk } from './consent-ask.tsx';
import { PaperToSign } from './paper-to-sign.tsx';
import { RatingAsk } from './rating-ask.tsx';

const SAID = {
  thanks: { title: (said: CitizenWords) => said.thanks, note: (said: CitizenWords) => said.thanksNote },
  told: { title: (said: CitizenWords) => said.told, note: (said: CitizenWords) => said.toldNote },
  rated: {
    title: (said: CitizenWords) => said.rating.thanks,
    note: (said: CitizenWords) => said.rating.thanksNote,
  },
};

type Serving = NonNullable<Output<'citizen.view'>['serving']>;

/** Idle, who is served, or the paper that waits for a signature: one thing at a time, in large type. */
export function CitizenScreen({ citizen }: { readonly citizen: CitizenStore }) {
  const words = useWords();
  const { citizen: said } = words;
  const { view, stale, size, weighed, said: done, turnLanguage, turnSize } = useStore(citizen);
  const paper = view?.paper ?? null;
  const rating = weighed ?? view?.rating ?? null;
  return (
    <div className="cit" data-size={size}>
      <header className="cit-bar">
        <span className="seal" aria-hidden="true">
          {words.frame.seal}
        </span>
        <b>{paper ? said.check : view && inLanguage(words, view.hallName, view.hallNameEn)}</b>
        {view && (
          <span className="dim n">
            {[said.window(view.window), view.serving?.ticketNumber].filter(Boolean).join('  ')}
          </span>
        )}
        <span className="push" />
        <button type="button" className="btn touch" onClick={turnSize}>
          {size === 2 ? said.smaller : said.larger}
        </button>
        <button type="button" className="btn touch" onClick={turnLanguage}>
          {said.otherLanguage}
        </button>
      </header>
      {done ? (
        <main className="cit-one sheet" aria-live="polite">
          <Icon name={done === 'told' ? 'warn' : 'ok'} size="l" tone={done === 'told' ? 'amber' : 'pine'} />
          <h1>{SAID[done].title(said)}</h1>
          <p>{SAID[done].note(said)}</p>
        </main>
      ) : paper ? (
        <PaperToSign key={paper.signingId} citizen={citizen} paper={paper} />
      ) : view?.consent ? (
        <ConsentAsk citizen={citizen} asked={view.consent} />
      ) : rating ? (
        <RatingAsk key={rating.offerId} citizen={citizen} asked={rating} />
      ) : (
        <main className="cit-one sheet">{view?.serving ? <Served serving={view.serving} /> : <Idle />}</main>
      )}
      <footer className="cit-foot">
        <span>
          <Icon name="lock" />
          {stale ? said.away : said.privacy}
        </span>
        <span className="push" />
        {view && <span className="n">{said.hotline(view.hallPhone)}</span>}
      </footer>
    </div>
  );
}

function Idle() {
  const { citizen: said } = useWords();
  return (
    <>
      <h1>{said.ready}</h1>
      <p>{said.readyNote}</p>
    </>
  );
}

function Served({ serving }: { readonly serving: Serving }) {
  const words = useWords();
  const { citizen: said } = words;
  return (
    <>
      <h1>{said.serving}</h1>
      <dl className="cit-facts">
        <div>
          <dt>{said.who}</dt>
          <dd>{serving.applicantName ?? said.whoUnknown}</dd>
        </div>
        <div>
          <dt>{said.items}</dt>
          <dd>
            {serving.items.length === 0 && said.noItems}
            {serving.items.map(({ nameZh, nameEn, state, day }) => (
              <div key={nameZh}>
                {inLanguage(words, nameZh, nameEn)}
                {state !== 'draft' && (
                  <p className="cit-standing">{words.told[state](day && dayWords(day, words))}</p>
                )}
              </div>
            ))}
          </dd>
        </div>
      </dl>
    </>
  );
}
