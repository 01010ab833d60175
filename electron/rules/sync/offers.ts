import type { Debt, DebtState } from '#contract/shapes/sync-state.ts';

/**
 * What a clerk can do about a debt.
 *
 * Correcting a case that was decided is not possible yet, so a returned step can only be sent again, with a
 * new key, when the cause was on the platform's side.
 */
export function offersFor(state: DebtState): Debt['offers'] {
  switch (state) {
    case 'done':
      return [];
    case 'pending':
    case 'unknown':
      return ['try-now'];
    case 'returned':
      return ['send-again', 'call-technician'];
    case 'quarantined':
    case 'paused':
      return ['try-now', 'call-technician'];
  }
}
