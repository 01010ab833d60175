import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import type { CitizenStore } from '../../stores/citizen-store.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';

interface ConsentAskProps {
  readonly citizen: CitizenStore;
  readonly asked: NonNullable<Output<'citizen.view'>['consent']>;
}

/** Whether a licence library or a department may be asked about the citizen: what, what for, yes or no. */
export function ConsentAsk({ citizen, asked }: ConsentAskProps) {
  const words = useWords();
  const { citizen: said } = words;
  const { busy, setback, consent } = useStore(citizen);
  return (
    <main className="cit-one sheet" aria-live="polite">
      <h1>{asked.kind === 'licence' ? said.mayAskLicence(asked.what) : said.mayAskData(asked.what)}</h1>
      <dl className="cit-facts">
        <div>
          <dt>{said.items}</dt>
          <dd>{inLanguage(words, asked.itemNameZh, asked.itemNameEn)}</dd>
        </div>
        <div>
          <dt>{said.purpose}</dt>
          <dd lang="zh-CN">{asked.purpose}</dd>
        </div>
      </dl>
      <p>{said.mayAskNote}</p>
      {setback && <p role="alert">{setbackWords(words, setback)}</p>}
      <div className="cit-acts">
        <button type="button" className="btn" disabled={busy} onClick={() => void consent(false)}>
          {said.disagree}
        </button>
        <button type="button" className="btn primary" disabled={busy} onClick={() => void consent(true)}>
          {said.agree}
        </button>
      </div>
    </main>
  );
}
