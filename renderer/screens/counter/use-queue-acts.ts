import { useStore } from 'zustand';
import type { QueueView } from '#contract/shapes/ticket.ts';
import type { Standing } from '../../keys/key-board.ts';
import type { Stores } from '../../stores/stores.ts';
import { finishOrAsk } from '../trips/finish-or-ask.ts';

/** The acts of the queue that have a key of their own. */
export const QUEUE_KEYS = [
  'call-next',
  'recall',
  'pass',
  'hold',
  'transfer',
  'finish',
  'call-chosen',
  'walk-in',
  'resume',
] as const;

export type QueueKey = (typeof QUEUE_KEYS)[number];

export interface QueueKeyAct {
  readonly standing: Standing;
  readonly run: () => unknown;
}

export type QueueActs = { readonly [K in QueueKey]: QueueKeyAct };

/** What each key of the queue would do now, and why it is off where it is. */
export function useQueueActs(stores: Stores): QueueActs {
  const view = useStore(stores.queue, (s) => s.view);
  const gone = useStore(stores.status, (s) => s.goneSinceMs !== null);
  const hasDraft = useStore(
    stores.visit,
    (s) => s.visit?.cases.some((one) => one.state === 'draft' && !one.takenUp) ?? false,
  );
  const { queue, screen } = stores;
  const { open } = screen.getState();
  const acts = queue.getState();
  const stands = standings(view, hasDraft);
  const as = (key: QueueKey, run: () => unknown): QueueKeyAct => ({
    standing: gone ? 'desk-gone' : stands[key],
    run,
  });
  const firstHeld = view?.held[0];
  return {
    'call-next': as('call-next', acts.callNext),
    recall: as('recall', acts.recall),
    pass: as('pass', () => open({ name: 'pass' })),
    hold: as('hold', () => open({ name: 'hold' })),
    transfer: as('transfer', () => open({ name: 'transfer', ticketId: null })),
    finish: as('finish', () => finishOrAsk(stores)),
    'call-chosen': as('call-chosen', () => open({ name: 'call-chosen', ticketId: null })),
    'walk-in': as('walk-in', () => open({ name: 'walk-in' })),
    resume: as('resume', () => firstHeld && acts.resume(firstHeld.id)),
  };
}

function standings(view: QueueView | null, hasDraft: boolean): { readonly [K in QueueKey]: Standing } {
  const inHand = view?.inHand ?? null;
  const isCalled = inHand?.state === 'called';
  const whenFree = inHand ? 'ticket-in-hand' : 'open';
  const whenWaiting = inHand ? 'ticket-in-hand' : view?.waiting.length ? 'open' : 'nobody-waiting';
  const whenCalled = inHand ? (isCalled ? 'open' : 'already-arrived') : 'window-free';
  const whenServing = inHand ? (isCalled ? 'not-serving' : 'open') : 'window-free';
  return {
    'call-next': whenWaiting,
    recall: whenCalled,
    pass: whenCalled,
    hold: whenServing,
    transfer: inHand ? 'open' : 'no-target',
    finish: whenServing === 'open' && hasDraft ? 'case-open' : whenServing,
    'call-chosen': whenWaiting,
    'walk-in': whenFree,
    resume: view?.held.length ? whenFree : 'nothing-held',
  };
}
