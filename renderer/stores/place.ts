import type { Step } from './case-acts.ts';
import type { Stores } from './stores.ts';

/** Where a card or a code meets this seat: the rows of SCREENS 5.2. */
export type Place =
  | 'signed-out'
  | 'locked'
  | 'free'
  | 'called'
  | Step
  | 'cases'
  | 'sync'
  | 'catalogue'
  | 'hand-over'
  | 'one-number'
  | 'guidance';

/** What stands in front now. Who sits here counts first, then the screen, then the ticket and its step. */
export function placeOf({ session, screen, queue, caseFile }: Stores): Place {
  const { staff, locked, mustChangePassword } = session.getState();
  if (!staff) return 'signed-out';
  if (locked) return 'locked';
  if (mustChangePassword) return 'signed-out';
  const front = screen.getState().screen;
  if (front !== 'counter') return front;
  const inHand = queue.getState().view?.inHand;
  if (!inHand) return 'free';
  return inHand.state === 'called' ? 'called' : caseFile.getState().step;
}
