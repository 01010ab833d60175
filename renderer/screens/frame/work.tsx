import { useEffect } from 'react';
import { useStore } from 'zustand';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { ScreenName } from '../../stores/screen-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { CounterScreen } from '../counter/counter-screen.tsx';
import { QUEUE_KEYS } from '../counter/use-queue-acts.ts';
import type { Screens } from './use-screens.ts';

interface WorkProps {
  readonly stores: Stores;
  readonly screens: Screens;
}

/** The screen in front. */
export function Work({ stores, screens }: WorkProps) {
  const screen = useStore(stores.screen, (s) => s.screen);
  useEffect(() => void stores.queue.getState().look(), [stores]);
  if (screen === 'counter') {
    return (
      <ErrorPanel>
        <CounterScreen stores={stores} screens={screens} />
      </ErrorPanel>
    );
  }
  return (
    <main className="work whole" data-region="case" tabIndex={-1}>
      <QueueKeysRest />
      <ErrorPanel key={screen}>
        <Whole screen={screen} stores={stores} screens={screens} />
      </ErrorPanel>
    </main>
  );
}

/** A screen that has the work to itself. */
function Whole({ screen, stores, screens }: WorkProps & { readonly screen: Exclude<ScreenName, 'counter'> }) {
  if (screen === 'cases') return <screens.CasesScreen stores={stores} />;
  if (screen === 'catalogue') return <screens.CatalogueScreen stores={stores} />;
  if (screen === 'one-number') return <screens.OneNumberScreen stores={stores} />;
  if (screen === 'guidance') return <screens.GuidanceScreen stores={stores} />;
  if (screen === 'hand-over') return <screens.HandOverScreen stores={stores} />;
  return <screens.SyncScreen stores={stores} />;
}

/** Away from the counter the queue's keys say where they work. */
function QueueKeysRest() {
  return QUEUE_KEYS.map((act) => <Rest key={act} act={act} />);
}

function Rest({ act }: { readonly act: (typeof QUEUE_KEYS)[number] }) {
  useAct(act, () => undefined, 'other-screen');
  return null;
}
