import { CaseId } from '#contract/shapes/case.ts';
import { FormField } from '#contract/shapes/form.ts';
import { AskedField } from '#contract/shapes/form-view.ts';

/** A field of a made-up form; `meaning` is its id under `thing` unless said otherwise. */
export function aField(id: string, changes: object = {}): FormField {
  return FormField.parse({
    id,
    meaning: `thing.${id}`,
    labelZh: id,
    labelEn: id,
    section: { id: 'one', labelZh: '一', labelEn: 'One' },
    kind: 'text',
    required: true,
    options: [],
    when: null,
    maxLength: null,
    min: null,
    max: null,
    basisOrHintZh: null,
    basisOrHintEn: null,
    readOnlyFrom: null,
    ...changes,
  });
}

export function aCaseId(serial: number): CaseId {
  return CaseId.parse(`019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`);
}

/** The same field as it is asked by one case. */
export function anAskedField(id: string, changes: object = {}): AskedField {
  const { id: _id, required, when: _when, ...kept } = aField(id);
  return AskedField.parse({ ...kept, asks: [{ caseId: aCaseId(1), required, when: null }], ...changes });
}
