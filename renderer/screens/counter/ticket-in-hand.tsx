import { useStore } from 'zustand';
import type { Ticket } from '#contract/shapes/ticket.ts';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, minutesWords, runningWords } from '../../words/dates.ts';
import { ticketItem, useWords } from '../../words/words.ts';
import { useCarried } from './use-carried.ts';
import { useCarriedOn, useClockwork } from '../frame/use-running.ts';

/** The ticket of the citizen at the window, or a dashed frame when nobody is there. */
export function TicketInHand({ stores }: { readonly stores: Stores }) {
  const { queue: words } = useWords().frame;
  const view = useStore(stores.queue, (s) => s.view);
  const hallIsAway = useStore(stores.status, (s) => s.status?.hall.state === 'away');
  if (!view?.inHand) {
    return (
      <div className="free" aria-live="polite">
        <b>{words.free}</b>
        <span className="note">{hallIsAway ? words.hallAway : words.freeNote(view?.doneToday ?? 0)}</span>
      </div>
    );
  }
  return <InHand key={view.inHand.id} stores={stores} ticket={view.inHand} hallIsAway={hallIsAway} />;
}

interface InHandProps {
  readonly stores: Stores;
  readonly ticket: Ticket;
  readonly hallIsAway: boolean;
}

function InHand({ stores, ticket, hallIsAway }: InHandProps) {
  const words = useWords();
  const clockwork = useClockwork(stores.status);
  const busy = useStore(stores.queue, (s) => s.busy);
  const carried = useCarried(stores, ticket.id);
  const isCalled = ticket.state === 'called';
  const queueWords = words.frame.queue;
  const waitedMs = (ticket.calledAtMs ?? ticket.takenAtMs) - ticket.takenAtMs;
  return (
    <section
      className={busy ? 'ticket in-hand on-dark busy' : 'ticket in-hand on-dark'}
      aria-label={`${isCalled ? queueWords.called : queueWords.serving} ${ticket.number}`}
    >
      <div className="hd">
        <Icon name={isCalled ? 'volume' : 'user'} size="s" />
        <span>{isCalled ? queueWords.called : queueWords.serving}</span>
        {ticket.guidanceId !== null && <span className="tag">{words.guidance.onTicket}</span>}
        {carried > 0 && <span className="tag">{queueWords.carried(carried)}</span>}
        {hallIsAway && <span className="tag">{queueWords.hallAway}</span>}
        <Running
          stores={stores}
          sinceMs={(isCalled ? ticket.calledAtMs : ticket.arrivedAtMs) ?? ticket.takenAtMs}
        />
      </div>
      <div className="no n">{ticket.number}</div>
      <div className="tear" />
      <div className="ft">
        <b>{ticketItem(words, ticket) ?? queueWords.noItem}</b>
        <span className="el">
          <span className="part">{queueWords.takenAt(clockWords(ticket.takenAtMs, clockwork))}</span>
          {' · '}
          <span className="part">{queueWords.waited(minutesWords(waitedMs, words))}</span>
          {' · '}
          <span className="part">{queueWords.calledTimes(ticket.callCount)}</span>
        </span>
      </div>
    </section>
  );
}

function Running({ stores, sinceMs }: { readonly stores: Stores; readonly sinceMs: number }) {
  const readAtMs = useStore(stores.queue, (s) => s.view?.readAtMs ?? null);
  const seenAtMs = useStore(stores.queue, (s) => s.seenAtMs);
  const nowMs = useCarriedOn(readAtMs, seenAtMs);
  return <b className="n">{runningWords((nowMs ?? sinceMs) - sinceMs)}</b>;
}
