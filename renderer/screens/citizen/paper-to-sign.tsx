import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import type { Stroke } from '#contract/shapes/signature.ts';
import { isWritten } from '#rules/notices/signing.ts';
import type { CitizenStore } from '../../stores/citizen-store.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
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
  const [leaf, setLeaf] = useState<HTMLDivElement | null>(null);
  const pages = usePages(leaf);
  const isReady = pages.seenAll && isWritten(strokes);
  return (
    <main className="cit-two">
      <section className="sheet look" aria-label={paper.title}>
        <p className="sub">{said.checkNote}</p>
        <div className="leaf" ref={setLeaf} lang="zh-CN" data-more={pages.at + 1 < pages.count || undefined}>
          <Words paper={paper} />
        </div>
        <nav className="turn">
          <button
            type="button"
            className="btn touch"
            disabled={pages.at === 0}
            onClick={() => pages.turn(pages.at - 1)}
          >
            {said.before}
          </button>
          <span className="n">{said.page(pages.at + 1, pages.count)}</span>
          <button
            type="button"
            className="btn touch"
            disabled={pages.at + 1 >= pages.count}
            onClick={() => pages.turn(pages.at + 1)}
          >
            {said.next}
          </button>
        </nav>
      </section>
      <section className="sheet pen" aria-label={said.sign}>
        <h1>{said.sign}</h1>
        <p className="sub">{said.signer(paper.signer)}</p>
        <SignaturePad strokes={strokes} onChange={setStrokes} />
        <output className="say">
          {setback ? setbackWords(words, setback) : pages.seenAll ? '' : said.readFirst}
        </output>
        <div className="acts">
          <button type="button" className="btn" disabled={busy} onClick={() => void object()}>
            {said.wrong}
          </button>
          <button
            type="button"
            className="btn primary"
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

/** The legal words, always Chinese and always whole. */
function Words({ paper }: { readonly paper: Paper }) {
  return (
    <>
      <h1>{paper.title}</h1>
      <dl className="cit-facts">
        {paper.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {paper.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {paper.table && (
        <table>
          <thead>
            <tr>
              {paper.table.head.map((text) => (
                <th key={text}>{text}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {paper.table.rows.map((cells) => (
              <tr key={cells.join('|')}>
                {cells.map((text, at) => (
                  <td key={paper.table?.head[at]}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {paper.annex && <h2>{paper.annex.title}</h2>}
      {paper.annex?.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}

/** A leaf is turned by less than its height: a line that was cut at its foot stands whole at the next head. */
function stepOf(leaf: HTMLElement): number {
  return Math.max(1, leaf.clientHeight * 0.88);
}

/** Pages instead of scrolling: a leaf is turned by its own height, whatever size its type has. */
function usePages(leaf: HTMLDivElement | null) {
  const [count, setCount] = useState(1);
  const [at, setAt] = useState(0);
  const [furthest, setFurthest] = useState(0);
  useEffect(() => {
    if (!leaf) return undefined;
    // Another size of type or window changes how much a leaf holds; what was open stays near.
    const watch = new ResizeObserver(() => {
      const left = Math.max(0, leaf.scrollHeight - leaf.clientHeight - 2);
      const pages = 1 + Math.ceil(left / stepOf(leaf));
      setCount(pages);
      setAt((before) => Math.min(before, pages - 1));
    });
    watch.observe(leaf);
    for (const part of leaf.children) watch.observe(part);
    return () => watch.disconnect();
  }, [leaf]);
  useEffect(() => leaf?.scrollTo?.({ top: at * stepOf(leaf) }), [leaf, at]);
  return {
    at,
    count,
    seenAll: furthest + 1 >= count,
    turn: (to: number) => {
      setAt(to);
      setFurthest((before) => Math.max(before, to));
    },
  };
}
