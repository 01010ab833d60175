import './trips.css';
import { useEffect, useState } from 'react';
import type { TripLine } from '#contract/shapes/trip.ts';
import { Dialog } from '../../components/dialog.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

const DAYS = 90;

/** 多跑事项: items whose cases took more than one visit, or were left with a reason to come back. */
export function TripReportDialog({
  stores,
  onClose,
}: {
  readonly stores: Stores;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { report: said } = words.trips;
  const [lines, setLines] = useState<readonly TripLine[] | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  useEffect(() => {
    const look = async () => {
      const told = await tell(stores.desk, 'trips.report', { days: DAYS });
      if (told.ok) setLines(told.value);
      else setSetback(told.setback);
    };
    void look();
  }, [stores]);
  return (
    <Dialog title={said.title} note={said.note(DAYS)} wide high onClose={onClose}>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {lines?.length === 0 && <p className="empty">{said.none}</p>}
      {lines && lines.length > 0 && (
        <table className="trip-report">
          <thead>
            <tr>
              <th>{said.columns.item}</th>
              <th>{said.columns.cases}</th>
              <th>{said.columns.again}</th>
              <th>{said.columns.extra}</th>
              <th>{said.columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.itemCode}>
                <td>{inLanguage(words, line.itemNameZh, line.itemNameEn)}</td>
                <td className="n">{line.cases}</td>
                <td className="n">{line.again}</td>
                <td className="n">{line.extra}</td>
                <td className="note">{whyWords(words, line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

function whyWords(words: Words, { causes, leaving }: TripLine): string {
  const { report, causes: cause, reasons, about } = words.trips;
  const mark = words.sheet.intake.listMark;
  const came = causes.map((one) => report.count(cause[one.cause], one.count)).join(mark);
  const left = leaving.map((one) => report.count(reasons[one.reason], one.count)).join(mark);
  return [came, left === '' ? '' : about(report.leaving, left)].filter(Boolean).join(' · ');
}
