import { lazy, Suspense, useState } from 'react';
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

interface AppProps {
  readonly desk: Desk;
  readonly kind: WindowKind;
}

/** One window of the terminal. */
export function App({ desk, kind }: AppProps) {
  if (kind === 'desk') return <Seat desk={desk} />;
  return (
    <Suspense>{kind === 'display' ? <DisplayWindow desk={desk} /> : <CitizenWindow desk={desk} />}</Suspense>
  );
}

function Seat({ desk }: { readonly desk: Desk }) {
  const [stores] = useState(() => createStores(desk, Date.now));
  return <DeskWindow stores={stores} />;
}
