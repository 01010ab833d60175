import { useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { Stroke } from '#contract/shapes/signature.ts';
import { isWritten } from '#rules/notices/signing.ts';
import type { CitizenStore } from '../../stores/citizen-store.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { FormLeaf } from './form-leaf.tsx';
import { PaperLeaf } from './paper-leaf.tsx';
import { SignaturePad } from './signature-pad.tsx';

type Paper = NonNullable<Output<'citizen.view'>['paper']>;

interface PaperToSignProps {
  readonly citizen: CitizenStore;
  readonly paper: Paper;
}

/** The paper on the left, turned by pages; the pad on the right. Signing needs every page to have been seen. */
export function PaperToSign({ citizen, paper }: PaperToSignProps) {
  const words = useWords();
  const { citizen: said } = words;
  const { busy, setback, sign, object } = useStore(citizen);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [seenAll, setSeenAll] = useState(false);
  const [wrong, setWrong] = useState<readonly Meaning[]>([]);
  const isReady = seenAll && wrong.length === 0 && isWritten(strokes);
  const turn = (meaning: Meaning) =>
    setWrong((now) => (now.includes(meaning) ? now.filter((one) => one !== meaning) : [...now, meaning]));
  const note = wrong.length > 0 ? said.tellWrong : seenAll ? '' : said.readFirst;
  return (
    <main className="cit-two">
      {paper.sections ? (
        <FormLeaf
          paper={paper}
          sections={paper.sections}
          wrong={wrong}
          onTurn={turn}
          onSeenAll={setSeenAll}
        />
      ) : (
        <PaperLeaf paper={paper} onSeenAll={setSeenAll} />
      )}
      <section className="sheet pen" aria-label={said.sign}>
        <h1>{said.sign}</h1>
        <p className="sub">{said.signer(paper.signer)}</p>
        <SignaturePad strokes={strokes} onChange={setStrokes} />
        <output className="say">{setback ? setbackWords(words, setback) : note}</output>
        <div className="acts">
          <button
            type="button"
            className={wrong.length > 0 ? 'btn primary' : 'btn'}
            disabled={busy}
            onClick={() => void object(wrong)}
          >
            {wrong.length > 0 ? said.wrongCount(wrong.length) : said.wrong}
          </button>
          <button
            type="button"
            className={wrong.length > 0 ? 'btn' : 'btn primary'}
            disabled={busy || !isReady}
            onClick={() => void sign(strokes)}
          >
            {busy ? said.sending : said.done}
          </button>
        </div>
      </section>
    </main>
  );
}
