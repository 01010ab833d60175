import '../../styles/counter.css';
import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import type { Stores } from '../../stores/stores.ts';
import type { Screens } from '../frame/use-screens.ts';
import { CalledWindow } from './called-window.tsx';
import { FreeWindow } from './free-window.tsx';
import { QueueColumn } from './queue-column.tsx';
import { TodayColumn } from './today-column.tsx';

interface CounterScreenProps {
  readonly stores: Stores;
  readonly screens: Screens;
}

/** The counter: the queue on the left, the case in the middle, the person and the papers on the right. */
export function CounterScreen({ stores, screens }: CounterScreenProps) {
  const phase = usePhase(stores);
  const isBeside = useStore(stores.pages, (s) => s.viewed !== null) && phase === 'serving';
  return (
    <main className={isBeside ? 'work beside' : 'work'}>
      <ErrorPanel>
        <QueueColumn stores={stores} />
      </ErrorPanel>
      <ErrorPanel key={`middle ${phase}`}>
        <Middle stores={stores} screens={screens} phase={phase} />
      </ErrorPanel>
      <ErrorPanel key={`right ${phase}`}>
        {phase === 'serving' ? <screens.PersonColumn stores={stores} /> : <TodayColumn stores={stores} />}
      </ErrorPanel>
      {isBeside && (
        <ErrorPanel>
          <screens.PaperViewer stores={stores} />
        </ErrorPanel>
      )}
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

interface MiddleProps extends CounterScreenProps {
  readonly phase: Phase;
}

function Middle({ stores, screens, phase }: MiddleProps) {
  if (phase === 'free') return <FreeWindow stores={stores} />;
  if (phase === 'called') return <CalledWindow stores={stores} />;
  if (phase === 'serving') return <screens.CaseSheet stores={stores} />;
  return (
    <section className="stage sheet">
      <div className="go">
        <Bones rows={5} />
      </div>
    </section>
  );
}
