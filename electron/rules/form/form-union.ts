import type { CaseId } from '#contract/shapes/case.ts';
import type { FormField, Meaning } from '#contract/shapes/form.ts';
import { meaningOfOpening, type Opening, sectionOfOpening } from '../bundles/opening.ts';
import type { AskedField, Asking } from '#contract/shapes/form-view.ts';

/** The form of one case. `sameAs`: what it calls by another name than the visit does, as a bundle says. */
export interface CaseForm {
  readonly caseId: CaseId;
  readonly fields: readonly FormField[];
  readonly sameAs?: Readonly<Record<Meaning, Meaning>>;
  /** The opening of the bundle it is a step of: a second child's facts are its own. */
  readonly opening?: Opening | null;
}

/**
 * One form out of the forms of several cases: each meaning is asked once, where it first stands, and the strictest
 * word of every form holds.
 *
 * Sections stay together: a field of a section that began already stands at that section's end.
 *
 * @source domain.md 7 (联办: 一张表单), 12.3 F44
 */
export function unionOfForms(forms: readonly CaseForm[]): AskedField[] {
  const asked = new Map<Meaning, AskedField>();
  for (const form of forms) {
    const meaningOf = new Map(form.fields.map((field) => [field.id, meaningIn(form, field.meaning)]));
    for (const field of form.fields) {
      const meaning = meaningIn(form, field.meaning);
      const asking = askingOf(form, field, meaningOf);
      const before = asked.get(meaning);
      asked.set(meaning, before ? stricter(before, field, asking) : first(form, field, asking));
    }
  }
  return bySection([...asked.values()]);
}

function meaningIn({ sameAs, opening = null }: CaseForm, meaning: Meaning): Meaning {
  return meaningOfOpening(opening, sameAs?.[meaning] ?? meaning);
}

function askingOf(
  { caseId }: CaseForm,
  { required, when }: FormField,
  meaningOf: ReadonlyMap<string, Meaning>,
): Asking {
  const meaning = when && meaningOf.get(when.field);
  return { caseId, required, when: when && meaning ? { meaning, equals: when.equals } : null };
}

function first(form: CaseForm, field: FormField, asking: Asking): AskedField {
  const { id: _id, required: _required, when: _when, ...kept } = field;
  const { sameAs, opening = null } = form;
  const named = sameAs?.[field.meaning] ?? field.meaning;
  const section = sectionOfOpening(opening, named, field.section);
  return { ...kept, section, meaning: meaningIn(form, field.meaning), asks: [asking] };
}

function stricter(before: AskedField, field: FormField, asking: Asking): AskedField {
  const { options } = before;
  return {
    ...before,
    // An option that one of the forms does not know would be refused by its department.
    options: options.filter(({ id }) => field.options.some((other) => other.id === id)),
    maxLength: tighter(before.maxLength, field.maxLength, Math.min),
    min: tighter(before.min, field.min, Math.max),
    max: tighter(before.max, field.max, Math.min),
    freshForDays: tighter(before.freshForDays, field.freshForDays, Math.min),
    readOnlyFrom: before.readOnlyFrom ?? field.readOnlyFrom,
    basisOrHintZh: before.basisOrHintZh ?? field.basisOrHintZh,
    basisOrHintEn: before.basisOrHintEn ?? field.basisOrHintEn,
    asks: [...before.asks, asking],
  };
}

function tighter(
  one: number | null,
  other: number | null,
  choose: (a: number, b: number) => number,
): number | null {
  return one === null ? other : other === null ? one : choose(one, other);
}

function bySection(fields: readonly AskedField[]): AskedField[] {
  const sections = new Map<string, AskedField[]>();
  for (const field of fields) {
    const before = sections.get(field.section.id);
    if (before) before.push(field);
    else sections.set(field.section.id, [field]);
  }
  return [...sections.values()].flat();
}
