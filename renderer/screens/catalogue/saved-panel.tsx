import { useEffect, useState } from 'react';
import type { SavedInMonth } from '#contract/shapes/material.ts';
import { ActButton } from '../../components/act-button.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useToday } from '../case/hall-time.ts';

/** 减材料: which papers were spared in a month, by which way, item by item. */
export function SavedPanel({ stores }: { readonly stores: Stores }) {
  const today = useToday(stores.status);
  return today === null ? null : <Months stores={stores} now={monthOf(today)} />;
}

function Months({ stores, now }: { readonly stores: Stores; readonly now: number }) {
  const { desk } = stores;
  const words = useWords();
  const { saved: said } = words;
  const [month, setMonth] = useState(now);
  const [view, setView] = useState<SavedInMonth | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const shown = textOf(month);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'materials.saved', { month: shown });
      if (!isHere) return;
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setView(told.value);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [desk, shown]);
  const year = Math.floor(month / 12);
  return (
    <div className="saved-panel">
      <div className="row">
        <ActButton act="page-before" onAct={() => setMonth(month - 1)}>
          {said.before}
        </ActButton>
        <b className="n">{said.month(year, (month % 12) + 1)}</b>
        <ActButton
          act="page-next"
          standing={month < now ? 'open' : 'this-month'}
          onAct={() => setMonth(month + 1)}
        >
          {said.next}
        </ActButton>
      </div>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {view?.month === shown && <Month view={view} />}
    </div>
  );
}

function Month({ view }: { readonly view: SavedInMonth }) {
  const words = useWords();
  const { saved: said } = words;
  if (view.total === 0) return <p className="empty">{said.none}</p>;
  return (
    <>
      <p>
        <b>{said.total(view.total)}</b>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.paper}</th>
            <th scope="col">{said.by}</th>
            <th scope="col">{said.count}</th>
          </tr>
        </thead>
        {view.items.map(({ itemCode, itemNameZh, itemNameEn, cases, total, steps, papers }) => (
          <tbody key={itemCode}>
            <tr className="item">
              <th scope="rowgroup">
                {inLanguage(words, itemNameZh, itemNameEn)}
                <span className="note steps">
                  {said.papersPerCase(each(steps.brought + total, cases), each(steps.brought, cases))}
                  {' · '}
                  {said.visitsPerCase(each(steps.mostVisits, cases), each(steps.visits, cases))}
                </span>
              </th>
              <td className="note">{said.cases(cases)}</td>
              <td className="n">
                <b>{total}</b>
              </td>
            </tr>
            {papers.map(({ nameZh, nameEn, by, count }) => (
              <tr key={`${nameZh} ${by}`}>
                <td className="paper">{inLanguage(words, nameZh, nameEn)}</td>
                <td>{said.ways[by]}</td>
                <td className="n">{count}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

/** How many to a case, with one digit behind the point where it is no whole number. */
function each(together: number, cases: number): string {
  return String(Math.round((together * 10) / cases) / 10);
}

/** Months are counted from the year 0, so that one before and one after are plain sums. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function textOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
