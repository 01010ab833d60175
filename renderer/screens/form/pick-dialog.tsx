import { useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { HoldToReveal } from '../../components/hold-to-reveal.tsx';
import { type ReasonChoice, ReasonField, reasonOf } from '../../components/reason-field.tsx';
import type { Slot } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { sourceWords } from './source-mark.tsx';

interface PickDialogProps {
  readonly stores: Stores;
  readonly slot: Slot;
  readonly onClose: () => void;
}

/** Which source counts, and why. A masked value is seen whole only while it is held. */
export function PickDialog({ stores, slot, onClose }: PickDialogProps) {
  const words = useWords();
  const { form } = words;
  const { field, held } = slot;
  const { pick, reveal, busy, setback } = useStore(stores.form);
  const [at, setAt] = useState(0);
  const [why, setWhy] = useState<ReasonChoice>({ at: 0, own: '' });
  const label = inLanguage(words, field.labelZh, field.labelEn);
  const chosen = held.sources[at];
  const reason = reasonOf(form.pickReasons, why);
  const confirm = async () => {
    if (!chosen || reason === null || busy) return;
    if (await pick(field.meaning, chosen.source, reason)) onClose();
  };
  return (
    <Dialog
      title={form.pickTitle(label)}
      note={form.pickNote}
      wide
      onClose={onClose}
      foot={
        <DialogFoot
          onConfirm={() => void confirm()}
          isOff={reason === null}
          isBusy={busy}
          sentence={setback && setbackWords(words, setback)}
        />
      }
    >
      <fieldset className="pick-sources">
        <legend className="sr">{form.pickTitle(label)}</legend>
        {held.sources.map((value, index) => (
          <label key={value.source} className={index === at ? 'on' : undefined}>
            <input
              type="radio"
              name="source"
              checked={index === at}
              disabled={value.part}
              data-first={index === 0 || undefined}
              onChange={() => setAt(index)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                void confirm();
              }}
            />
            {value.masked ? (
              <HoldToReveal
                label={form.reveal(sourceWords(words, value))}
                masked={value.shown}
                onReveal={async () => reveal(field.meaning, value.source, 'compare-with-paper')}
              />
            ) : (
              <b>{value.shown}</b>
            )}
            <span className={value.stale ? 'tag a' : 'tag'}>{sourceWords(words, value)}</span>
            {value.part && <span className="note">{form.onlyPart}</span>}
          </label>
        ))}
      </fieldset>
      <ReasonField
        reasons={form.pickReasons}
        choice={why}
        onChange={setWhy}
        onChoose={() => void confirm()}
      />
    </Dialog>
  );
}
