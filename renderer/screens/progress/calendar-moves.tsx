import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';

/** For a manager: the cases whose due days the calendar in force would move, and the question whether to move them. */
export function CalendarMoves({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { calendar: said } = words.progress;
  const isManager = useStore(stores.session, (s) => s.staff?.roles.includes('manager') ?? false);
  const [found, setFound] = useState<Output<'progress.calendar'> | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const { desk } = stores;
  useEffect(() => {
    if (!isManager) return;
    const look = async () => {
      const told = await tell(desk, 'progress.calendar', {});
      if (told.ok) setFound(told.value);
      else setSetback(told.setback);
    };
    void look();
  }, [isManager, desk]);

  if (!isManager || !found) return null;
  if (found.cases.length === 0) return moved === null ? null : <p className="note">{said.moved(moved)}</p>;
  const move = async () => {
    const told = await tell(desk, 'progress.move-dues', { calendar: found.calendar });
    setSetback(told.ok ? null : told.setback);
    if (!told.ok) return;
    setMoved(told.value.moved);
    setFound({ ...found, cases: [] });
  };
  const day = (on: string | null) => (on === null ? said.none : dayWords(on, words));
  return (
    <section className="calendar-moves" role="alert">
      <b>{said.title(found.cases.length)}</b>
      <ul>
        {found.cases.map((one) => (
          <li key={one.caseId}>
            <b className="n">{shortReceiptNumber(one.receiptNumber)}</b>{' '}
            {inLanguage(words, one.itemNameZh, one.itemNameEn)}{' '}
            <span className="n">
              {one.promised.from === one.promised.to
                ? said.line(day(one.legal.from), day(one.legal.to))
                : said.line(day(one.promised.from), day(one.promised.to))}
            </span>
          </li>
        ))}
      </ul>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <button type="button" className="btn" onClick={() => void move()}>
        {said.move}
      </button>
    </section>
  );
}
