import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, minutesWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { useCarriedOn, useClockwork } from '../frame/use-running.ts';
import { HeldTickets } from './held-tickets.tsx';
import { KeyStrip } from './key-strip.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import { PassedTickets } from './passed-tickets.tsx';
import { TicketInHand } from './ticket-in-hand.tsx';
import { TransferSlip } from './transfer-slip.tsx';
import { WaitingList } from './waiting-list.tsx';

/** The ticket in hand, the keys of the queue, who waits, who is held, who was passed. */
export function QueueColumn({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const view = useStore(stores.queue, (s) => s.view);
  return (
    <section className="queue" aria-label={words.frame.regions.queue} data-region="queue" tabIndex={-1}>
      <TicketInHand stores={stores} />
      <KeyStrip stores={stores} />
      <TransferSlip stores={stores} />
      <QueueSetback stores={stores} />
      {view ? (
        <>
          <WaitingHead stores={stores} />
          <WaitingList stores={stores} />
          <PassedTickets stores={stores} />
          <HeldTickets stores={stores} />
          <LeftDrafts stores={stores} />
        </>
      ) : (
        <Bones />
      )}
    </section>
  );
}

/** Why the last act of the queue did not happen, said under its keys. */
function QueueSetback({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const setback = useStore(stores.queue, (s) => s.setback);
  if (!setback) return null;
  return (
    <p className="say queue-setback" role="alert">
      <Icon name="warn" size="s" tone="amber" />
      <span>
        {setback.setback.kind === 'fault'
          ? words.frame.trouble.actFault(words.frame.trouble.act[setback.act], setback.setback.number ?? '')
          : setbackWords(words, setback.setback)}
      </span>
    </p>
  );
}

function WaitingHead({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const clockwork = useClockwork(stores.status);
  const view = useStore(stores.queue, (s) => s.view);
  const seenAtMs = useStore(stores.queue, (s) => s.seenAtMs);
  const stale = useStore(stores.queue, (s) => s.stale);
  const nowMs = useCarriedOn(view?.readAtMs ?? null, seenAtMs, 10_000);
  if (!view) return null;
  const longestMs = Math.max(0, ...view.waiting.map(({ ticket }) => (nowMs ?? 0) - ticket.takenAtMs));
  return (
    <div className="h">
      {words.frame.queue.waiting(view.waiting.length)}
      {stale ? (
        <span className="note amber">
          {words.frame.queue.staleFrom(clockWords(view.readAtMs, clockwork))}
        </span>
      ) : (
        view.waiting.length > 0 && (
          <span className="note">{words.frame.queue.longest(minutesWords(longestMs, words))}</span>
        )
      )}
    </div>
  );
}
