import type { ChangeEvent } from 'react';
import type { Slot } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

interface FieldControlProps {
  readonly id: string;
  readonly slot: Slot;
  readonly isRequired: boolean;
  readonly isOpen: boolean;
  /** Decided, or said by somebody else. */
  readonly isLocked: boolean;
  readonly isInvalid: boolean;
  readonly stores: Stores;
}

/**
 * What is typed into. A masked value is a placeholder and never the input's own text, so that a masked value can
 * never be saved back.
 */
export function FieldControl({ id, slot, stores, ...is }: FieldControlProps) {
  const words = useWords();
  const { field, held, draft } = slot;
  const { type, leave } = stores.form.getState();
  const shown = held.value?.shown ?? '';
  const isMasked = held.value?.masked ?? false;
  const common = {
    id,
    className: 'input',
    'data-field': field.meaning,
    'data-open': is.isOpen || undefined,
    'aria-required': is.isRequired || undefined,
    'aria-invalid': is.isInvalid || undefined,
    'aria-describedby': `${id}-note`,
    onBlur: () => void leave(field.meaning),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      type(field.meaning, event.target.value),
  };
  if (is.isLocked) {
    const said = optionsOf(words, slot).find(({ value }) => value === shown)?.label ?? shown;
    const title = held.readOnly ? words.form.readOnly[held.readOnly] : words.form.frozen;
    return (
      <input {...common} readOnly value={said} placeholder={words.form.empty} title={title} tabIndex={-1} />
    );
  }
  const text = draft?.text ?? (isMasked ? '' : shown);
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    return (
      <select {...common} value={text}>
        <option value="">{words.form.choose}</option>
        {optionsOf(words, slot).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  const typed = { ...common, value: text, placeholder: isMasked ? shown : hintOf(words, slot) };
  if (field.kind === 'long-text') return <textarea {...typed} rows={2} spellCheck={false} />;
  return (
    <input
      {...typed}
      autoComplete="off"
      spellCheck={false}
      inputMode={NUMERIC.has(field.kind) ? 'decimal' : undefined}
    />
  );
}

const NUMERIC: ReadonlySet<Slot['field']['kind']> = new Set(['number', 'money']);

function optionsOf(
  words: Words,
  { field }: Slot,
): readonly { readonly value: string; readonly label: string }[] {
  if (field.kind === 'yes-no') {
    return [
      { value: 'yes', label: words.form.yes },
      { value: 'no', label: words.form.no },
    ];
  }
  return field.options.map(({ id, labelZh, labelEn }) => ({
    value: id,
    label: inLanguage(words, labelZh, labelEn),
  }));
}

function hintOf(words: Words, { field }: Slot): string {
  if (field.kind === 'date') return words.form.dayHint;
  if (field.min === null && field.max === null) return '';
  return words.form.bounds(field.min, field.max);
}
