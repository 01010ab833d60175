import './progress.css';
import type { ActLine } from '#contract/shapes/progress.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';
import { useClockwork } from '../case/hall-time.ts';
import { MessageLines } from './message-lines.tsx';
import { useProgress } from './use-progress.ts';

/** 办理过程: every act on a case with its moment, its clerk and its paper; nothing here was ever rewritten. */
export function TimeLine({ stores, caseId }: { readonly stores: Stores; readonly caseId: CaseId }) {
  const clock = useClockwork(stores.status);
  const { view } = useProgress(stores.desk, caseId);
  const { progress } = clock.words;
  if (!view || view.timeline.length === 0) return null;
  return (
    <>
      <div className="h">{progress.timeline}</div>
      <ol className="time-line">
        {view.timeline.map((line) => (
          <li key={line.seq}>
            <b>{eventWords(clock, line)}</b>
            <span className="note n">
              {dateWords(line.atMs, clock)} {clockWords(line.atMs, clock)}
            </span>
            <span className="note">{whoWords(clock, line)}</span>
          </li>
        ))}
      </ol>
      <MessageLines stores={stores} view={view} clock={clock} />
    </>
  );
}

function eventWords({ words }: Clockwork, { event }: ActLine): string {
  const known: Readonly<Record<string, string>> = words.progress.events;
  return known[event] ?? event;
}

function whoWords({ words }: Clockwork, line: ActLine): string {
  const said = line.detail['say'] ?? line.detail['reason'];
  return [
    words.progress.by(line.clerk, line.window),
    line.supervisor === null ? '' : words.progress.approved(line.supervisor),
    line.notice ?? '',
    said === undefined ? '' : String(said),
  ]
    .filter(Boolean)
    .join(' · ');
}
