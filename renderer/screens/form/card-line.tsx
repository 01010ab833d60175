import { useEffect } from 'react';
import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

/** 动态更新: the key that asks for the citizen's card again from the form itself, and what came of it. */
export function CardLine({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { card } = words.form;
  const { frozen, cardWaits, cardAsked, cardLines, askCard } = useStore(stores.form);
  // Whoever leaves the form asks for no card any more: the next one is used where it is laid down.
  useEffect(
    () => () => {
      const { cardWaits: isWaiting, stopCard } = stores.form.getState();
      if (isWaiting) void stopCard();
    },
    [stores],
  );
  if (frozen) return null;
  const { roles } = words.sheet.identity;
  const [first] = cardLines;
  const count = cardLines.filter(({ role }) => role === first?.role).length;
  const asBefore = cardAsked?.differing === 0 ? card.same(roles[cardAsked.role]) : card.idle;
  const said = first ? card.differing(roles[first.role], count) : asBefore;
  return (
    <div className="form-line">
      <Icon name={cardWaits ? 'wait' : 'card'} size="s" tone={cardWaits ? 'amber' : 'dim'} />
      <output aria-live="polite">{cardWaits ? card.waiting : said}</output>
      <ActButton act="read-again" look="quiet" onAct={() => void askCard()}>
        {cardWaits ? card.stop : card.ask}
      </ActButton>
    </div>
  );
}
