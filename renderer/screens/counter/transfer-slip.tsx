import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useClockwork } from '../frame/use-running.ts';

/** 转号: who sent the citizen at the window on, why, and what they wrote for the clerk who has them now. */
export function TransferSlip({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const clockwork = useClockwork(stores.status);
  const transfer = useStore(stores.visit, (s) => s.visit?.transfer);
  const isServing = useStore(stores.queue, (s) => s.view?.inHand?.state === 'serving');
  const site = useStore(stores.session, (s) => s.site);
  if (!transfer || !isServing) return null;
  const { queue: said } = words.frame;
  const queue = site?.queues.find(({ code }) => code === transfer.fromQueue);
  const from = queue ? inLanguage(words, queue.nameZh, queue.nameEn) : transfer.fromQueue;
  return (
    <div className="transfer-slip">
      <Icon name="swap" size="s" />
      <div>
        <b>{said.sentBy(clockWords(transfer.atMs, clockwork), transfer.clerk, from)}</b>
        <span>{transfer.reason}</span>
        {transfer.note && <span>{transfer.note}</span>}
        {transfer.carried > 0 && <span className="note">{said.carriedHere(transfer.carried)}</span>}
      </div>
    </div>
  );
}
