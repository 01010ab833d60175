import { type Cover, hearArrivals } from './arrivals.ts';
import type { Stores } from './stores.ts';

const STATUS_EVERY_MS = 2000;
/** News is only a hint: a list that was told nothing is read again all the same. */
const QUEUE_EVERY_MS = 15_000;

/** Keeps the frame's copies fresh: news, the death and return of the desk, and a slow look besides. */
export function listen(stores: Stores, cover: Cover): () => void {
  const { desk, session, queue, status } = stores;
  const atWork = () => {
    const { staff, locked } = session.getState();
    return staff !== null && !locked;
  };
  const lookAtQueue = () => {
    if (atWork()) void queue.getState().look();
  };
  const lookAtAll = async (seatLooked: Promise<void>) => {
    await seatLooked;
    lookAtQueue();
    await status.getState().look();
  };
  const undo = [
    desk.hear('queue.changed', lookAtQueue),
    desk.hear('session.changed', () => void lookAtAll(session.getState().look())),
    desk.hear('sync.changed', () => void status.getState().look()),
    desk.hear('devices.changed', () => void status.getState().look()),
    desk.hear('sources.answered', ({ asked, proved }) => {
      if (atWork()) stores.screen.getState().tell({ kind: 'sources-answered', asked, proved });
    }),
    desk.hear('desk.trouble', (trouble) => status.getState().hearTrouble(trouble)),
    hearArrivals(stores, cover),
    desk.onGone(() => status.getState().gone()),
    desk.onBack(() => {
      status.getState().back();
      void lookAtAll(session.getState().look());
    }),
    desk.onRefused((refusal) => status.getState().refuse(refusal)),
  ];
  const statusTimer = setInterval(() => void status.getState().look(), STATUS_EVERY_MS);
  const queueTimer = setInterval(lookAtQueue, QUEUE_EVERY_MS);
  void lookAtAll(session.getState().firstLook());
  return () => {
    clearInterval(statusTimer);
    clearInterval(queueTimer);
    for (const stop of undo) stop();
  };
}
