import { useEffect, useState } from 'react';
import type { Output } from '#contract/calls.ts';
import { useWords } from '../../words/words.ts';
import { TurnPages } from './turn-pages.tsx';
import { usePages } from './use-pages.ts';

type Paper = NonNullable<Output<'citizen.view'>['paper']>;

interface PaperLeafProps {
  readonly paper: Paper;
  readonly onSeenAll: (seen: boolean) => void;
}

/** A paper to be read before it is signed, page by page. */
export function PaperLeaf({ paper, onSeenAll }: PaperLeafProps) {
  const { citizen: said } = useWords();
  const [leaf, setLeaf] = useState<HTMLDivElement | null>(null);
  const pages = usePages(leaf);
  useEffect(() => onSeenAll(pages.seenAll), [onSeenAll, pages.seenAll]);
  return (
    <section className="sheet look" aria-label={paper.title}>
      <p className="sub">{said.checkNote}</p>
      <div className="leaf" ref={setLeaf} lang="zh-CN" data-more={pages.at + 1 < pages.count || undefined}>
        <Words paper={paper} />
      </div>
      <TurnPages
        said={said.page(pages.at + 1, pages.count)}
        onBefore={pages.at > 0 ? () => pages.turn(pages.at - 1) : null}
        onNext={pages.at + 1 < pages.count ? () => pages.turn(pages.at + 1) : null}
      />
    </section>
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
