import type { NoticeContent } from '#contract/shapes/notice.ts';
import { meaningOf } from '../../words/paper-labels.ts';
import { useWords } from '../../words/words.ts';

/** What a paper says and what the citizen does with it; in English also its labels, its table and its second part. */
export function PaperMeaning({ content }: { readonly content: NoticeContent }) {
  const { language, papers } = useWords();
  return (
    // A long explanation is scrolled with the keys, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="help" aria-label={papers.help} tabIndex={0}>
      <h3>{papers.help}</h3>
      <p>{papers.helps[content.kind]}</p>
      <h3>{papers.citizenDoes}</h3>
      <p>{papers.duties[content.kind]}</p>
      {language === 'en' && <Labels content={content} />}
    </aside>
  );
}

/** Values stay as they are printed. A label without English stands in Chinese: no row is left out. */
function Labels({ content: { rows, table, annex } }: { readonly content: NoticeContent }) {
  const { papers } = useWords();
  return (
    <dl>
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{meaningOf(label) ?? <span lang="zh-CN">{label}</span>}</dt>
          <dd lang="zh-CN">{value}</dd>
        </div>
      ))}
      {table && (
        <div>
          <dt>{papers.columns}</dt>
          <dd>{table.head.map((head) => meaningOf(head) ?? head).join(' · ')}</dd>
        </div>
      )}
      {annex && (
        <div>
          <dt>{papers.secondPart}</dt>
          <dd>{meaningOf(annex.title) ?? <span lang="zh-CN">{annex.title}</span>}</dd>
        </div>
      )}
    </dl>
  );
}
