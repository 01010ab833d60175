import { useStore } from 'zustand';
import type { CallLine, DisplayView } from '#contract/shapes/ticket.ts';
import { Icon } from '../../components/icon.tsx';
import type { DisplayStore } from '../../stores/display-store.ts';
import { type Clockwork, clockWords, longDateWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useCarriedOn } from '../frame/use-running.ts';
import { CallFlash } from './call-flash.tsx';

const CALLS_SHOWN = 4;

/** Ticket and window, large; who waits; nothing about what anybody came for. */
export function DisplayScreen({ display }: { readonly display: DisplayStore }) {
  const words = useWords();
  const view = useStore(display, (s) => s.view);
  const site = useStore(display, (s) => s.site);
  const stale = useStore(display, (s) => s.stale);
  const timeZone = useStore(display, (s) => s.timeZone);
  const seenAtMs = useStore(display, (s) => s.seenAtMs);
  const nowMs = useCarriedOn(view?.readAtMs ?? null, seenAtMs);
  const clockwork = { words, timeZone };
  return (
    <div className="wall on-dark">
      <header className="head">
        <span className="seal" aria-hidden="true">
          {words.frame.seal}
        </span>
        <h1>{site ? inLanguage(words, site.hallName, site.hallNameEn) : view?.hallName}</h1>
        {nowMs !== null && <time className="n">{clockWords(nowMs, clockwork)}</time>}
      </header>
      <main className="main">
        <Calls view={view} clockwork={clockwork} />
        <Queues view={view} />
      </main>
      <footer className="bottom">
        <span>
          <Icon name="redo" />
          {stale && view
            ? words.frame.display.stale(clockWords(view.readAtMs, clockwork))
            : words.frame.display.passedFoot}
        </span>
        {nowMs !== null && <span>{longDateWords(nowMs, clockwork)}</span>}
      </footer>
      {view && <CallFlash current={view.current} />}
    </div>
  );
}

interface CallsProps {
  readonly view: DisplayView | null;
  readonly clockwork: Clockwork;
}

function Calls({ view, clockwork }: CallsProps) {
  const { display: words } = useWords().frame;
  const current = view?.current ?? null;
  const earlier = (view?.calls ?? []).filter((line) => !isSameCall(line, current)).slice(0, CALLS_SHOWN);
  return (
    <section className="calls" aria-live="assertive" aria-label={words.now}>
      {current ? (
        <div className="latest">
          <span className="lab">{words.now}</span>
          <div className="no n" data-long={current.number.length > 5 || undefined}>
            {current.number}
          </div>
          <Icon name="arrow" />
          <div className="winx">
            <b className="n">{current.window}</b>
            <span>
              {words.windowSigns.map((sign) => (
                <i key={sign}>{sign}</i>
              ))}
            </span>
          </div>
        </div>
      ) : (
        <div className="latest quiet">
          <p>{words.nobody}</p>
          <p className="small">{words.nobodyNote}</p>
        </div>
      )}
      <ol className="hist">
        {earlier.map((line) => (
          <li key={`${line.number} ${line.calledAtMs}`}>
            <b className="n">{line.number}</b>
            <Icon name="arrow" />
            <span className="w">
              {words.windowBefore}
              <b className="n">{line.window}</b>
              {words.windowAfter}
            </span>
            <span className="t">
              {line.state === 'called' ? words.hurry : clockWords(line.calledAtMs, clockwork)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function isSameCall(line: CallLine, current: CallLine | null): boolean {
  return line.number === current?.number && line.window === current.window;
}

function Queues({ view }: { readonly view: DisplayView | null }) {
  const words = useWords();
  const { display } = words.frame;
  const queues = view?.queues ?? [];
  const everybody = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  return (
    <section className="qs" aria-label={display.waitingNow}>
      <h2>
        {display.waitingNow}
        <span>{display.people(everybody)}</span>
      </h2>
      <ul>
        {queues.map((queue) => (
          <li key={queue.queue}>
            <span className="nm">
              {display.queue(queue.queue, inLanguage(words, queue.nameZh, queue.nameEn))}
            </span>
            <span className="ct">{display.people(queue.waiting)}</span>
          </li>
        ))}
      </ul>
      <div className="tip">
        <b>{display.tip}</b>
        <br />
        {display.tipRest}
      </div>
    </section>
  );
}
