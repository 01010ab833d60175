import { array, assert, boolean, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormField } from '#contract/shapes/form.ts';
import { askedNow } from '#rules/form/asked-now.ts';
import { type CaseForm, unionOfForms } from '#rules/form/form-union.ts';
import { aCaseId, aField } from '../../support/form-fields.ts';

const form = (serial: number, ...fields: FormField[]): CaseForm => ({ caseId: aCaseId(serial), fields });
const meanings = (forms: readonly CaseForm[]) => unionOfForms(forms).map(({ meaning }) => meaning);

describe('one form for several cases', () => {
  it('asks a fact once, though two forms call the field by different names', () => {
    const [first, second] = [
      aField('enterprise-name', { meaning: 'enterprise.name', maxLength: 100, required: false }),
      aField('trade-name', { meaning: 'enterprise.name', maxLength: 60 }),
    ];
    const [asked, ...others] = unionOfForms([form(1, first), form(2, second)]);
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ meaning: 'enterprise.name', labelZh: 'enterprise-name', maxLength: 60 });
    expect(asked?.asks).toEqual([
      { caseId: aCaseId(1), required: false, when: null },
      { caseId: aCaseId(2), required: true, when: null },
    ]);
  });

  it('keeps a section together, in the place where it began', () => {
    const other = { section: { id: 'two', labelZh: '二', labelEn: 'Two' } };
    expect(meanings([form(1, aField('a'), aField('b', other)), form(2, aField('c'))])).toEqual([
      'thing.a',
      'thing.c',
      'thing.b',
    ]);
  });

  it('offers only what every form that asks can take', () => {
    const choice = (...ids: string[]) => ({
      kind: 'choice',
      options: ids.map((id) => ({ id, labelZh: id, labelEn: id })),
    });
    const [asked] = unionOfForms([
      form(1, aField('a', choice('x', 'y', 'z'))),
      form(2, aField('a', choice('z', 'x'))),
    ]);
    expect(asked?.options.map(({ id }) => id)).toEqual(['x', 'z']);
  });

  it('calls a fact by the name of the event where the bundle says so', () => {
    const child = form(1, aField('child-name', { meaning: 'child.name' }));
    const insured = {
      ...form(2, aField('insured-name', { meaning: 'beneficiary.name' })),
      sameAs: { 'beneficiary.name': 'child.name' },
    };
    expect(meanings([child, insured])).toEqual(['child.name']);
    expect(unionOfForms([child, insured])[0]?.asks).toHaveLength(2);
  });

  const anyField = record({
    id: constantFrom('a', 'b', 'c', 'd', 'e'),
    required: boolean(),
    maxLength: option(integer({ min: 1, max: 50 }), { nil: null }),
    min: option(integer({ min: 0, max: 9 }), { nil: null }),
    max: option(integer({ min: 10, max: 20 }), { nil: null }),
  });

  it('for any forms: every fact once, and no form would refuse what the union lets through', () => {
    assert(
      property(array(array(anyField, { maxLength: 6 }), { maxLength: 4 }), (drawn) => {
        const forms = drawn.map((fields, at) =>
          form(at, ...fields.map(({ id, ...rest }) => aField(id, rest))),
        );
        const union = unionOfForms(forms);
        expect(new Set(union.map(({ meaning }) => meaning)).size).toBe(union.length);
        for (const one of forms.flatMap(({ fields }) => fields)) {
          const asked = union.find(({ meaning }) => meaning === one.meaning);
          expect(asked?.maxLength ?? Infinity).toBeLessThanOrEqual(one.maxLength ?? Infinity);
          expect(asked?.min ?? -Infinity).toBeGreaterThanOrEqual(one.min ?? -Infinity);
          expect(asked?.max ?? Infinity).toBeLessThanOrEqual(one.max ?? Infinity);
          const now =
            asked &&
            askedNow(
              asked,
              () => '',
              () => undefined,
            );
          expect(now?.required || !one.required).toBe(true);
        }
      }),
    );
  });
});

describe('a field that hangs on another', () => {
  const way = aField('way', {
    kind: 'choice',
    options: ['post', 'desk'].map((id) => ({ id, labelZh: id, labelEn: id })),
  });
  const street = aField('street', { when: { field: 'way', equals: 'post' } });
  const floor = aField('floor', { when: { field: 'street', equals: 'x' }, required: false });
  const nowIn = (forms: readonly CaseForm[], meaning: string, values: Record<string, string>) => {
    const union = unionOfForms(forms);
    const fieldOf = (wanted: string) => union.find((field) => field.meaning === wanted);
    const field = fieldOf(meaning);
    if (!field) throw new Error(meaning);
    return askedNow(field, (one) => values[one] ?? '', fieldOf);
  };

  it('is asked for while the other has its value, and not when that one is not asked for itself', () => {
    const forms = [form(1, way, street, floor)];
    expect(nowIn(forms, 'thing.street', { 'thing.way': 'post' })).toEqual({ visible: true, required: true });
    expect(nowIn(forms, 'thing.street', { 'thing.way': 'desk' })).toEqual({
      visible: false,
      required: false,
    });
    expect(nowIn(forms, 'thing.floor', { 'thing.way': 'desk', 'thing.street': 'x' }).visible).toBe(false);
    expect(nowIn(forms, 'thing.floor', { 'thing.way': 'post', 'thing.street': 'x' })).toEqual({
      visible: true,
      required: false,
    });
  });

  it('is asked for always when another form needs it always', () => {
    const forms = [form(1, way, street), form(2, aField('street', { required: false }))];
    expect(nowIn(forms, 'thing.street', {})).toEqual({ visible: true, required: false });
  });

  it('does not run in a circle when two hang on each other', () => {
    const forms = [
      form(
        1,
        aField('a', { when: { field: 'b', equals: 'x' } }),
        aField('b', { when: { field: 'a', equals: 'x' } }),
      ),
    ];
    expect(nowIn(forms, 'thing.a', { 'thing.a': 'x', 'thing.b': 'x' }).visible).toBe(false);
  });
});
