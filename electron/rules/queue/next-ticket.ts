import type { PlaceReason } from '#contract/shapes/ticket.ts';

/** Tickets of the same queue that a returned one lets through first. */
const RETURNED_AFTER = 3;

export interface QueuePolicy {
  /** Priority tickets a window may call in a row while another one waits. */
  readonly priorityInARow: number;
}

/** Where a ticket stands. Turns are counted, never read from a clock: a clock can be set back. */
export interface Place {
  readonly placeReason: PlaceReason;
  /** Counts up with every ticket taken in the hall; a transferred ticket keeps its own. */
  readonly turn: number;
  /** 0, or the turn at which a passed ticket came back: it stands behind the ticket whose `turn` it shares. */
  readonly returnedTurn: number;
}

/**
 * Says whether the next call must go to an ordinary ticket, if one waits.
 *
 * Priority tickets go first, but never more than `policy.priorityInARow` in a row while another waits.
 *
 * @param priorityRun priority tickets this window called since its last other call
 */
export function ordinaryIsDue(priorityRun: number, policy: QueuePolicy): boolean {
  return priorityRun >= policy.priorityInARow;
}

/**
 * Puts waiting tickets in the order a window will call them.
 *
 * Priority first, within the limit of `ordinaryIsDue`; then transferred ones in the order they were taken;
 * then the rest, first come first. The order is complete, so that every place can be shown and explained.
 *
 * @param waiting the tickets this window may call
 * @param priorityRun priority tickets this window called since its last other call
 * @source domain.md 2.1, 13.3 (13)
 */
export function callingOrder<T extends Place>(
  waiting: readonly T[],
  priorityRun: number,
  policy: QueuePolicy,
): readonly T[] {
  const turns = waiting.toSorted(byTurn);
  const priority = turns.filter((t) => t.placeReason === 'priority');
  const others = [
    ...turns.filter((t) => t.placeReason === 'transferred'),
    ...turns.filter((t) => isInTurn(t.placeReason)),
  ];

  const order: T[] = [];
  let run = priorityRun;
  let nextPriority = 0;
  let nextOther = 0;
  while (order.length < waiting.length) {
    const first = priority[nextPriority];
    const other = others[nextOther];
    if (first && (!other || !ordinaryIsDue(run, policy))) {
      order.push(first);
      nextPriority += 1;
      run += 1;
    } else if (other) {
      order.push(other);
      nextOther += 1;
      run = 0;
    }
  }
  return order;
}

/** The ticket a window calls next, or null when nobody it may call is waiting. */
export function nextTicket<T extends Place>(
  waiting: readonly T[],
  priorityRun: number,
  policy: QueuePolicy,
): T | null {
  return callingOrder(waiting, priorityRun, policy)[0] ?? null;
}

/**
 * The place of a passed ticket that came back: behind the next three that wait in turn in its queue,
 * behind the last of them when fewer wait.
 *
 * @param waiting the tickets waiting in its queue
 * @param newTurn a turn nobody has yet
 */
export function placeOfReturned(
  waiting: readonly Place[],
  newTurn: number,
): Pick<Place, 'turn' | 'returnedTurn'> {
  const inTurn = waiting.filter((t) => isInTurn(t.placeReason)).toSorted(byTurn);
  const behind = inTurn[Math.min(RETURNED_AFTER, inTurn.length) - 1];
  return behind ? { turn: behind.turn, returnedTurn: newTurn } : { turn: newTurn, returnedTurn: 0 };
}

/** Waits for its own turn: neither priority nor transferred. */
function isInTurn(reason: PlaceReason): boolean {
  return reason === 'first-come' || reason === 'returned';
}

function byTurn(a: Place, b: Place): number {
  return a.turn - b.turn || a.returnedTurn - b.returnedTurn;
}
