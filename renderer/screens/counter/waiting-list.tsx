import { useState } from 'react';
import { useStore } from 'zustand';
import type { WaitingTicket } from '#contract/shapes/ticket.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { Stores } from '../../stores/stores.ts';
import { minutesWords } from '../../words/dates.ts';
import { inLanguage, ticketItem, useWords, type Words } from '../../words/words.ts';
import { useCarried } from './use-carried.ts';
import { useCarriedOn } from '../frame/use-running.ts';

/** Who waits for this window, in the order of calling; each row says why it stands there. */
export function WaitingList({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const view = useStore(stores.queue, (s) => s.view);
  const [at, setAt] = useState(0);
  const { open } = stores.screen.getState();
  if (!view) return null;
  if (view.waiting.length === 0) {
    return (
      <div className="wait nobody">
        <p>{words.frame.queue.nobody}</p>
        <p className="note">{words.frame.queue.nobodyNote}</p>
      </div>
    );
  }
  const call = (row: WaitingTicket) => {
    if (view.inHand) stores.screen.getState().tell({ kind: 'key-off', reason: 'ticket-in-hand' });
    else if (row === view.waiting[0]) void stores.queue.getState().callNext();
    else open({ name: 'call-chosen', ticketId: row.ticket.id });
  };
  return (
    <PickList
      label={words.frame.queue.list(view.waiting.length)}
      className="wait"
      rows={view.waiting}
      rowKey={(row) => row.ticket.id}
      rowClass={(_row, index) => (index === 0 && !view.inHand ? 'next' : '')}
      rowWhy={(row) => placeWords(words, row)}
      at={Math.min(at, view.waiting.length - 1)}
      onMove={setAt}
      onChoose={call}
      onKey={(event, row) => {
        const ticketId = row.ticket.id;
        if (event.key === 'F7' && !event.shiftKey) {
          event.preventDefault();
          open({ name: 'transfer', ticketId });
        } else if (event.key === 'Delete') {
          event.preventDefault();
          open({ name: 'cancel', ticketId });
        }
      }}
      renderRow={(row, index) => (
        <WaitingRow row={row} stores={stores} isNext={index === 0 && !view.inHand} />
      )}
    />
  );
}

interface WaitingRowProps {
  readonly row: WaitingTicket;
  readonly stores: Stores;
  readonly isNext: boolean;
}

function WaitingRow({ row, stores, isNext }: WaitingRowProps) {
  const words = useWords();
  const site = useStore(stores.session, (s) => s.site);
  const readAtMs = useStore(stores.queue, (s) => s.view?.readAtMs ?? null);
  const seenAtMs = useStore(stores.queue, (s) => s.seenAtMs);
  const nowMs = useCarriedOn(readAtMs, seenAtMs, 10_000);
  const { ticket } = row;
  const queue = site?.queues.find((one) => one.code === ticket.queue);
  const carried = useCarried(stores, ticket.id);
  const place = placeWords(words, row);
  return (
    <>
      <b className="n">{ticket.number}</b>
      <span className="what">
        {ticketItem(words, ticket) ?? (queue ? inLanguage(words, queue.nameZh, queue.nameEn) : ticket.queue)}
      </span>
      <span className="min">{minutesWords((nowMs ?? 0) - ticket.takenAtMs, words)}</span>
      <span className="wy">
        <Icon name={PLACE_ICONS[row.placeReason]} size="s" />
        <span className="el">{isNext ? `${words.frame.queue.next} · ${place}` : place}</span>
        {carried > 0 && <span className="tag">{words.frame.queue.carried(carried)}</span>}
      </span>
    </>
  );
}

const PLACE_ICONS = {
  'first-come': 'wait',
  priority: 'star',
  transferred: 'swap',
  returned: 'redo',
} as const satisfies Record<WaitingTicket['placeReason'], IconName>;

/** Why a waiting ticket stands where it stands. */
export function placeWords(words: Words, { ticket, placeReason }: WaitingTicket): string {
  const { queue } = words.frame;
  if (placeReason === 'priority') return queue.priorityOf(queue.priority[ticket.priority]);
  if (placeReason === 'transferred' && ticket.reason) return queue.transferredFrom(ticket.reason);
  return queue.reason[placeReason];
}
