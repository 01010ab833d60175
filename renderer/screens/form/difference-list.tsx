import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { CardLine } from '#contract/shapes/card-again.ts';
import type { SourcedValue } from '#contract/shapes/form-value.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Slot } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { CardPickDialog } from './card-pick-dialog.tsx';
import { cardFrom, cardLabel, cardValue } from './card-words.ts';
import { PickDialog } from './pick-dialog.tsx';
import { sourceWords } from './source-mark.tsx';

/** One fact on which words differ, and the dialog that picks one of them. */
interface Difference {
  readonly key: string;
  readonly label: string;
  readonly values: readonly Said[];
  readonly dialog: (onClose: () => void) => ReactNode;
}

interface Said {
  readonly key: string;
  readonly shown: string;
  readonly from: string;
  readonly isStale: boolean;
}

/** 多源校核: every fact on which sources differ, side by side, until a clerk picks one. */
export function DifferenceList({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const slots = useStore(stores.form, (s) => s.slots);
  const cardLines = useStore(stores.form, (s) => s.cardLines);
  const frozen = useStore(stores.form, (s) => s.frozen);
  const [picking, setPicking] = useState<string | null>(null);
  const all = [
    ...cardLines.map((line) => ofCard(words, stores, line)),
    ...Object.values(slots)
      .filter(({ held }) => held.differs)
      .map((slot) => ofSources(words, stores, slot)),
  ];
  const [first] = all;
  const picked = all.find(({ key }) => key === picking);
  if (!first || frozen) return null;
  return (
    <section className="differences" aria-label={words.form.differsTitle(all.length)}>
      <p className="say">
        <Icon name="warn" size="s" tone="amber" />
        <b>{words.form.differsTitle(all.length)}</b>
        <ActButton act="form-differences" look="quiet" onAct={() => setPicking(first.key)}>
          {words.form.pick}
        </ActButton>
      </p>
      <ul>
        {all.map(({ key, label, values }) => (
          <li key={key}>
            <b>{label}</b>
            {values.map((said) => (
              <span key={said.key} className={said.isStale ? 'tag a' : 'tag'}>
                {said.shown}
                <span className="note">{said.from}</span>
              </span>
            ))}
            {areAlike(values) && <span className="note">{words.form.hiddenDiffers}</span>}
            {key !== first.key && (
              <button type="button" className="btn quiet" onClick={() => setPicking(key)}>
                {words.form.pick}
              </button>
            )}
          </li>
        ))}
      </ul>
      {picked?.dialog(() => setPicking(null))}
    </section>
  );
}

function ofSources(words: Words, stores: Stores, slot: Slot): Difference {
  const { field, held } = slot;
  return {
    key: field.meaning,
    label: inLanguage(words, field.labelZh, field.labelEn),
    values: held.sources.map((value: SourcedValue) => ({
      key: value.source,
      shown: value.shown,
      from: sourceWords(words, value),
      isStale: value.stale,
    })),
    dialog: (onClose) => <PickDialog stores={stores} slot={slot} onClose={onClose} />,
  };
}

function ofCard(words: Words, stores: Stores, line: CardLine): Difference {
  return {
    key: `${line.role} ${line.field}`,
    label: cardLabel(words, line),
    values: (['now', 'before'] as const).map((word) => ({
      key: word,
      shown: cardValue(words, line, word),
      from: cardFrom(words, line, word),
      isStale: false,
    })),
    dialog: (onClose) => <CardPickDialog stores={stores} line={line} onClose={onClose} />,
  };
}

/** Masked alike, so that the difference lies where nobody sees it. */
function areAlike(values: readonly Said[]): boolean {
  return new Set(values.map(({ shown }) => shown)).size === 1;
}
