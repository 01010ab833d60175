import type { UnknownCode } from '#contract/shapes/catalogue.ts';
import { type Clockwork, dateWords } from '../../words/dates.ts';

/** Codes that a platform sent and no table here knows: a technician asks the platform what they mean. */
export function UnknownCodeList({
  clock,
  codes,
}: {
  readonly clock: Clockwork;
  readonly codes: readonly UnknownCode[];
}) {
  const { refusals: said } = clock.words.catalogue;
  if (codes.length === 0) return null;
  return (
    <section className="unknown-codes" aria-label={said.codes}>
      <p>
        <b>{said.codes}</b>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.table}</th>
            <th scope="col">{said.code}</th>
            <th scope="col">{said.times}</th>
            <th scope="col">{said.last}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(({ table, code, times, lastAtMs }) => (
            <tr key={`${table} ${code}`}>
              <td>{said.tables[table]}</td>
              <td className="n">{code}</td>
              <td className="n">{times}</td>
              <td>{dateWords(lastAtMs, clock)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
