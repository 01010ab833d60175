import type { Stores } from './stores.ts';

/**
 * Opens the page of one number: at the counter that of whoever's tab is open, who sits here and is served; else the
 * empty page, where a card, a code or a typed number says whose it is.
 */
export function openPersonPage({ screen, visit }: Stores): void {
  const { visit: seen, role } = visit.getState();
  const { screen: front, want, go } = screen.getState();
  if (front === 'counter' && seen?.[role]?.filled.includes('certificateNumber')) {
    want({ kind: 'person', which: { by: 'party', visitId: seen.id, role }, purpose: 'serve-at-the-window' });
  } else go('one-number');
}
