import { useStore } from 'zustand';
import type { Slot } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { sourceWords } from './source-mark.tsx';
import { WordChoice } from './word-choice.tsx';

interface PickDialogProps {
  readonly stores: Stores;
  readonly slot: Slot;
  readonly onClose: () => void;
}

/** Which source counts, and why. */
export function PickDialog({ stores, slot, onClose }: PickDialogProps) {
  const words = useWords();
  const { form } = words;
  const { field, held } = slot;
  const { pick, reveal, busy, setback } = useStore(stores.form);
  return (
    <WordChoice
      title={form.pickTitle(inLanguage(words, field.labelZh, field.labelEn))}
      note={form.pickNote}
      offered={held.sources.map((value) => ({
        key: value.source,
        shown: value.shown,
        from: sourceWords(words, value),
        isStale: value.stale,
        closed: value.part ? form.onlyPart : null,
        reveal: value.masked ? async () => reveal(field.meaning, value.source, 'compare-with-paper') : null,
      }))}
      reasons={form.pickReasons}
      busy={busy}
      sentence={setback && setbackWords(words, setback)}
      onPick={async (key, reason) => {
        const chosen = held.sources.find(({ source }) => source === key);
        return chosen !== undefined && pick(field.meaning, chosen.source, reason);
      }}
      onClose={onClose}
    />
  );
}
