import { describe, expect, it } from 'vitest';
import { namesSomebody } from '#rules/intake/expert-question.ts';
import { citizenNumber } from '../../support/intake-desk.ts';

describe('a question to an expert', () => {
  it.each([
    ['a citizen number', `申请人${citizenNumber()}的户口`],
    ['one in groups', '990101 19870703 0012 能办吗'],
    ['a telephone', '请回电 13800001234'],
    ['a credit code', '单位 11990101990000017G 能否申请'],
  ])('may not hold %s', (_, text) => {
    expect(namesSomebody(text)).toBe(true);
  });

  it.each([
    '户口在外省，能否先受理',
    '2026 年 11 月 24 日受理的那件',
    '示医保委〔2026〕3号还有效吗',
    'ABCDEFGH12345678JK',
  ])('may be %s', (text) => {
    expect(namesSomebody(text)).toBe(false);
  });
});
