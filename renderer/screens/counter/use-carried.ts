import { useStore } from 'zustand';
import type { TicketId } from '#contract/shapes/ticket.ts';
import type { Stores } from '../../stores/stores.ts';

/** How many drafts lie with a ticket that is not in hand. */
export function useCarried({ queue }: Stores, ticketId: TicketId): number {
  return useStore(queue, ({ view }) => view?.carried.find((one) => one.ticketId === ticketId)?.drafts ?? 0);
}
