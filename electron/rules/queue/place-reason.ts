import type { PlaceReason, Priority } from '#contract/shapes/ticket.ts';

/**
 * Why a new ticket stands where it stands: a priority ticket by its reason, any other by first come.
 *
 * @source domain.md 2.1, 13.3 (13)
 */
export function placeReasonWhenTaken(priority: Priority): PlaceReason {
  return priority === 'none' ? 'first-come' : 'priority';
}

/**
 * Why a transferred ticket stands where it stands.
 *
 * It goes before ordinary tickets, because its citizen has waited once already. A priority ticket stays one.
 *
 * @source domain.md 2.1 (transfer jumps ahead of normal tickets at the target)
 */
export function placeReasonWhenTransferred(before: PlaceReason): PlaceReason {
  return before === 'priority' ? 'priority' : 'transferred';
}

/** A ticket that was passed and came back stands by the rule for returned ones, priority or not. */
export const PLACE_REASON_WHEN_RETURNED = 'returned' satisfies PlaceReason;
