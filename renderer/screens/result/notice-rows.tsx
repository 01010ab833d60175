import type { NoticeSummary, PdfState } from '#contract/shapes/notice.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
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

/** The papers of a case: their numbers, whether the page is pressed, how often printed again. */
export function NoticeRows({ notices, busy, onReprint }: NoticeRowsProps) {
  const words = useWords();
  const { result } = words.sheet;
  return (
    <ul className="notice-rows">
      {notices.map((notice) => (
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
            disabled={busy}
            aria-label={result.reprintThis(result.kinds[notice.kind])}
            onClick={() => onReprint(notice)}
          >
            {result.reprintShort}
          </button>
        </li>
      ))}
    </ul>
  );
}
