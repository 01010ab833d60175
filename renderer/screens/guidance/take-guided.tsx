import { useState } from 'react';
import { useStore } from 'zustand';
import { OnlineNumber } from '#contract/shapes/guided.ts';
import { Priority, type QueueCode } from '#contract/shapes/ticket.ts';
import { Key } from '../../components/key.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import type { Guiding } from './use-guiding.ts';

interface TakeGuidedProps {
  readonly stores: Stores;
  readonly guiding: Guiding;
  /** Of the item or the bundle. */
  readonly queueCode: QueueCode;
  /** A bundle is not begun on the web as one. */
  readonly asksNumber: boolean;
}

/** The ticket of the item's queue, with the number of the web where there is one. */
export function TakeGuided({ stores, guiding, queueCode, asksNumber }: TakeGuidedProps) {
  const words = useWords();
  const said = words.guidance;
  const site = useStore(stores.session, (s) => s.site);
  const [priority, setPriority] = useState<Priority>('none');
  const [typed, setTyped] = useState('');
  const queue = site?.queues.find(({ code }) => code === queueCode) ?? null;
  const number = OnlineNumber.safeParse(typed);
  const numberIsFit = typed.trim() === '' || number.success;
  const standing = queue === null ? 'no-such-queue' : numberIsFit ? 'open' : 'choose-first';
  const take = () => {
    if (queue && numberIsFit) {
      const onlineNumber = number.success ? number.data : null;
      void guiding.take({ queue: queue.code, priority, onlineNumber });
    }
  };
  useAct('take-guided', take, guiding.busy ? 'busy' : standing);
  return (
    <footer className="take-guided">
      {asksNumber && (
        <label>
          <span>{said.onlineNumber}</span>
          <input
            className="input n"
            value={typed}
            maxLength={50}
            placeholder={numberIsFit ? said.onlineHint : said.online.shape}
            aria-invalid={!numberIsFit || undefined}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      <label>
        <span>{said.priority}</span>
        <select
          className="input"
          value={priority}
          onChange={(event) => setPriority(Priority.parse(event.target.value))}
        >
          {Priority.options.map((option) => (
            <option key={option} value={option}>
              {words.frame.queue.priority[option]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className={standing === 'open' ? 'btn big primary' : 'btn big primary off'}
        data-take
        aria-disabled={standing !== 'open' || undefined}
        aria-busy={guiding.busy || undefined}
        title={queue === null ? said.notServed : undefined}
        onClick={take}
      >
        <Key act="take-guided" />
        {[said.take, queue ? inLanguage(words, queue.nameZh, queue.nameEn) : said.notServed].join(' ')}
      </button>
    </footer>
  );
}
