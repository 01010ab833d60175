import type { CatalogueRefusal } from '#contract/shapes/catalogue.ts';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';
import { FaultTable } from './fault-table.tsx';

/** Packages that were refused, most of them when nobody looked, with every fault for whoever mends them. */
export function RefusalPanel({
  clock,
  refusals,
}: {
  readonly clock: Clockwork;
  readonly refusals: readonly CatalogueRefusal[];
}) {
  const { refusals: said, states } = clock.words.catalogue;
  if (refusals.length === 0) return <p className="empty">{said.none}</p>;
  return (
    <div className="refusal-panel">
      {refusals.map(({ seq, name, source, by, atMs, faults }) => (
        <section key={seq} aria-label={name}>
          <p>
            <b>{name}</b>
          </p>
          <p className="note">
            {dateWords(atMs, clock)} {clockWords(atMs, clock)} · {states.sources[source]} · {states.by(by)}
          </p>
          <FaultTable faults={faults} />
        </section>
      ))}
    </div>
  );
}
