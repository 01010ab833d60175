import { configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { DeskWindow } from '#renderer/screens/desk-window.tsx';
// What the window loads when somebody signs in is here before the patience of a test begins.
import '#renderer/screens/lazy-screens.tsx';
import { createStores, type Stores } from '#renderer/stores/stores.ts';
import type { SetDesk } from './desk.ts';

// A busy machine is slow to draw; the wait ends as soon as the words are there.
configure({ asyncUtilTimeout: 8000 });

export interface OpenWindow {
  readonly stores: Stores;
  readonly user: UserEvent;
}

/** A window as wide as most counters have, for a page that has no size. */
const USUAL: Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'> = {
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
};

/** Opens the clerk's window on a desk and waits until it has drawn something a person can read. */
export async function openWindow(desk: SetDesk, firstWords: RegExp | string): Promise<OpenWindow> {
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: (): unknown => USUAL });
  const stores = createStores(desk, Date.now);
  const user = userEvent.setup();
  render(<DeskWindow stores={stores} />);
  await screen.findAllByText(firstWords);
  return { stores, user };
}
