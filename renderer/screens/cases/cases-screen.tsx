import './cases.css';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useAct } from '../../keys/keys-context.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { CalendarMoves } from '../progress/calendar-moves.tsx';
import { ClockViews } from '../progress/clock-views.tsx';
import { QueryLogDialog } from '../queries/query-log-dialog.tsx';
import { TripReportDialog } from '../trips/trip-report-dialog.tsx';
import { CaseDetail } from './case-detail.tsx';
import { CaseTable } from './case-table.tsx';
import { useCaseSearch } from './use-case-search.ts';

/** 办件: every case of this window, found by a number, a name or an item, opened to look at. */
export function CasesScreen({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { cases } = words.sheet.result;
  const search = useCaseSearch(stores.desk);
  const [text, setText] = useState('');
  const [reports, setReports] = useState(false);
  const [queries, setQueries] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const wish = useStore(stores.screen, (s) => s.wish);
  const { open, findByCard } = search;
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const { takeWish } = stores.screen.getState();
    if (wish?.kind === 'case' && takeWish('case')) void open(wish.caseId);
    else if (wish?.kind === 'cases-of-card' && takeWish('cases-of-card'))
      void findByCard(wish.readingId, wish.name);
  }, [stores, wish, open, findByCard]);
  useAct('back', () => {
    if (!search.opened) stores.screen.getState().go('counter');
    search.close();
    box.current?.focus();
  });
  // The lines of an opened case take the key over.
  useAct('reprint', () => undefined, 'no-notice');

  return (
    <div className="cases-screen" aria-label={cases.title}>
      <section className="sheet cases-list">
        <h1 className="sr">{cases.title}</h1>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void search.find(text);
          }}
        >
          <label className="box">
            <Icon name="find" />
            <span className="sr">{cases.label}</span>
            <input
              ref={box}
              className="input"
              value={text}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              placeholder={cases.placeholder}
              data-focus-first
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <button type="submit" className="btn" disabled={text.trim() === '' || search.busy === 'find'}>
            <Key cap="Enter" />
            {search.busy === 'find' ? cases.looking : cases.do}
          </button>
          <div className="under">
            <span className="note">{cases.hint}</span>
            <ActButton act="trip-report" look="quiet" onAct={() => setReports(true)}>
              {words.trips.report.open}
            </ActButton>
            <ActButton act="query-log" look="quiet" onAct={() => setQueries(true)}>
              {words.queries.open}
            </ActButton>
          </div>
        </form>
        {search.setback && <SetbackLine>{setbackWords(words, search.setback)}</SetbackLine>}
        <CalendarMoves stores={stores} />
        <ClockViews stores={stores} onOpen={(caseId) => void open(caseId)} />
        <CaseTable stores={stores} search={search} />
      </section>
      <CaseDetail
        stores={stores}
        file={search.opened}
        busy={search.busy === 'reprint'}
        onReprint={(notice) => void search.reprint(notice.id)}
      />
      {reports && <TripReportDialog stores={stores} onClose={() => setReports(false)} />}
      {queries && (
        <QueryLogDialog
          stores={stores}
          onClose={() => setQueries(false)}
          onOpen={(caseId) => {
            setQueries(false);
            void open(caseId);
          }}
        />
      )}
    </div>
  );
}
