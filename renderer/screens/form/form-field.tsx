import { useId } from 'react';
import { useStore } from 'zustand';
import type { Meaning } from '#contract/shapes/form.ts';
import { askedOnScreen, type Slot, troubleNow } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { FieldBelow } from './field-below.tsx';
import { FieldControl } from './field-control.tsx';
import { SourceMark } from './source-mark.tsx';

interface FormFieldProps {
  readonly stores: Stores;
  readonly meaning: Meaning;
}

/** One field of the form. It listens to its own slot: a keystroke in another field draws nothing here. */
export function FormField({ stores, meaning }: FormFieldProps) {
  const asked = useStore(stores.form, ({ slots }) => askedOnScreen(slots, meaning));
  const slot = useStore(stores.form, ({ slots }) => slots[meaning]);
  if (!slot || asked === 'hidden') return null;
  return <AskedFieldView stores={stores} slot={slot} isRequired={asked === 'required'} />;
}

interface AskedFieldProps {
  readonly stores: Stores;
  readonly slot: Slot;
  readonly isRequired: boolean;
}

function AskedFieldView({ stores, slot, isRequired }: AskedFieldProps) {
  const words = useWords();
  const id = useId();
  const terms = useStore(stores.form, (s) => s.terms);
  const frozen = useStore(stores.form, (s) => s.frozen);
  const { field } = slot;
  const isObjected = useStore(stores.form, (s) => s.paper?.objected.includes(field.meaning) ?? false);
  const { held, draft } = slot;
  const trouble = troubleNow(slot, terms);
  const isEmpty = draft ? draft.text.trim() === '' : held.value === null;
  const isLocked = frozen || held.readOnly !== null;
  const names = [
    'form-field',
    isWide(field.kind) && 'wide',
    trouble?.blocks && 'invalid',
    (held.differs || isObjected) && 'differs',
    isRequired && isEmpty && !isLocked && 'open',
  ];
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <div className="top">
        <label htmlFor={id}>
          {inLanguage(words, field.labelZh, field.labelEn)}
          {isRequired ? (
            <span className="must" aria-hidden="true">
              *
            </span>
          ) : (
            <span className="note">{words.form.optional}</span>
          )}
        </label>
        <SourceMark held={held} />
      </div>
      <FieldControl
        id={id}
        slot={slot}
        isRequired={isRequired}
        isOpen={isRequired && isEmpty && !isLocked}
        isLocked={isLocked}
        isInvalid={trouble?.blocks ?? false}
        stores={stores}
      />
      <FieldBelow
        id={`${id}-note`}
        slot={slot}
        trouble={trouble}
        stores={stores}
        isLocked={isLocked}
        isObjected={isObjected}
      />
    </div>
  );
}

function isWide(kind: Slot['field']['kind']): boolean {
  return kind === 'long-text' || kind === 'address';
}
