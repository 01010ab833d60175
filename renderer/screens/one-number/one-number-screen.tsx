import './one-number.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { CaseId } from '#contract/shapes/case.ts';
import type { PersonPage } from '#contract/shapes/person-page.ts';
import { Icon } from '../../components/icon.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { useClockwork, useDeskNowMs } from '../case/hall-time.ts';
import { CaseList } from './case-list.tsx';
import { DueList } from './due-list.tsx';
import { dueLists } from './due-rows.ts';
import { NumberForm } from './number-form.tsx';
import { usePersonPage } from './use-person-page.ts';

/** 一号: everything about one id or credit code. Opening it is kept, with who looked and why. */
export function OneNumberScreen({ stores }: { readonly stores: Stores }) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const said = words.people.page;
  const nowMs = useDeskNowMs(stores.status);
  const { text, type, page, lookedAtMs, busy, setback, look, clear } = usePersonPage(stores.desk);
  const box = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLSelectElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const wish = useStore(stores.screen, (s) => s.wish);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (wish?.kind !== 'person' || !stores.screen.getState().takeWish('person')) return;
    const { which, purpose } = wish;
    if (purpose) void look(which, purpose, nowMs);
    else if (which.by === 'number') {
      clear(which.text);
      reason.current?.focus();
    }
  }, [stores, wish, look, clear, nowMs]);
  // A page that came is read from its first case on.
  useEffect(() => {
    if (page) shown.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  }, [page]);
  useAct('back', () => {
    if (page) clear();
    else stores.screen.getState().go('counter');
    box.current?.focus();
  });
  const open = (caseId: CaseId) => stores.screen.getState().want({ kind: 'case', caseId });

  return (
    <div className="one-number" aria-label={said.title}>
      <header className="sheet number-head">
        <h1 className="sr">{said.title}</h1>
        <NumberForm
          box={box}
          reason={reason}
          text={text}
          busy={busy}
          onText={type}
          onLook={(number, purpose) => void look({ by: 'number', text: number }, purpose, nowMs)}
        />
        {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      </header>
      {page ? (
        <div className="number-body" ref={shown}>
          <CaseList clock={clock} page={page} onOpen={open} />
          <section className="sheet number-dues" aria-label={said.due}>
            {dueLists(words, page).map(({ title, rows }) => (
              <DueList key={title} title={title} rows={rows} onOpen={open} />
            ))}
          </section>
          <WhoseNumber clock={clock} page={page} lookedAtMs={lookedAtMs} />
        </div>
      ) : (
        <div className="sheet empty-say">
          <b>{said.idle}</b>
          <span className="note">{said.idleNote}</span>
        </div>
      )}
    </div>
  );
}

interface WhoseNumberProps {
  readonly clock: Clockwork;
  readonly page: PersonPage;
  readonly lookedAtMs: number | null;
}

/** Whose number it is, masked; where they wait today; who looked and why. */
function WhoseNumber({ clock, page, lookedAtMs }: WhoseNumberProps) {
  const { words } = clock;
  const said = words.people.page;
  const { identity } = words.sheet;
  const at = lookedAtMs === null ? '' : clockWords(lookedAtMs, clock);
  return (
    <aside className="sheet whose-number" aria-label={said.whose}>
      {page.name === null ? (
        <p className="unknown" role="alert">
          <b>{said.unknown}</b>
          <span className="note">{said.unknownNote}</span>
        </p>
      ) : (
        <p>
          <b className="name el">{page.name}</b>
          <span className="note">{identity.kinds[page.kind]}</span>
        </p>
      )}
      <p className="number">
        <Icon name="card" />
        <span className="n el">{page.certificateNumber}</span>
      </p>
      <p className="note">{identity.certificates[page.certificateKind]}</p>
      <div className="h">
        {said.tickets}
        <span className="note">{page.tickets.length === 0 && said.none}</span>
      </div>
      <ul className="number-tickets">
        {page.tickets.map(({ number, state, sinceMs }) => (
          <li key={`${number} ${state}`}>
            <b className="n">{number}</b>
            <span>{said.ticketStates[state]}</span>
            <span className="note n">{clockWords(sinceMs, clock)}</span>
          </li>
        ))}
      </ul>
      <p className="note traced">{said.lookedAt(at, said.purposes[page.purpose])}</p>
    </aside>
  );
}
