import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { FormFieldKind } from '#contract/shapes/form.ts';
import { fieldTrouble } from '#rules/form/field-trouble.ts';
import { maskedField } from '#rules/form/field-mask.ts';
import { normalisedText } from '#rules/form/field-text.ts';
import { anAskedField } from '../../support/form-fields.ts';
import { citizenNumber } from '../../support/intake-desk.ts';

const terms = { today: Day.parse('2026-11-24'), site: '990101' };
/** The made-up county's own market office. */
const code = '11990101990000017G';

describe('a value as it is kept', () => {
  it.each([
    ['date', '20260105', '2026-01-05'],
    ['date', '２０２６年1月5日', '2026-01-05'],
    ['date', '2026/1/5', '2026-01-05'],
    ['date', '2026-02-30', '2026-02-30'],
    ['money', '１，２００.50 元', '1200.50'],
    ['money', '¥8', '8'],
    ['number', '007', '7'],
    ['number', '0.5', '0.5'],
    ['phone', '138-0000 1234', '13800001234'],
    ['id-number', '99010119870703012x', '99010119870703012X'],
    ['text', '  示范  小店 ', '示范 小店'],
    ['long-text', '一\r\n二 ', '一\n二'],
  ] as const)('%s %s is %s', (kind, typed, kept) => {
    expect(normalisedText(kind, typed)).toBe(kept);
  });

  it('is the same when it is read again', () => {
    assert(
      property(constantFrom(...FormFieldKind.options), string({ unit: 'binary' }), (kind, typed) => {
        const once = normalisedText(kind, typed);
        expect(normalisedText(kind, once)).toBe(once);
      }),
    );
  });
});

describe('what a rule objects to', () => {
  const options = ['own', 'rent'].map((id) => ({ id, labelZh: id, labelEn: id }));
  it.each([
    ['text', {}, '示范小店', null],
    ['text', { maxLength: 3 }, '示范小店', 'too-long'],
    ['text', {}, '示\u{E000}', 'unreadable-characters'],
    ['long-text', {}, '一\n二', null],
    ['number', { min: 1, max: 50 }, '0', 'too-small'],
    ['number', { min: 1, max: 50 }, '51', 'too-large'],
    ['number', { min: 1, max: 50 }, '50', null],
    ['number', {}, '五', 'not-a-number'],
    ['number', {}, '1e3', 'not-a-number'],
    ['money', {}, '10.505', 'not-money'],
    ['money', {}, '10.50', null],
    ['date', {}, '2026-02-30', 'not-a-date'],
    ['date', {}, '2027-01-01', null],
    ['date', { meaning: 'child.birth-date' }, '2026-11-25', 'birth-in-future'],
    ['date', { meaning: 'child.birth-date' }, '2026-11-24', null],
    ['choice', { options }, 'rent', null],
    ['choice', { options }, 'lend', 'not-an-option'],
    ['yes-no', {}, 'maybe', 'not-an-option'],
    ['id-number', {}, citizenNumber(), null],
    ['id-number', {}, citizenNumber().slice(0, 17), 'wrong-length'],
    ['credit-code', {}, code, null],
    ['credit-code', {}, `${code.slice(0, 17)}A`, 'wrong-check-character'],
    ['region', {}, '990101', null],
    ['region', {}, '99', 'not-a-region'],
  ] as const)('%s %o "%s": %s', (kind, changes, value, problem) => {
    const found = fieldTrouble(anAskedField('one', { kind, ...changes }), value, terms);
    expect(found?.problem ?? null).toBe(problem);
    expect(found?.blocks ?? true).toBe(true);
  });

  it('lets an unusual phone through with a word', () => {
    expect(fieldTrouble(anAskedField('one', { kind: 'phone' }), '12345', terms)).toEqual({
      problem: 'unusual-phone',
      blocks: false,
    });
  });

  it('is nothing for an empty value of any kind', () => {
    for (const kind of FormFieldKind.options) {
      expect(fieldTrouble(anAskedField('one', { kind }), '', terms)).toBeNull();
    }
  });
});

describe('what a screen shows of a value', () => {
  it.each([
    ['text', 'child.name', '李晓雨', '李*'],
    ['text', 'household.head-name', '李大山', '李*'],
    ['text', 'food.safety-manager', '张三', '张*'],
    ['text', 'bank.account', '6200000000001234', '6200********1234'],
    ['text', 'enterprise.name', '示范小店', null],
    ['text', 'sign.text', '示范小店', null],
    ['id-number', 'mother.citizen-number', citizenNumber(), `9901**********${citizenNumber().slice(-4)}`],
    ['credit-code', 'enterprise.credit-code', code, null],
    ['phone', 'mother.phone', '13800001234', '138****1234'],
    ['address', 'premises.address', '示范省示范县新光路 5 号', null],
    ['address', 'rental.address', '示范省示范县新光路 5 号', '示范省示范县****'],
    ['date', 'child.birth-date', '2026-10-05', '2026****'],
    ['date', 'premises.lease-end', '2026-10-05', null],
    ['long-text', 'enterprise.members', '李晓雨 60%', '********'],
    ['long-text', 'enterprise.business-scope', '餐饮服务', null],
  ] as const)('%s %s %s: %s', (kind, meaning, value, shown) => {
    expect(maskedField({ kind, meaning }, value)).toBe(shown);
  });
});
