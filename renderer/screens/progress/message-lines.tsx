import { useState } from 'react';
import type { ProgressView } from '#contract/shapes/progress.ts';
import { ActButton } from '../../components/act-button.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';

interface MessageLinesProps {
  readonly stores: Stores;
  readonly view: ProgressView;
  readonly clock: Clockwork;
}

/** 办件短信: what was told to which number on each step. Shown where somebody agreed to it. */
export function MessageLines({ stores, view, clock }: MessageLinesProps) {
  const { words } = clock;
  const said = words.messages;
  const [setback, setSetback] = useState<Setback | null>(null);
  if (view.messages.length === 0) return null;
  const stop = async () => {
    const told = await tell(stores.desk, 'progress.stop-messages', { caseId: view.caseId });
    setSetback(told.ok ? null : told.setback);
  };
  return (
    <>
      <div className="h">
        {said.title}
        {view.messagesStopped ? (
          <span className="note">{said.stopped}</span>
        ) : (
          <ActButton act="stop-messages" look="quiet" onAct={stop}>
            {said.stop}
          </ActButton>
        )}
      </div>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <ol className="time-line">
        {view.messages.map((line) => (
          <li key={`${line.about} ${line.atMs}`}>
            <b>{said.tells[line.about]}</b>
            <span className="note n">
              {dateWords(line.atMs, clock)} {clockWords(line.atMs, clock)}
            </span>
            <span className="note">
              {said.to(line.phone, line.language)} · {said.states[line.state]}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
