import { lazy, type ReactNode, Suspense } from 'react';
import type { Desk } from './desk.ts';
import { DeskWindow } from './screens/desk-window.tsx';
import { createStores } from './stores/stores.ts';

const DisplayWindow = lazy(async () => {
  const { DisplayWindow: loaded } = await import('./screens/display/display-window.tsx');
  return { default: loaded };
});

const CitizenWindow = lazy(async () => {
  const { CitizenWindow: loaded } = await import('./screens/citizen/citizen-window.tsx');
  return { default: loaded };
});

/** `desk`: the clerk's window · `display`: the public screen · `citizen`: the screen turned to the citizen. */
export type WindowKind = 'desk' | 'display' | 'citizen';

/** What one window of the terminal shows. The clerk's asks who sits here before anything is drawn. */
export function windowOf(kind: WindowKind, desk: Desk): ReactNode {
  if (kind !== 'desk')
    return (
      <Suspense>
        {kind === 'display' ? <DisplayWindow desk={desk} /> : <CitizenWindow desk={desk} />}
      </Suspense>
    );
  const stores = createStores(desk, Date.now);
  void stores.session.getState().firstLook();
  return <DeskWindow stores={stores} />;
}
