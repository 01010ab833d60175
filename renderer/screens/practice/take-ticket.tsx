import { useState } from 'react';
import { useStore } from 'zustand';
import { Priority } from '#contract/shapes/ticket.ts';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';

/** What the kiosk in the hall does: a queue, a priority, a number. */
export function TakeTicket({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { tray, queue: queueWords } = words.frame;
  const queues = useStore(stores.session, (s) => s.site?.queues) ?? [];
  const [queueAt, setQueueAt] = useState(0);
  const [priority, setPriority] = useState<Priority>('none');
  const take = () => {
    const queue = queues[queueAt];
    if (queue) void stores.queue.getState().take({ queue: queue.code, priority });
  };
  return (
    <section>
      <h3 className="note">{tray.tickets}</h3>
      <div className="take">
        <select
          className="input"
          aria-label={tray.tickets}
          value={queueAt}
          onChange={(event) => setQueueAt(Number(event.target.value))}
        >
          {queues.map((queue, index) => (
            <option key={queue.code} value={index}>
              {queue.code} {inLanguage(words, queue.nameZh, queue.nameEn)}
            </option>
          ))}
        </select>
        <select
          className="input"
          aria-label={tray.ticketPriority}
          value={priority}
          onChange={(event) => setPriority(Priority.parse(event.target.value))}
        >
          {Priority.options.map((option) => (
            <option key={option} value={option}>
              {queueWords.priority[option]}
            </option>
          ))}
        </select>
        <button type="button" className="btn" onClick={take}>
          {words.frame.acts.take}
        </button>
      </div>
    </section>
  );
}
