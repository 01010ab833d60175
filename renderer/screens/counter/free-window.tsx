import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { WaitingTicket } from '#contract/shapes/ticket.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { isTextField } from '../../keys/key-board.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, minutesWords } from '../../words/dates.ts';
import { reasonWords } from '../../words/saying.ts';
import { inLanguage, ticketItem, useWords, type Words } from '../../words/words.ts';
import { useCarriedOn, useClockwork } from '../frame/use-running.ts';
import { useQueueActs } from './use-queue-acts.ts';
import { placeWords } from './waiting-list.tsx';

/** Nobody at the window: the next ticket, why it is next, and the one key to press. */
export function FreeWindow({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const next = useStore(stores.queue, (s) => s.view?.waiting[0]);
  const after = useStore(stores.queue, (s) => s.view?.waiting[1]);
  return (
    <section className="stage sheet" aria-label={words.frame.regions.case} data-region="case" tabIndex={-1}>
      <h1 className="sr">{words.frame.screens.counter}</h1>
      <div className="go">{next ? <Next stores={stores} next={next} after={after} /> : <Nobody />}</div>
      <div className="else">
        <span className="note">{words.frame.free.noTicket}</span>
        <button
          type="button"
          className="btn"
          onClick={() => stores.screen.getState().open({ name: 'walk-in' })}
        >
          <Key act="walk-in" />
          {words.frame.acts['walk-in']}
        </button>
      </div>
    </section>
  );
}

function Nobody() {
  const { free: words } = useWords().frame;
  return (
    <div className="nobody">
      <Icon name="ticket" size="l" />
      <p className="lead">{words.nobody}</p>
      <p className="note">{words.nobodyHint}</p>
    </div>
  );
}

interface NextProps {
  readonly stores: Stores;
  readonly next: WaitingTicket;
  readonly after: WaitingTicket | undefined;
}

function Next({ stores, next, after }: NextProps) {
  const words = useWords();
  const clockwork = useClockwork(stores.status);
  const site = useStore(stores.session, (s) => s.site);
  const isCalling = useStore(stores.queue, (s) => s.busy === 'call-next');
  const readAtMs = useStore(stores.queue, (s) => s.view?.readAtMs ?? null);
  const seenAtMs = useStore(stores.queue, (s) => s.seenAtMs);
  const nowMs = useCarriedOn(readAtMs, seenAtMs, 10_000) ?? 0;
  const { ticket } = next;
  const queue = site?.queues.find((one) => one.code === ticket.queue);
  const queueName = queue ? inLanguage(words, queue.nameZh, queue.nameEn) : ticket.queue;
  const waited = (row: WaitingTicket) => minutesWords(nowMs - row.ticket.takenAtMs, words);
  const button = useFocusOnArrival();
  const { standing, run } = useQueueActs(stores)['call-next'];
  const isOff = standing !== 'open';
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`ticket call${isCalling ? ' busy' : ''}${isOff ? ' off' : ''}`}
        aria-disabled={isOff || undefined}
        data-focus-first
        data-why={isOff ? reasonWords(words, standing) : whyNextWords(words, next)}
        aria-label={`${words.frame.acts['call-next']} ${ticket.number}`}
        onClick={() => {
          if (!isOff) void run();
        }}
      >
        <span className="hd">
          <span>{words.frame.free.lead}</span>
          <b className="n">{words.frame.queue.waited(waited(next))}</b>
        </span>
        <span className="no n">{ticket.number}</span>
        <span className="tear" />
        <span className="ft">
          <b>{ticketItem(words, ticket) ?? queueName}</b>
          <span>
            {queueName} · {words.frame.queue.takenAt(clockWords(ticket.takenAtMs, clockwork))}
          </span>
        </span>
        <span className="press">
          <Key act="call-next" />
          {isCalling ? words.frame.free.calling : words.frame.free.callTo(site?.window ?? 0)}
          <Icon name="volume" size="l" />
        </span>
      </button>
      <dl className="why">
        <dt>{words.frame.free.whyThis}</dt>
        <dd>{whyNextWords(words, next)}</dd>
        <dt>{words.frame.free.afterThat}</dt>
        <dd>
          {after
            ? words.frame.free.thenOne(after.ticket.number, placeWords(words, after), waited(after))
            : words.frame.free.nobodyAfter}
        </dd>
        <dt>{words.frame.free.after}</dt>
        <dd>
          {words.frame.free.afterSentence} <Key act="recall" /> {words.frame.free.afterRecall}
        </dd>
      </dl>
    </>
  );
}

function whyNextWords(words: Words, { ticket, placeReason }: WaitingTicket): string {
  const { free, queue } = words.frame;
  return placeReason === 'priority'
    ? free.registered(queue.priority[ticket.priority])
    : free.because[placeReason];
}

/** Takes the focus when it appears, unless a person is typing or a dialog is open. */
export function useFocusOnArrival() {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isTextField(document.activeElement)) button.current?.focus();
  }, []);
  return button;
}
