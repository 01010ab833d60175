import { describe, expect, it } from 'vitest';
import { createQueueStore } from '#renderer/stores/queue-store.ts';
import { aHallDesk, aQueue, askedOf, called, serving } from '../support/hall-views.ts';

function aCallUnderWay() {
  const desk = aHallDesk();
  const answered = Promise.withResolvers<void>();
  desk.answer({
    'queue.call-next': async () => {
      desk.answer({ 'queue.view': { ok: true, value: aQueue({ inHand: called }) } });
      await answered.promise;
      return { ok: true, value: called };
    },
    'queue.arrive': { ok: true, value: serving },
  });
  const queue = createQueueStore(desk, Date.now);
  return { desk, queue, calling: queue.getState().callNext(), answer: answered.resolve };
}

describe('news of the queue while a call is under way', () => {
  it('show the called ticket only when it can be acted on', async () => {
    const { desk, queue, calling, answer } = aCallUnderWay();
    const pressed: Promise<boolean>[] = [];
    queue.subscribe(({ view, busy }) => {
      // The clerk presses Enter the moment the ticket stands there.
      if (view?.inHand?.state === 'called' && !busy && pressed.length === 0)
        pressed.push(queue.getState().arrive());
    });
    const seen = queue.getState().look();
    await new Promise((later) => void setTimeout(later, 5));
    expect(queue.getState().view).toBeNull();

    answer();
    await Promise.all([calling, seen]);
    expect(queue.getState().view?.inHand).toEqual(called);
    expect(await pressed[0]).toBe(true);
    expect(askedOf(desk, 'queue.arrive')).toHaveLength(1);
  });

  it('are looked at once, with the look of the call', async () => {
    const { desk, queue, calling, answer } = aCallUnderWay();
    const looks = [queue.getState().look(), queue.getState().look()];
    answer();
    await Promise.all([calling, ...looks]);
    expect(askedOf(desk, 'queue.view')).toHaveLength(1);
  });
});
