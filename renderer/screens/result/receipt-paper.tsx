import { lazy, Suspense } from 'react';
import type { NoticeContent, NoticeSummary } from '#contract/shapes/notice.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { wordsIn } from '../../words/words.ts';

const QrCode = lazy(async () => ({ default: (await import('../../components/qr-code.tsx')).QrCode }));

interface ReceiptPaperProps {
  readonly notice: NoticeSummary;
  readonly content: NoticeContent;
  readonly pending: boolean;
}

/**
 * The paper as the citizen holds it. The slip carries masks itself; of an A4 notice only what names
 * nobody is drawn, because the legal paper carries whole names.
 */
export function ReceiptPaper({ notice, content, pending }: ReceiptPaperProps) {
  // The paper is printed in Chinese, whatever language the screen speaks.
  const said = wordsIn('zh-CN').sheet.result.paper;
  const isSlip = content.kind === 'receipt-slip';
  const short = shortReceiptNumber(content.receiptNumber);
  // The number stands large above: it is not said twice on the screen.
  const rows = content.rows.filter(({ value }) => value !== short);
  return (
    <figure className="receipt-paper" aria-label={content.title} lang="zh-CN">
      <h2>{content.title}</h2>
      <div className="num n">{short}</div>
      {isSlip ? (
        <dl>
          {rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="n">{content.documentNumber}</p>
      )}
      {content.table && !isSlip && (
        <ol>
          {content.table.rows.map((row) => (
            <li key={row.join('|')}>{row.slice(0, 3).join(' ')}</li>
          ))}
        </ol>
      )}
      {isSlip && content.paragraphs[0] && <p className="strong">{content.paragraphs[0]}</p>}
      <div className="paper-foot-row">
        <Suspense fallback={<span className="qr" />}>
          <QrCode text={content.qrText} label={said.code} />
        </Suspense>
        <div>
          {pending && <span className="chop">{said.pending}</span>}
          {notice.reprints > 0 && <span className="chop">{said.copy(notice.reprints)}</span>}
          <p>
            {said.verify}
            <br />
            {said.checkCode} <b className="n">{content.checkCode}</b>
          </p>
        </div>
      </div>
    </figure>
  );
}
