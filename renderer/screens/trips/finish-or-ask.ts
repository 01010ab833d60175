import { isToBeAsked } from '#rules/intake/come-back.ts';
import { tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';

/**
 * F12: when something would bring the citizen back and nobody asked them about it, that is shown first; else the
 * ticket is finished. A desk that cannot say is not waited for: finishing says itself what is wrong.
 */
export async function finishOrAsk({ desk, visit, queue, screen }: Stores): Promise<boolean> {
  const now = visit.getState().visit;
  const told = now ? await tell(desk, 'trips.leaving', { visitId: now.id }) : null;
  if (told?.ok && told.value.some(({ comeBack }) => isToBeAsked(comeBack))) {
    screen.getState().open({ name: 'leaving' });
    return false;
  }
  return queue.getState().finish();
}
