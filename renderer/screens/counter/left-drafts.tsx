import { useStore } from 'zustand';
import type { QueueView } from '#contract/shapes/ticket.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

/** Tickets with drafts that nobody will call any more, and the key to go on with them. */
export function LeftDrafts({ stores }: { readonly stores: Stores }) {
  const { left: said } = useWords().frame;
  const count = useStore(stores.queue, ({ view }) => (view ? leftTickets(view) : 0));
  if (count === 0) return null;
  return (
    <div className="left-mark">
      <ActButton act="left-drafts" onAct={() => stores.screen.getState().open({ name: 'left-drafts' })}>
        {said.count(count)}
      </ActButton>
    </div>
  );
}

/** What is carried by no ticket that may still be called: not waiting, not held, not passed for the first time. */
function leftTickets({ carried, waiting, held, passed, inHand }: QueueView): number {
  const alive = new Set<string>([
    ...waiting.map(({ ticket }) => ticket.id),
    ...[...held, ...passed.filter(({ returnedOnce }) => !returnedOnce)].map(({ id }) => id),
    ...(inHand ? [inHand.id] : []),
  ]);
  return carried.filter(({ ticketId }) => !alive.has(ticketId)).length;
}
