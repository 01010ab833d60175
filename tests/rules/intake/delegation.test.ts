import { describe, expect, it } from 'vitest';
import type { DelegatedSeal } from '#contract/shapes/crossing.ts';
import { delegationOf, delegationOnPaper } from '#rules/intake/delegation.ts';
import { itemNamed } from '../../support/intake-desk.ts';

const INSURANCE = itemNamed('城乡居民基本医疗保险参保登记');
const accepts = { may: 'accept', because: null } as const;
const seal: DelegatedSeal = {
  department: INSURANCE.department.key,
  kind: 'entrusted',
  seal: '示范县医疗保障局业务专用章（城关镇）',
  basis: '示医保委〔2026〕3号',
};

describe('F41: a township acts in the name of a department', () => {
  it('with the seal that department gave it', () => {
    expect(delegationOf(INSURANCE, { level: '5', seals: [seal] }, accepts)).toEqual({
      delegation: { ...seal, organ: '示范县医疗保障局' },
      sealMissing: false,
    });
  });

  it('and says that none is registered, rather than use another department’s', () => {
    const other = { ...seal, department: 'mz' };
    expect(delegationOf(INSURANCE, { level: '5', seals: [other] }, accepts)).toEqual({
      delegation: null,
      sealMissing: true,
    });
  });

  it('but not where it only passes the papers on, nor at the department’s own level', () => {
    const none = { delegation: null, sealMissing: false };
    const passes = { may: 'receive-only', because: 'other-region' } as const;
    expect(delegationOf(INSURANCE, { level: '5', seals: [seal] }, passes)).toEqual(none);
    expect(delegationOf(INSURANCE, { level: '4', seals: [seal] }, accepts)).toEqual(none);
  });

  it('by contract or by a rule, each in its own words', () => {
    const delegation = { ...seal, organ: '示范县医疗保障局' };
    expect(delegationOnPaper(delegation)).toBe(
      '受示范县医疗保障局委托办理（示医保委〔2026〕3号），使用“示范县医疗保障局业务专用章（城关镇）”。',
    );
    expect(delegationOnPaper({ ...delegation, kind: 'authorised' })).toContain(
      '经授权以示范县医疗保障局名义办理',
    );
  });
});
