import './progress.css';
import { useRef, useState } from 'react';
import type { CaseId } from '#contract/shapes/case.ts';
import { type ClockLine, ClockList } from '#contract/shapes/progress.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { Key } from '../../components/key.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { useAct } from '../../keys/keys-context.ts';
import { tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { STATE_TAGS } from '../cases/case-table.tsx';
import { useClockLists } from './use-clock-lists.ts';

interface ClockViewsProps {
  readonly stores: Stores;
  readonly onOpen: (caseId: CaseId) => void;
}

/** 期限: eight lists of cases by their clocks, each with its count; digits or arrows choose, Enter opens a case. */
export function ClockViews({ stores, onOpen }: ClockViewsProps) {
  const words = useWords();
  const { lists: said } = words.progress;
  const [list, setList] = useState<ClockList>('notice');
  const [at, setAt] = useState(0);
  const lists = useClockLists(stores.desk, list, 'every-change');
  const tabs = useRef<HTMLDivElement>(null);
  const focusTabs = () => tabs.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  useAct('clock-lists', focusTabs);
  const show = (next: ClockList) => {
    setList(next);
    setAt(0);
  };
  const open = (line: ClockLine) => {
    onOpen(line.caseId);
    if (list === 'alarms') void tell(stores.desk, 'progress.seen', { caseId: line.caseId });
  };
  const lines = lists?.lines ?? [];
  return (
    <section className="clock-views" aria-label={said.label}>
      <div ref={tabs} className="clock-tabs">
        <Key act="clock-lists" />
        <PickList
          label={said.label}
          className="tabs"
          rows={ClockList.options}
          rowKey={(one) => one}
          at={ClockList.options.indexOf(list)}
          digits
          onMove={(index) => show(ClockList.options[index] ?? 'notice')}
          rowClass={(one) => (one === list ? 'tab on' : 'tab')}
          rowWhy={() => said.hint}
          renderRow={(one) => (
            <>
              {said.names[one]} <b className="n">{lists?.counts[one] ?? 0}</b>
            </>
          )}
        />
      </div>
      {lines.length === 0 ? (
        <p className="note none">{said.none}</p>
      ) : (
        <PickList
          label={said.names[list]}
          className="clock-lines"
          rows={lines}
          rowKey={(line) => `${line.caseId} ${line.about ?? ''}`}
          at={Math.min(at, lines.length - 1)}
          onMove={setAt}
          onChoose={open}
          rowClass={() => 'clock-line'}
          renderRow={(line) => (
            <>
              <b className="n">{shortReceiptNumber(line.receiptNumber)}</b>
              <span className="el">{inLanguage(words, line.itemNameZh, line.itemNameEn)}</span>
              <span className="el note">{aboutWords(words, line)}</span>
              <span className={`tag ${STATE_TAGS[line.state]}`}>
                {words.sheet.deciding.states[line.state]}
              </span>
              <span className="n nw">{dayWords(line.dueOn, words)}</span>
            </>
          )}
        />
      )}
    </section>
  );
}

function aboutWords(words: Words, { about }: ClockLine): string {
  const known: Readonly<Record<string, string>> = words.progress.lists.about;
  return about === null ? '' : (known[about] ?? about);
}
