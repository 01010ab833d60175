import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { QUEUE_KEYS, type QueueKey, type QueueKeyAct, useQueueActs } from './use-queue-acts.ts';

const FREE_KEYS: readonly QueueKey[] = ['call-next', 'call-chosen', 'walk-in'];
const BUSY_KEYS: readonly QueueKey[] = ['call-next', 'recall', 'pass', 'hold', 'transfer', 'finish'];

/** The queue's keys, in the same place always; the one to press next is filled. */
export function KeyStrip({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const inHand = useStore(stores.queue, (s) => s.view?.inHand ?? null);
  const busy = useStore(stores.queue, (s) => s.busy);
  const acts = useQueueActs(stores);
  const shown = inHand ? BUSY_KEYS : FREE_KEYS;
  return (
    <div className="keys" role="toolbar" aria-label={words.frame.queue.keys}>
      {shown.map((key) => (
        <ActButton
          key={key}
          act={key}
          look="key"
          main={!inHand && key === 'call-next'}
          busy={busy === key}
          standing={acts[key].standing}
          onAct={acts[key].run}
        >
          {words.frame.acts[key]}
        </ActButton>
      ))}
      {QUEUE_KEYS.filter((key) => !shown.includes(key)).map((key) => (
        <Unseen key={key} name={key} act={acts[key]} />
      ))}
    </div>
  );
}

/** A key of the queue that has no place on the strip now still acts, or says why it does not. */
function Unseen({ name, act }: { readonly name: QueueKey; readonly act: QueueKeyAct }) {
  useAct(name, act.run, act.standing);
  return null;
}
