import { useState } from 'react';
import type { CatalogueView } from '#contract/shapes/catalogue.ts';
import { ActButton } from '../../components/act-button.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';

interface StateListProps {
  readonly clock: Clockwork;
  readonly view: CatalogueView;
  readonly busy: boolean;
  readonly onGoBack: (seq: number) => void;
}

/** What is in force and what was; an older state can be put in force again. */
export function StateList({ clock, view, busy, onGoBack }: StateListProps) {
  const { states: said } = clock.words.catalogue;
  const [at, setAt] = useState(0);
  const [inForce] = view.states;
  const chosen = view.states[Math.min(at, view.states.length - 1)];
  const isOlder = chosen !== undefined && chosen !== inForce;
  return (
    <section className="sheet" aria-label={said.title}>
      <header>
        <h1>{said.title}</h1>
        {inForce && (
          <p>
            <b>{inForce.name}</b>
            <span className="note">{said.holds(inForce.items, inForce.bundles)}</span>
            <span className="note">{said.fresh(dateWords(view.freshAtMs, clock))}</span>
          </p>
        )}
      </header>
      <div className="scroll">
        {view.states.length === 0 && <p className="empty">{said.none}</p>}
        <PickList
          label={said.history}
          rows={view.states}
          rowKey={({ seq }) => String(seq)}
          at={at}
          onMove={setAt}
          rowClass={(state) => (state === chosen ? 'state on' : 'state')}
          renderRow={(state) => (
            <>
              <span className="el">
                <b className="el">{state.name}</b>
                <span className="note el">
                  {dateWords(state.atMs, clock)} {clockWords(state.atMs, clock)} ·{' '}
                  {said.sources[state.source]}
                  {' · '}
                  {said.by(state.by)} · {said.signed(state.signedBy)}
                </span>
              </span>
              {state === inForce && <span className="tag p">{said.inForce}</span>}
            </>
          )}
        />
      </div>
      <footer>
        <ActButton
          act="go-back"
          standing={isOlder ? 'open' : 'already-in-force'}
          busy={busy}
          onAct={() => chosen && onGoBack(chosen.seq)}
        >
          {said.goBack}
        </ActButton>
      </footer>
    </section>
  );
}
