import './trips.css';
import type { CaseView } from '#contract/shapes/case.ts';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';

/** The visits of a case, with the cause of each further one. */
export function VisitLines({ file, clock }: { readonly file: CaseView; readonly clock: Clockwork }) {
  const { trips: said } = clock.words;
  const { visits, planned } = file.trips;
  return (
    <>
      <div className="h">
        {said.title}
        <span className="note">{said.visits(visits.length, planned)}</span>
      </div>
      <ol className="visit-lines">
        {visits.map((visit) => (
          <li key={visit.no}>
            <b>{said.visit(visit.no)}</b>
            <span className="note n nw">
              {dateWords(visit.atMs, clock)} {clockWords(visit.atMs, clock)}
            </span>
            <span>
              {visit.cause === null ? said.first : said.causes[visit.cause]}
              {visit.say !== null && ` · ${visit.say}`}
            </span>
            {visit.extra && <span className="tag a">{said.extra}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
