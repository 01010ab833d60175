import { type CatalogueFault, twice } from './fault.ts';
import { FAULTS, type FaultWords } from './fault-words.ts';
import type { PackageField, PackageFormLine } from './package-form.ts';
import type { CataloguePackage } from './package-shape.ts';

const WITH_LENGTH: ReadonlySet<PackageField['kind']> = new Set(['text', 'long-text', 'address']);
const WITH_BOUNDS: ReadonlySet<PackageField['kind']> = new Set(['number', 'money']);

/** What is wrong with the fields themselves: sections nobody describes, options where there is no choice. */
export function fieldFaults({ formFields, formSections }: CataloguePackage): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  for (const [id, field] of Object.entries(formFields)) {
    const path = `formFields.${id}`;
    const wrong = (where: string, words: FaultWords): void => {
      faults.push({ path: `${path}.${where}`, ...words });
    };
    const { kind, options, min, max } = field;
    if (!formSections[field.section]) wrong('section', FAULTS.noSection(field.section));
    if (kind === 'choice' && options.length < 2) wrong('options', FAULTS.fewOptions);
    if (kind !== 'choice' && options.length > 0) wrong('options', FAULTS.noOptions(kind));
    if (field.maxLength !== null && !WITH_LENGTH.has(kind)) wrong('maxLength', FAULTS.noLength(kind));
    if ((min !== null || max !== null) && !WITH_BOUNDS.has(kind)) wrong('min', FAULTS.noBounds(kind));
    if (min !== null && max !== null && min > max) wrong('max', FAULTS.belowMin);
    faults.push(
      ...twice(
        options.map((option) => option.id),
        `${path}.options`,
        'id',
      ),
    );
  }
  return faults;
}

/** One meaning is asked in one way only, or a value could not fill the next form. */
export function meaningFaults({ formFields }: CataloguePackage): readonly CatalogueFault[] {
  const first = new Map<string, { readonly id: string; readonly field: PackageField }>();
  const faults: CatalogueFault[] = [];
  for (const [id, field] of Object.entries(formFields)) {
    const before = first.get(field.meaning);
    if (!before) first.set(field.meaning, { id, field });
    else if (asked(before.field) !== asked(field)) {
      faults.push({
        path: `formFields.${id}.meaning`,
        ...FAULTS.askedOtherwise(field.meaning, before.id),
      });
    }
  }
  return faults;
}

/** What is wrong with the form of an item: fields nobody describes, conditions that lead nowhere. */
export function formFaults(
  form: readonly PackageFormLine[],
  path: string,
  { formFields }: CataloguePackage,
): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const before = new Map<string, PackageField>();
  const ids = form.map((line) => (typeof line === 'string' ? line : line.use));
  for (const [place, line] of form.entries()) {
    const id = ids[place] ?? '';
    const field = formFields[id];
    if (!field) {
      faults.push({ path: `${path}[${place}]`, ...FAULTS.noField(id) });
      continue;
    }
    const own = typeof line === 'string' ? undefined : line.when;
    const when = own ?? field.when;
    if (when) {
      const asks = before.get(when.field);
      const where = `${path}[${place}].when`;
      if (!asks) faults.push({ path: `${where}.field`, ...FAULTS.noFieldBefore(when.field) });
      else if (!canBe(asks, when.equals)) {
        faults.push({ path: `${where}.equals`, ...FAULTS.neverIs(when.field, when.equals) });
      }
    }
    before.set(id, field);
  }
  return [...faults, ...twice(ids, path, null)];
}

function asked({ kind, options }: PackageField): string {
  return `${kind} ${options.map(({ id }) => id).join(' ')}`;
}

function canBe({ kind, options }: PackageField, value: string): boolean {
  if (kind === 'choice') return options.some(({ id }) => id === value);
  return kind === 'yes-no' && (value === 'yes' || value === 'no');
}
