import { useRef, useState } from 'react';
import type { NoticeSummary, PdfState } from '#contract/shapes/notice.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { useAct } from '../../keys/keys-context.ts';
import { listKeyDown } from '../../keys/list-keys.ts';
import { useWords } from '../../words/words.ts';

interface NoticeRowsProps {
  readonly notices: readonly NoticeSummary[];
  readonly busy: boolean;
  readonly onReprint: (notice: NoticeSummary) => void;
}

const PDF_SIGNS = {
  waiting: ['wait', 'indigo'],
  pressed: ['ok', 'pine'],
  'not-pressed': ['warn', 'amber'],
} as const satisfies Record<PdfState['state'], readonly [IconName, Tone]>;

/**
 * The papers of a case: their numbers, whether the page is pressed, how often printed again. One stop for Tab; the arrows
 * choose a line, and the key of 补打 prints that one.
 */
export function NoticeRows({ notices, busy, onReprint }: NoticeRowsProps) {
  const words = useWords();
  const { result } = words.sheet;
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(chosen, notices.length - 1);
  const moveTo = (index: number) => {
    setChosen(index);
    list.current?.querySelectorAll<HTMLElement>('button')[index]?.focus();
  };
  const print = (notice: NoticeSummary | undefined) => {
    if (notice && !busy) onReprint(notice);
  };
  useAct('reprint', () => print(notices[at]), busy ? 'busy' : 'open');
  return (
    <ul ref={list} className="notice-rows">
      {notices.map((notice, index) => (
        <li key={notice.id}>
          <Icon name={PDF_SIGNS[notice.pdf.state][0]} tone={PDF_SIGNS[notice.pdf.state][1]} />
          <span className="nm">
            <b className="el">{result.kinds[notice.kind]}</b>
            <span className="note el">{notice.documentNumber}</span>
          </span>
          <span className="note nw">
            {[
              result.pdf[notice.pdf.state],
              notice.pdf.state === 'pressed' ? result.kilobytes(Math.ceil(notice.pdf.bytes / 1000)) : '',
              notice.reprints > 0 ? result.reprints(notice.reprints) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <button
            type="button"
            className="btn"
            tabIndex={index === at ? 0 : -1}
            aria-disabled={busy || undefined}
            aria-label={result.reprintThis(result.kinds[notice.kind])}
            onFocus={() => setChosen(index)}
            onKeyDown={(event) => listKeyDown(event, { count: notices.length, at: index, moveTo })}
            onClick={() => print(notice)}
          >
            {index === at && <Key act="reprint" />}
            {result.reprintShort}
          </button>
        </li>
      ))}
    </ul>
  );
}
