import type { CaseView } from '#contract/shapes/case.ts';
import { dayWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { PapersSpared } from './papers-spared.tsx';

/** The days that count for this case; a provisional one says so and why. */
export function DueDays({ file }: { readonly file: CaseView }) {
  const words = useWords();
  const { result } = words.sheet;
  const days = [
    [result.dueNotice, file.acceptedOn ? null : file.noticeDueOn],
    [result.duePromised, file.promisedDueOn],
    [result.dueLegal, file.legalDueOn],
  ] as const;
  const known = days.filter(([, day]) => day !== null);
  if (known.length === 0 && file.papersSaved.length === 0) return null;
  return (
    <dl className="due-days">
      {known.map(([label, day]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="n">
            {dayWords(day ?? '', words)}
            {file.duesProvisional && (
              <span className="tag a" title={result.dueProvisionalNote}>
                {result.dueProvisional}
              </span>
            )}
          </dd>
        </div>
      ))}
      <PapersSpared file={file} />
    </dl>
  );
}
