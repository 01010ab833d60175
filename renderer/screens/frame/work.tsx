import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { CounterScreen } from '../counter/counter-screen.tsx';
import { QUEUE_KEYS } from '../counter/use-queue-acts.ts';

const CasesScreen = lazy(async () => ({ default: (await import('../lazy-screens.tsx')).CasesScreen }));
const SyncScreen = lazy(async () => ({ default: (await import('../lazy-screens.tsx')).SyncScreen }));

/** The screen in front. */
export function Work({ stores }: { readonly stores: Stores }) {
  const screen = useStore(stores.screen, (s) => s.screen);
  useEffect(() => void stores.queue.getState().look(), [stores]);
  if (screen === 'counter') {
    return (
      <ErrorPanel>
        <CounterScreen stores={stores} />
      </ErrorPanel>
    );
  }
  return (
    <main className="work whole" data-region="case" tabIndex={-1}>
      <QueueKeysRest />
      <ErrorPanel key={screen}>
        <Suspense fallback={<Bones rows={5} />}>
          {screen === 'cases' ? <CasesScreen stores={stores} /> : <SyncScreen stores={stores} />}
        </Suspense>
      </ErrorPanel>
    </main>
  );
}

/** Away from the counter the queue's keys say where they work. */
function QueueKeysRest() {
  return QUEUE_KEYS.map((act) => <Rest key={act} act={act} />);
}

function Rest({ act }: { readonly act: (typeof QUEUE_KEYS)[number] }) {
  useAct(act, () => undefined, 'other-screen');
  return null;
}
