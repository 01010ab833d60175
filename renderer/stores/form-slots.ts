import type { Meaning } from '#contract/shapes/form.ts';
import type { AskedField, FormView } from '#contract/shapes/form-view.ts';
import type { FieldTrouble, FieldValue } from '#contract/shapes/form-value.ts';
import { askedNow } from '#rules/form/asked-now.ts';
import { fieldTrouble } from '#rules/form/field-trouble.ts';
import { normalisedText } from '#rules/form/field-text.ts';
import type { Draft } from './drafts.ts';

/** One field with what the desk holds of it and what is being typed. A field listens to its own slot only. */
export interface Slot {
  readonly field: AskedField;
  readonly held: FieldValue;
  readonly draft: Draft | null;
}

export type Slots = Readonly<Record<Meaning, Slot>>;

/** Fields that stand together under one heading. */
export interface FormSection {
  readonly id: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly meanings: readonly Meaning[];
}

/** The slots of a form that was read; what is being typed goes on. */
export function slotsOf({ fields, values }: FormView, before: Slots): Slots {
  const held = new Map(values.map((value) => [value.meaning, value]));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = held.get(field.meaning);
      return value
        ? [[field.meaning, { field, held: value, draft: before[field.meaning]?.draft ?? null }]]
        : [];
    }),
  );
}

/** Slots with what the desk holds now: those that hold the same stay the very same, so that nothing is drawn anew. */
export function withValues(slots: Slots, values: readonly FieldValue[]): Slots {
  const changed = values.flatMap((held): [Meaning, Slot][] => {
    const slot = slots[held.meaning];
    return slot && !isSame(slot.held, held) ? [[held.meaning, { ...slot, held }]] : [];
  });
  return changed.length === 0 ? slots : { ...slots, ...Object.fromEntries(changed) };
}

/** Fields whose value that counts is another one. */
export function meaningsChanged(slots: Slots, values: readonly FieldValue[]): ReadonlySet<Meaning> {
  return new Set(
    values.flatMap(({ meaning, value, sources }) => {
      const held = slots[meaning]?.held;
      return held && !isSame([held.value, held.sources], [value, sources]) ? [meaning] : [];
    }),
  );
}

/** Sections in the order of the form. */
export function sectionsOf(fields: readonly AskedField[]): FormSection[] {
  const sections = new Map<string, FormSection>();
  for (const { section, meaning } of fields) {
    const before = sections.get(section.id);
    sections.set(section.id, { ...section, meanings: [...(before?.meanings ?? []), meaning] });
  }
  return [...sections.values()];
}

/** Whether a field is asked for as the form stands on the screen, the newest typing counted. */
export function askedOnScreen(slots: Slots, meaning: Meaning): 'hidden' | 'optional' | 'required' {
  const slot = slots[meaning];
  if (!slot) return 'hidden';
  const { visible, required } = askedNow(
    slot.field,
    (other) => textNow(slots[other]),
    (other) => slots[other]?.field,
  );
  return visible ? (required ? 'required' : 'optional') : 'hidden';
}

/** What a rule objects to as it is typed; what is saved was judged by the desk. */
export function troubleNow(
  { field, held, draft }: Slot,
  terms: FormView['terms'] | null,
): FieldTrouble | null {
  if (!draft || !terms || held.readOnly) return held.trouble;
  return fieldTrouble(field, normalisedText(field.kind, draft.text), terms);
}

function textNow(slot: Slot | undefined): string {
  if (!slot) return '';
  return slot.draft ? normalisedText(slot.field.kind, slot.draft.text) : (slot.held.value?.shown ?? '');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
