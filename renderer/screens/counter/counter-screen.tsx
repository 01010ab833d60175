import '../../styles/counter.css';
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import type { Stores } from '../../stores/stores.ts';
import { CalledWindow } from './called-window.tsx';
import { FreeWindow } from './free-window.tsx';
import { QueueColumn } from './queue-column.tsx';
import { TodayColumn } from './today-column.tsx';

const loadScreens = () => import('../lazy-screens.tsx');
const CaseSheet = lazy(async () => ({ default: (await loadScreens()).CaseSheet }));
const PersonColumn = lazy(async () => ({ default: (await loadScreens()).PersonColumn }));

/** The counter: the queue on the left, the case in the middle, the person and the papers on the right. */
export function CounterScreen({ stores }: { readonly stores: Stores }) {
  const phase = usePhase(stores);
  useEffect(() => {
    // The case screens are fetched while nobody waits for them.
    const timer = setTimeout(() => void loadScreens(), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="work">
      <ErrorPanel>
        <QueueColumn stores={stores} />
      </ErrorPanel>
      <ErrorPanel key={`middle ${phase}`}>
        <Middle stores={stores} phase={phase} />
      </ErrorPanel>
      <ErrorPanel key={`right ${phase}`}>
        {phase === 'serving' ? (
          <Suspense fallback={<div className="today" />}>
            <PersonColumn stores={stores} />
          </Suspense>
        ) : (
          <TodayColumn stores={stores} />
        )}
      </ErrorPanel>
    </main>
  );
}

export type Phase = 'unknown' | 'free' | 'called' | 'serving';

function usePhase({ queue }: Stores): Phase {
  return useStore(queue, ({ view }) => {
    if (!view) return 'unknown';
    if (!view.inHand) return 'free';
    return view.inHand.state === 'called' ? 'called' : 'serving';
  });
}

function Middle({ stores, phase }: { readonly stores: Stores; readonly phase: Phase }) {
  if (phase === 'free') return <FreeWindow stores={stores} />;
  if (phase === 'called') return <CalledWindow stores={stores} />;
  if (phase === 'serving') {
    return (
      <Suspense fallback={<section className="stage sheet" />}>
        <CaseSheet stores={stores} />
      </Suspense>
    );
  }
  return (
    <section className="stage sheet">
      <div className="go">
        <Bones rows={5} />
      </div>
    </section>
  );
}
