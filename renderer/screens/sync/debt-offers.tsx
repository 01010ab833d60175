import type { KeyboardEvent } from 'react';
import type { Debt } from '#contract/shapes/sync-state.ts';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';

interface DebtOffersProps {
  readonly debt: Debt;
  readonly busy: boolean;
  readonly onSendAgain: (debt: Debt) => void;
  readonly onTryNow: () => void;
  readonly onOpenCase: () => void;
}

type Offer = Debt['offers'][number];

/** What a clerk can do about a debt, on the digits. */
export function DebtOffers({ debt, busy, onSendAgain, onTryNow, onOpenCase }: DebtOffersProps) {
  const words = useWords();
  const { sync } = words.sheet;
  const run = (offer: Offer) => {
    if (busy) return;
    if (offer === 'send-again') onSendAgain(debt);
    else if (offer === 'try-now') onTryNow();
    else if (offer === 'correct-and-send') onOpenCase();
    else void navigator.clipboard?.writeText(debt.receiptNumber ?? debt.id);
  };
  const press = (event: KeyboardEvent) => {
    const offer = /^[1-9]$/.test(event.key) ? debt.offers[Number(event.key) - 1] : undefined;
    if (!offer) return;
    event.preventDefault();
    run(offer);
  };
  return (
    <div>
      <div className="h">{sync.todo}</div>
      {debt.offers.length === 0 && <p>{debt.state === 'done' ? sync.settledToDo : sync.nothingToDo}</p>}
      <ol className="offers">
        {debt.offers.map((offer, index) => (
          <li key={offer}>
            <span className="nn">{index + 1}</span>
            <div>
              <b>{sync.offers[offer]}</b>
              <span className="note">{sync.offersNote[offer]}</span>
            </div>
            <button
              type="button"
              className="btn"
              disabled={busy}
              onKeyDown={press}
              onClick={() => run(offer)}
            >
              <Key cap={String(index + 1)} />
              {sync.offersDo[offer]}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
