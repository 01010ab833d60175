import { FormView, type AskedField } from '#contract/shapes/form-view.ts';
import { askedNow } from '#rules/form/asked-now.ts';
import { citizenCheckCharacter } from '#rules/identity/citizen-number.ts';

/** A made-up value that passes, by the kind of the field. */
export function sampleValue(field: AskedField): string {
  switch (field.kind) {
    case 'number':
    case 'money':
      return String(Math.max(1, field.min ?? 1));
    case 'date':
      return field.meaning.endsWith('birth-date') ? '2026-10-05' : '2026-12-01';
    case 'choice':
      return field.options.at(0)?.id ?? '';
    case 'yes-no':
      return 'no';
    case 'phone':
      return '13800001234';
    case 'id-number':
      return `99010119870703012${citizenCheckCharacter('99010119870703012')}`;
    case 'credit-code':
      return '11990101990000017G';
    case 'region':
      return '990101';
    case 'address':
      return '示范县新光路 5 号';
    case 'text':
    case 'long-text':
      break;
  }
  return field.maxLength !== null && field.maxLength < 6 ? '09:40' : '示范填写';
}

/** The values that are still to be typed into a form as it stands. */
export function valuesToType({ fields, values }: FormView): { meaning: string; value: string }[] {
  const held = new Map(values.map((one) => [one.meaning, one]));
  return fields.flatMap((field) => {
    const now = askedNow(
      field,
      (meaning) => held.get(meaning)?.value?.shown ?? '',
      (meaning) => fields.find((one) => one.meaning === meaning),
    );
    const one = held.get(field.meaning);
    if (!now.required || one?.value || one?.readOnly) return [];
    return [{ meaning: field.meaning, value: sampleValue(field) }];
  });
}

/** Types a form to its end over any line to a desk: an answer may bring up further questions. */
export async function typeWholeForm(
  ask: (name: 'form.look' | 'form.save', input: unknown) => Promise<unknown>,
  caseId: string,
): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const values = valuesToType(FormView.parse(await ask('form.look', { caseId })));
    if (values.length === 0) return;
    await ask('form.save', { caseId, values });
  }
  throw new Error('a form asks for more and more');
}
