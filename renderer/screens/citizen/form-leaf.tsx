import { useEffect, useState } from 'react';
import type { Output } from '#contract/calls.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import { Icon } from '../../components/icon.tsx';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { TurnPages } from './turn-pages.tsx';
import { usePages } from './use-pages.ts';

type Paper = NonNullable<Output<'citizen.view'>['paper']>;
type Sections = NonNullable<Paper['sections']>;

interface FormLeafProps {
  readonly paper: Paper;
  readonly sections: Sections;
  readonly wrong: readonly Meaning[];
  readonly onTurn: (meaning: Meaning) => void;
  readonly onSeenAll: (seen: boolean) => void;
}

/** 申请表, one section after the other: each answer with where it is from. One that is wrong is pointed at. */
export function FormLeaf({ paper, sections, wrong, onTurn, onSeenAll }: FormLeafProps) {
  const words = useWords();
  const { citizen: said } = words;
  const [at, setAt] = useState(0);
  const [leaf, setLeaf] = useState<HTMLDivElement | null>(null);
  const pages = usePages(leaf);
  const section = sections[at];
  const isLast = at + 1 >= sections.length;
  const [furthest, setFurthest] = useState(0);
  const seenAll = furthest + 1 >= sections.length && (!isLast || pages.seenAll);
  useEffect(() => {
    if (seenAll) onSeenAll(true);
  }, [onSeenAll, seenAll]);
  const go = (to: number) => {
    pages.begin();
    setAt(to);
    setFurthest((before) => Math.max(before, to));
  };
  const next = pages.at + 1 < pages.count ? () => pages.turn(pages.at + 1) : isLast ? null : () => go(at + 1);
  const before = pages.at > 0 ? () => pages.turn(pages.at - 1) : at > 0 ? () => go(at - 1) : null;
  return (
    <section className="sheet look" aria-label={paper.title}>
      <p className="sub">{said.checkForm}</p>
      <div className="leaf" key={at} ref={setLeaf} data-more={pages.at + 1 < pages.count || undefined}>
        {at === 0 && <Heading paper={paper} />}
        {section && <h2>{inLanguage(words, section.labelZh, section.labelEn)}</h2>}
        <ul className="cit-answers">
          {section?.lines.map((line) => {
            const isWrong = wrong.includes(line.meaning);
            return (
              <li key={line.meaning}>
                <button
                  type="button"
                  aria-pressed={isWrong}
                  className={isWrong ? 'wrong' : undefined}
                  onClick={() => onTurn(line.meaning)}
                >
                  <span className="label">{inLanguage(words, line.labelZh, line.labelEn)}</span>
                  <b>{inLanguage(words, line.shownZh, line.shownEn)}</b>
                  <span className="from">
                    {isWrong ? (
                      <>
                        <Icon name="warn" tone="amber" /> {said.wrongHere}
                      </>
                    ) : (
                      words.form.from(said.sources[line.source], dayWords(line.asOf, words))
                    )}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <TurnPages said={said.section(at + 1, sections.length)} onBefore={before} onNext={next} />
    </section>
  );
}

/** What is applied for and by whom, in the words of the paper. */
function Heading({ paper }: { readonly paper: Paper }) {
  return (
    <div lang="zh-CN">
      <h1>{paper.title}</h1>
      <dl className="cit-facts">
        {paper.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
