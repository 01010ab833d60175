import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, spanWords } from '../../words/dates.ts';
import { ticketItem, useWords } from '../../words/words.ts';
import { useCarriedOn, useClockwork } from '../frame/use-running.ts';
import { useFocusOnArrival } from './free-window.tsx';

/** A ticket is called and nobody has come yet. Enter, Space or the card on the reader marks the arrival. */
export function CalledWindow({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const clockwork = useClockwork(stores.status);
  const window = useStore(stores.session, (s) => s.site?.window ?? 0);
  const view = useStore(stores.queue, (s) => s.view);
  const seenAtMs = useStore(stores.queue, (s) => s.seenAtMs);
  const isGone = useStore(stores.status, (s) => s.goneSinceMs !== null);
  const isBusy = useStore(stores.queue, (s) => s.busy !== null);
  const nowMs = useCarriedOn(view?.readAtMs ?? null, seenAtMs);
  const button = useFocusOnArrival();
  const ticket = view?.inHand;
  if (!ticket) return null;
  const calledMs = ticket.calledAtMs ?? ticket.takenAtMs;
  return (
    <section className="stage sheet" aria-label={words.frame.regions.case} data-region="case" tabIndex={-1}>
      <h1 className="sr">{words.frame.screens.counter}</h1>
      <div className="go">
        <output className="sr">
          {words.frame.called.toWindow(window)} {ticket.number}
        </output>
        <button
          ref={button}
          type="button"
          className={`ticket call${isBusy ? ' busy' : ''}${isGone ? ' off' : ''}`}
          aria-disabled={isGone || undefined}
          data-focus-first
          data-why={words.frame.called.sentence}
          aria-label={`${ticket.number} ${words.frame.called.arrive}`}
          onClick={() => {
            if (!isGone) void stores.queue.getState().arrive();
          }}
        >
          <span className="hd">
            <Icon name="volume" />
            <span>{words.frame.called.toWindow(window)}</span>
            <b className="n">{spanWords((nowMs ?? calledMs) - calledMs, words)}</b>
          </span>
          <span className="no n">{ticket.number}</span>
          <span className="tear" />
          <span className="ft">
            <b>{ticketItem(words, ticket) ?? words.frame.queue.noItem}</b>
            <span>
              {words.frame.queue.takenAt(clockWords(ticket.takenAtMs, clockwork))} ·{' '}
              {words.frame.queue.calledTimes(ticket.callCount)}
            </span>
          </span>
          <span className="press">
            <Key cap="Enter" />
            {words.frame.called.arrive}
          </span>
        </button>
        <dl className="why keyed">
          <dt>
            <Icon name="card" />
          </dt>
          <dd>{words.frame.called.card}</dd>
          <dt>
            <Key act="recall" />
          </dt>
          <dd>{words.frame.called.recallHint}</dd>
          <dt>
            <Key act="pass" />
          </dt>
          <dd>{words.frame.called.passHint}</dd>
        </dl>
      </div>
    </section>
  );
}
