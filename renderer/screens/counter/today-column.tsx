import { useStore } from 'zustand';
import { FoldingColumn } from '../../components/folding-column.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, spanWords } from '../../words/dates.ts';
import { ticketItem, useWords } from '../../words/words.ts';
import { useClockwork } from '../frame/use-running.ts';

const FEW_NUMBERS = 20;

/** Between citizens: the day in four figures, what needs a person, and the ticket just finished. */
export function TodayColumn({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  return (
    <FoldingColumn className="today" label={words.frame.regions.today} strip={<TodayStrip stores={stores} />}>
      <Figures stores={stores} />
      <Watch stores={stores} />
      <Finished stores={stores} />
    </FoldingColumn>
  );
}

/** The day folded: how many tickets were finished, and how many things need a person. */
function TodayStrip({ stores }: { readonly stores: Stores }) {
  const { today: words } = useWords().frame;
  const done = useStore(stores.queue, (s) => s.view?.doneToday ?? 0);
  const rows = useWatched(stores);
  return (
    <>
      <Icon name="calendar" size="l" />
      <b className="n">
        {done}
        <span className="sr">{words.done}</span>
      </b>
      {rows.length > 0 && (
        <span className="count act">
          {rows.length}
          <span className="sr">{words.watch}</span>
        </span>
      )}
    </>
  );
}

function Figures({ stores }: { readonly stores: Stores }) {
  const { today: words } = useWords().frame;
  const view = useStore(stores.queue, (s) => s.view);
  const status = useStore(stores.status, (s) => s.status);
  const figures = [
    { label: words.done, value: view?.doneToday, unit: words.tickets },
    { label: words.waiting, value: view?.waiting.length, unit: words.people },
    { label: words.owed, value: status?.province.owed, unit: words.steps },
    { label: words.numbers, value: status?.numbersLeft, unit: words.tickets },
  ];
  return (
    <div className="sheet card">
      <div className="h">{words.title}</div>
      <div className="fig">
        {figures.map(({ label, value, unit }) => (
          <div key={label}>
            <b className="n">
              {value ?? '–'} <small>{unit}</small>
            </b>
            {label}
          </div>
        ))}
      </div>
    </div>
  );
}

interface Watched {
  readonly tone: 'amber' | 'qing';
  readonly title: string;
  readonly note: string;
}

/** What needs a person, the more pressing first. */
function useWatched(stores: Stores): readonly Watched[] {
  const { today: words } = useWords().frame;
  const view = useStore(stores.queue, (s) => s.view);
  const needsClerk = useStore(stores.status, (s) => s.status?.province.needsClerk ?? 0);
  const numbersLeft = useStore(stores.status, (s) => s.status?.numbersLeft);
  const held = view?.held.length ?? 0;
  const passed = view?.passed.filter((ticket) => !ticket.returnedOnce).length ?? 0;
  const isShort = numbersLeft !== undefined && numbersLeft < FEW_NUMBERS;
  const rows: readonly (Watched | false)[] = [
    needsClerk > 0 && { tone: 'amber', title: words.returned(needsClerk), note: words.returnedNote },
    isShort && { tone: 'amber', title: words.fewNumbers(numbersLeft), note: words.fewNumbersNote },
    held > 0 && { tone: 'qing', title: words.heldTickets(held), note: words.heldNote },
    passed > 0 && { tone: 'qing', title: words.passedTickets(passed), note: words.passedNote },
  ];
  return rows.filter((row) => row !== false);
}

function Watch({ stores }: { readonly stores: Stores }) {
  const { today: words } = useWords().frame;
  const rows = useWatched(stores);
  return (
    <div className="sheet card mind">
      <div className="h">{words.watch}</div>
      {rows.length === 0 ? (
        <p className="say dim">
          <Icon name="ok" tone="pine" />
          {words.nothing}
        </p>
      ) : (
        <ul>
          {rows.map(({ tone, title, note }) => (
            <li key={title}>
              <Icon name={tone === 'amber' ? 'warn' : 'info'} tone={tone} />
              <div>
                <b>{title}</b>
                <span className="note">{note}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Finished({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const clockwork = useClockwork(stores.status);
  const finished = useStore(stores.queue, (s) => s.finished);
  if (!finished) return null;
  const { ticket, atMs } = finished;
  const tookMs = atMs - (ticket.arrivedAtMs ?? ticket.takenAtMs);
  return (
    <div className="sheet card">
      <div className="h">
        {words.frame.today.finished}
        <span className="note">{clockWords(atMs, clockwork)}</span>
      </div>
      <p>{words.frame.today.finishedNote(ticket.number, spanWords(tookMs, words))}</p>
      {ticket.itemNameZh !== null && <p className="note">{ticketItem(words, ticket)}</p>}
    </div>
  );
}
