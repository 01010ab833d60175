import type { Meaning } from '#contract/shapes/form.ts';
import type { AskedField } from '#contract/shapes/form-view.ts';
import type { FieldTrouble, FormStanding } from '#contract/shapes/form-value.ts';
import { askedNow } from './asked-now.ts';

/** What a field holds, as far as it decides whether the form is whole. */
export interface Held {
  readonly value: string;
  readonly trouble: FieldTrouble | null;
  readonly differs: boolean;
}

/** How far a form is: only what is asked for now counts. */
export function formStanding(fields: readonly AskedField[], held: (meaning: Meaning) => Held): FormStanding {
  const byMeaning = new Map(fields.map((field) => [field.meaning, field]));
  const standing = { asked: 0, open: 0, wrong: 0, differing: 0 };
  for (const field of fields) {
    const { visible, required } = askedNow(
      field,
      (meaning) => held(meaning).value,
      (meaning) => byMeaning.get(meaning),
    );
    if (!visible) continue;
    const { value, trouble, differs } = held(field.meaning);
    standing.asked += 1;
    if (required && value === '') standing.open += 1;
    if (trouble?.blocks) standing.wrong += 1;
    if (differs) standing.differing += 1;
  }
  return standing;
}

/** Everything that is asked for is there, nothing objects to it, and no two sources stand against each other. */
export function isFormWhole({ open, wrong, differing }: FormStanding): boolean {
  return open === 0 && wrong === 0 && differing === 0;
}
