import { useStore } from 'zustand';
import type { Ticket } from '#contract/shapes/ticket.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { minutesWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useCarriedOn } from '../frame/use-running.ts';

/** Tickets this window has put aside, and since when. */
export function HeldTickets({ stores }: { readonly stores: Stores }) {
  const held = useStore(stores.queue, (s) => s.view?.held);
  if (!held || held.length === 0) return null;
  return (
    <ul className="aside">
      {held.map((ticket, index) => (
        <Held key={ticket.id} ticket={ticket} stores={stores} isFirst={index === 0} />
      ))}
    </ul>
  );
}

interface HeldProps {
  readonly ticket: Ticket;
  readonly stores: Stores;
  readonly isFirst: boolean;
}

function Held({ ticket, stores, isFirst }: HeldProps) {
  const words = useWords();
  const { queue, screen } = stores;
  const readAtMs = useStore(queue, (s) => s.view?.readAtMs ?? null);
  const seenAtMs = useStore(queue, (s) => s.seenAtMs);
  const isFree = useStore(queue, (s) => s.view?.inHand === null);
  const nowMs = useCarriedOn(readAtMs, seenAtMs, 10_000);
  const sinceMs = ticket.arrivedAtMs ?? ticket.takenAtMs;
  const takeBack = () => {
    if (isFree) void queue.getState().resume(ticket.id);
    else screen.getState().tell({ kind: 'key-off', reason: 'ticket-in-hand' });
  };
  return (
    <li>
      <button
        type="button"
        className="held"
        aria-disabled={!isFree || undefined}
        data-why={isFree ? undefined : words.refusals['ticket-in-hand']}
        onClick={takeBack}
      >
        <Icon name="pause" size="s" />
        <span className="sr">{words.frame.queue.held}</span>
        <b className="n">{ticket.number}</b>
        <span className="el">
          {words.frame.queue.heldNote(
            ticket.reason ?? words.frame.queue.held,
            minutesWords((nowMs ?? 0) - sinceMs, words),
          )}
        </span>
        {isFirst ? <Key act="resume" /> : <span className="do">{words.frame.acts.resume}</span>}
      </button>
    </li>
  );
}
