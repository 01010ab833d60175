import type { NoticeContent } from '#contract/shapes/notice.ts';
import { useWords } from '../../words/words.ts';
import { PaperMeaning } from './paper-meaning.tsx';

/** The legal text as it was frozen, always Chinese; beside it what it says in the language of the screen. */
export function PaperPreview({ content }: { readonly content: NoticeContent }) {
  const { papers } = useWords();
  return (
    <div className="preview">
      {/* A paper longer than its place is scrolled with the keys, so it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <article className="legal" lang="zh-CN" aria-label={papers.legal} tabIndex={0}>
        <p className="organ">{content.organ}</p>
        <h3>{content.title}</h3>
        <p className="number n">{content.documentNumber}</p>
        {content.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <dl>
          {content.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {content.table && (
          <>
            <p className="heads">{content.table.head.join(' · ')}</p>
            <ol>
              {content.table.rows.map((cells) => (
                <li key={cells.join('|')}>{cells.join('  ')}</li>
              ))}
            </ol>
          </>
        )}
        {content.annex && <h3>{content.annex.title}</h3>}
        {content.annex?.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {content.foot.map((text) => (
          <p key={text} className="note">
            {text}
          </p>
        ))}
      </article>
      <PaperMeaning content={content} />
    </div>
  );
}
