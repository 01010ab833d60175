import { useStore } from 'zustand';
import type { CardLine } from '#contract/shapes/card-again.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { cardFrom, cardLabel, cardValue } from './card-words.ts';
import { WordChoice } from './word-choice.tsx';

interface CardPickDialogProps {
  readonly stores: Stores;
  readonly line: CardLine;
  readonly onClose: () => void;
}

/** What the chip says now, or what was said before: which counts, and why. */
export function CardPickDialog({ stores, line, onClose }: CardPickDialogProps) {
  const words = useWords();
  const { form } = words;
  const { pickCard, revealCard, busy, setback } = useStore(stores.form);
  return (
    <WordChoice
      title={form.pickTitle(cardLabel(words, line))}
      note={form.card.pickNote}
      offered={(['now', 'before'] as const).map((word) => ({
        key: word,
        shown: cardValue(words, line, word),
        from: cardFrom(words, line, word),
        isStale: false,
        closed: null,
        reveal: line[word].masked ? async () => revealCard(line.role, line.field, word) : null,
      }))}
      reasons={form.card.pickReasons}
      busy={busy}
      sentence={setback && setbackWords(words, setback)}
      onPick={async (key, reason) => pickCard(line, key === 'now' ? 'now' : 'before', reason)}
      onClose={onClose}
    />
  );
}
