import type { Debt, DebtState } from '#contract/shapes/sync-state.ts';

const OFFERS = {
  pending: ['try-now'],
  unknown: ['try-now'],
  paused: ['try-now', 'call-technician'],
  returned: ['send-again', 'call-technician'],
  quarantined: ['try-now', 'call-technician'],
  done: [],
} satisfies Record<DebtState, Debt['offers']>;

/**
 * What a clerk can do about a debt.
 *
 * Correcting a case that was decided is not possible yet, so a returned step can only be sent again, with a
 * new key, when the cause was on the platform's side. Trying a quarantined step now only asks the platform
 * what it holds; it is never sent a second time by itself.
 */
export function offersFor(state: DebtState): Debt['offers'] {
  return OFFERS[state];
}
