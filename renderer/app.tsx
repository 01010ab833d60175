import { lazy, Suspense, useState } from 'react';
import type { Desk } from './desk.ts';
import { DeskWindow } from './screens/desk-window.tsx';
import { createStores } from './stores/stores.ts';

const DisplayWindow = lazy(async () => {
  const { DisplayWindow: loaded } = await import('./screens/display/display-window.tsx');
  return { default: loaded };
});

interface AppProps {
  readonly desk: Desk;
  /** `desk`: the clerk's window · `display`: the public screen. */
  readonly kind: 'desk' | 'display';
}

/** One window of the terminal. */
export function App({ desk, kind }: AppProps) {
  return kind === 'display' ? (
    <Suspense>
      <DisplayWindow desk={desk} />
    </Suspense>
  ) : (
    <Seat desk={desk} />
  );
}

function Seat({ desk }: { readonly desk: Desk }) {
  const [stores] = useState(() => createStores(desk, Date.now));
  return <DeskWindow stores={stores} />;
}
