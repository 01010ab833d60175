import { useStore } from 'zustand';
import type { TicketId } from '#contract/shapes/ticket.ts';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { useCarried } from './use-carried.ts';

/** Tickets that were called and did not come; once a day each may come back into the list. */
export function PassedTickets({ stores }: { readonly stores: Stores }) {
  const { queue: words } = useWords().frame;
  const passed = useStore(stores.queue, (s) => s.view?.passed);
  const busy = useStore(stores.queue, (s) => s.busy === 'requeue');
  if (!passed || passed.length === 0) return null;
  return (
    <details className="passed" open={passed.length <= 2 || undefined}>
      <summary className="note">{words.passed(passed.length)}</summary>
      <ul>
        {passed.map((ticket) => (
          <li key={ticket.id}>
            <Icon name="redo" size="s" />
            <b className="n">{ticket.number}</b>
            <span className="el note">{ticket.returnedOnce ? words.returnedAlready : ticket.reason}</span>
            <CarriedTag stores={stores} ticketId={ticket.id} />
            <button
              type="button"
              className={ticket.returnedOnce ? 'btn off' : 'btn'}
              aria-disabled={ticket.returnedOnce || undefined}
              title={ticket.returnedOnce ? words.returnedAlready : undefined}
              data-why={ticket.returnedOnce ? words.returnedAlready : undefined}
              onClick={() => {
                if (!ticket.returnedOnce && !busy) void stores.queue.getState().requeue(ticket.id);
              }}
            >
              {words.back}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function CarriedTag({ stores, ticketId }: { readonly stores: Stores; readonly ticketId: TicketId }) {
  const { queue: words } = useWords().frame;
  const carried = useCarried(stores, ticketId);
  return carried > 0 ? <span className="tag">{words.carried(carried)}</span> : null;
}
