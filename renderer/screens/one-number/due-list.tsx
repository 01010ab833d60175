import { useState } from 'react';
import type { CaseId } from '#contract/shapes/case.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

/** One thing that is due about a case: what, when, and whether it should have been by now. */
export interface DueRow {
  readonly caseId: CaseId;
  readonly receiptNumber: Parameters<typeof shortReceiptNumber>[0] | null;
  readonly itemNameZh: string;
  readonly itemNameEn: string;
  readonly what: string;
  /** Lines under it, instead of the item and the number of the case. */
  readonly about?: readonly string[];
  readonly when: string;
  readonly late: boolean;
}

interface DueListProps {
  readonly title: string;
  readonly rows: readonly DueRow[];
  readonly onOpen: (caseId: CaseId) => void;
}

/** A short list with its count; Enter opens the case a row is about. */
export function DueList({ title, rows, onOpen }: DueListProps) {
  const words = useWords();
  const { page } = words.people;
  const [at, setAt] = useState(0);
  return (
    <section className={rows.length === 0 ? 'due-list bare' : 'due-list'} aria-label={title}>
      <div className="h">
        {title}
        <span className="note">{rows.length === 0 ? page.none : page.count(rows.length)}</span>
      </div>
      {rows.length > 0 && (
        <PickList
          label={title}
          rows={rows}
          rowKey={(row) => `${row.caseId} ${row.what}`}
          at={Math.min(at, rows.length - 1)}
          onMove={setAt}
          onChoose={(row) => onOpen(row.caseId)}
          renderRow={(row) => (
            <>
              <Icon name={row.late ? 'warn' : 'todo'} tone={row.late ? 'amber' : 'dim'} size="s" />
              <span className="el">
                <b>{row.what}</b>
                {(row.about ?? [ofCase(words, row)]).map((line) => (
                  <span className="note el" key={line}>
                    {line}
                  </span>
                ))}
              </span>
              <span className={row.late ? 'note nw late' : 'note nw'}>{row.when}</span>
            </>
          )}
        />
      )}
    </section>
  );
}

function ofCase(words: Words, { itemNameZh, itemNameEn, receiptNumber }: DueRow): string {
  return [inLanguage(words, itemNameZh, itemNameEn), receiptNumber ? shortReceiptNumber(receiptNumber) : '']
    .filter(Boolean)
    .join(' · ');
}
