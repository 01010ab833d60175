import type { CatalogueView } from '#contract/shapes/catalogue.ts';
import { type Clockwork, dateWords } from '../../words/dates.ts';

/** 数据共享责任清单: which papers may no longer be asked for, and who owes the data. */
export function DutyPanel({
  clock,
  duties,
}: {
  readonly clock: Clockwork;
  readonly duties: CatalogueView['duties'];
}) {
  const { duties: said, between } = clock.words.catalogue;
  if (!duties) return <p className="empty">{said.none}</p>;
  return (
    <div className="duty-panel">
      <p>
        <b>{duties.name}</b>
        <span className="note">{said.loaded(duties.by, dateWords(duties.atMs, clock))}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.department}</th>
            <th scope="col">{said.data}</th>
            <th scope="col">{said.replaces}</th>
            <th scope="col">{said.how}</th>
          </tr>
        </thead>
        <tbody>
          {duties.list.map((duty) => (
            <tr key={`${duty.department} ${duty.data}`}>
              <td>{duty.department}</td>
              <td>{duty.data}</td>
              <td>{duty.replaces.join(between)}</td>
              <td>
                {duty.method} · {duty.frequency}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
