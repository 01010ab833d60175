import type { Day } from '#contract/shapes/day.ts';
import type { FormField, Meaning } from '#contract/shapes/form.ts';
import type { FormSource } from '#contract/shapes/form-value.ts';
import type { AskedField } from '#contract/shapes/form-view.ts';
import { askedNow } from './asked-now.ts';

/** One answer of a form, as a paper prints it and as a hash covers it. */
export interface FormLine {
  readonly meaning: Meaning;
  readonly sectionZh: string;
  readonly sectionEn: string;
  readonly labelZh: string;
  readonly labelEn: string;
  /** As it is kept. */
  readonly value: string;
  /** As it is read: the words of an answer out of a list. */
  readonly shownZh: string;
  readonly shownEn: string;
  readonly source: FormSource;
  readonly asOf: Day;
}

/** The word that counts for a fact; undefined where there is none. */
type Counted = { readonly value: string; readonly source: FormSource; readonly asOf: Day } | undefined;

/** What is asked for now and has an answer, in the order of the form. What is not asked for is on no paper. */
export function formLines(
  fields: readonly AskedField[],
  countedFor: (meaning: Meaning) => Counted,
): FormLine[] {
  const byMeaning = new Map(fields.map((field) => [field.meaning, field]));
  return fields.flatMap((field) => {
    const word = countedFor(field.meaning);
    const { visible } = askedNow(
      field,
      (meaning) => countedFor(meaning)?.value ?? '',
      (meaning) => byMeaning.get(meaning),
    );
    if (!visible || !word) return [];
    return [
      {
        meaning: field.meaning,
        sectionZh: field.section.labelZh,
        sectionEn: field.section.labelEn,
        labelZh: field.labelZh,
        labelEn: field.labelEn,
        value: word.value,
        ...wordsOfAnswer(field, word.value),
        source: word.source,
        asOf: word.asOf,
      },
    ];
  });
}

/** How an answer is read: one out of a list as its words, everything else as it is kept. */
export function wordsOfAnswer(
  { kind, options }: Pick<FormField, 'kind' | 'options'>,
  value: string,
): Pick<FormLine, 'shownZh' | 'shownEn'> {
  if (kind === 'yes-no') {
    return value === 'yes' ? { shownZh: '是', shownEn: 'yes' } : { shownZh: '否', shownEn: 'no' };
  }
  const option = kind === 'choice' ? options.find(({ id }) => id === value) : undefined;
  return { shownZh: option?.labelZh ?? value, shownEn: option?.labelEn ?? value };
}
