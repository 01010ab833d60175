import type { RoutedCode } from '#contract/shapes/scan.ts';
import type { Stores } from './stores.ts';

const STATUS_EVERY_MS = 2000;
/** News is only a hint: a list that was told nothing is read again all the same. */
const QUEUE_EVERY_MS = 15_000;

/** Keeps the frame's copies fresh: news, the death and return of the desk, and a slow look besides. */
export function listen(stores: Stores): () => void {
  const { desk, session, queue, status, screen } = stores;
  const atWork = () => {
    const { staff, locked } = session.getState();
    return staff !== null && !locked;
  };
  const lookAtQueue = () => {
    if (atWork()) void queue.getState().look();
  };
  const lookAtAll = async () => {
    await session.getState().look();
    lookAtQueue();
    await status.getState().look();
  };
  const undo = [
    desk.hear('queue.changed', lookAtQueue),
    desk.hear('session.changed', () => void lookAtAll()),
    desk.hear('sync.changed', () => void status.getState().look()),
    desk.hear('devices.changed', () => void status.getState().look()),
    desk.hear('desk.trouble', (trouble) => status.getState().hearTrouble(trouble)),
    desk.hear('code.scanned', (code) => hearCode(stores, code, atWork())),
    desk.hear('code.trouble', ({ trouble }) => screen.getState().tell({ kind: 'scan-trouble', trouble })),
    desk.hear('identity.card', ({ phase, name }) => {
      if (!atWork()) {
        if (phase === 'read') screen.getState().tell({ kind: 'sign-in-first' });
      } else if (phase === 'nobody-to-fill' && !queue.getState().view?.inHand) {
        screen.getState().tell({ kind: 'nobody-for-card', name: name ?? '' });
      }
    }),
    desk.onGone(() => status.getState().gone()),
    desk.onBack(() => {
      status.getState().back();
      void lookAtAll();
    }),
    desk.onRefused((refusal) => status.getState().refuse(refusal)),
  ];
  const statusTimer = setInterval(() => void status.getState().look(), STATUS_EVERY_MS);
  const queueTimer = setInterval(lookAtQueue, QUEUE_EVERY_MS);
  void lookAtAll();
  return () => {
    clearInterval(statusTimer);
    clearInterval(queueTimer);
    for (const stop of undo) stop();
  };
}

/** What a scanned code does outside a case (SCREENS 5.2). Inside a case its own screen listens too. */
function hearCode({ session, queue, screen }: Stores, code: RoutedCode, atWork: boolean): void {
  const { tell, want, open } = screen.getState();
  if (code.kind === 'clerk-badge') {
    session.getState().showBadge(code.number);
    return;
  }
  if (!atWork) {
    tell({ kind: 'sign-in-first' });
    return;
  }
  const view = queue.getState().view;
  switch (code.kind) {
    case 'receipt':
      if (code.caseId) want({ kind: 'case', caseId: code.caseId });
      else tell({ kind: 'receipt-unknown', number: code.receiptNumber });
      return;
    case 'item':
      want({ kind: 'item', itemCode: code.itemCode });
      return;
    case 'ticket': {
      if (view?.inHand?.number === code.number) {
        if (view.inHand.state === 'called') void queue.getState().arrive();
        return;
      }
      const place = view?.waiting.findIndex(({ ticket }) => ticket.number === code.number) ?? -1;
      const waiting = view?.waiting[place];
      if (!waiting) tell({ kind: 'ticket-elsewhere', number: code.number });
      else if (view?.inHand) tell({ kind: 'not-your-turn', number: code.number, ahead: place });
      else if (place === 0) void queue.getState().callNext();
      else open({ name: 'call-chosen', ticketId: waiting.ticket.id });
      return;
    }
    case 'unknown':
      tell({ kind: 'unknown-code', shown: code.shown });
      return;
    case 'credit-code':
    case 'licence':
  }
}
