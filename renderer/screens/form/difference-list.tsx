import { useState } from 'react';
import { useStore } from 'zustand';
import type { Meaning } from '#contract/shapes/form.ts';
import type { SourcedValue } from '#contract/shapes/form-value.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { PickDialog } from './pick-dialog.tsx';
import { sourceWords } from './source-mark.tsx';

/** 多源校核: every fact on which sources differ, side by side, until a clerk picks one. */
export function DifferenceList({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const slots = useStore(stores.form, (s) => s.slots);
  const count = useStore(stores.form, (s) => s.standing.differing);
  const frozen = useStore(stores.form, (s) => s.frozen);
  const [picking, setPicking] = useState<Meaning | null>(null);
  const differing = Object.values(slots).filter(({ held }) => held.differs);
  const [first] = differing;
  const slot = picking === null ? undefined : slots[picking];
  if (!first || frozen) return null;
  return (
    <section className="differences" aria-label={words.form.differsTitle(count)}>
      <p className="say">
        <Icon name="warn" size="s" tone="amber" />
        <b>{words.form.differsTitle(count)}</b>
        <ActButton act="form-differences" look="quiet" onAct={() => setPicking(first.field.meaning)}>
          {words.form.pick}
        </ActButton>
      </p>
      <ul>
        {differing.map(({ field, held }) => (
          <li key={field.meaning}>
            <b>{inLanguage(words, field.labelZh, field.labelEn)}</b>
            {held.sources.map((value) => (
              <span key={value.source} className={value.stale ? 'tag a' : 'tag'}>
                {value.shown}
                <span className="note">{sourceWords(words, value)}</span>
              </span>
            ))}
            {areAlike(held.sources) && <span className="note">{words.form.hiddenDiffers}</span>}
            {field !== first.field && (
              <button type="button" className="btn quiet" onClick={() => setPicking(field.meaning)}>
                {words.form.pick}
              </button>
            )}
          </li>
        ))}
      </ul>
      {slot && <PickDialog stores={stores} slot={slot} onClose={() => setPicking(null)} />}
    </section>
  );
}

/** Masked alike, so that the difference lies where nobody sees it. */
function areAlike(sources: readonly SourcedValue[]): boolean {
  return new Set(sources.map(({ shown }) => shown)).size === 1;
}
