import type { ExceptionList, ExceptionStanding } from '#contract/shapes/exception.ts';
import { Dialog } from '../../components/dialog.tsx';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';

/** An end may lie years away: no year goes without saying. */
const YEAR_TOO = 0;

/** Tones of a tag: a fault of the site, past its end, in time. */
const TAGS: Readonly<Record<ExceptionStanding, string>> = { missing: 'z', overdue: 'a', running: 'p' };

/** 孤网例外: every one with its reason, its owner and its end; what needs somebody comes first. */
export function ExceptionsDialog({
  list,
  onClose,
}: {
  readonly list: ExceptionList;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { exceptions: said } = words;
  return (
    <Dialog title={said.title} note={said.note} wide high onClose={onClose}>
      {list.lines.length === 0 && <p className="empty">{said.none}</p>}
      {list.lines.length > 0 && (
        <table className="exceptions">
          <thead>
            <tr>
              <th>{said.columns.what}</th>
              <th>{said.columns.why}</th>
              <th>{said.columns.owner}</th>
              <th>{said.columns.until}</th>
            </tr>
          </thead>
          <tbody>
            {list.lines.map((line) => (
              <tr key={`${line.kind} ${line.about}`} data-standing={line.standing}>
                <td>
                  {inLanguage(words, line.nameZh, line.nameEn)}
                  <span className="note n">{line.about}</span>
                </td>
                <td>
                  {said.kinds[line.kind]}
                  {line.why !== null && <span className="note">{line.why}</span>}
                </td>
                <td>{line.owner ?? <span className="note">{said.missing}</span>}</td>
                <td className="nw">
                  {line.until === null ? said.noDay : dayWords(line.until, words, YEAR_TOO)}
                  <span className={`tag ${TAGS[line.standing]}`}>{said.standings[line.standing]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.leftOff > 0 && <p className="note">{said.leftOff(list.leftOff)}</p>}
      {list.settled.map(({ kind, about }) => (
        <p key={`${kind} ${about}`} className="note">
          {said.settled(about)}
        </p>
      ))}
    </Dialog>
  );
}
