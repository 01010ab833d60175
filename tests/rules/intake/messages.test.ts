import { describe, expect, it } from 'vitest';
import { DebtKind } from '#contract/shapes/sync-state.ts';
import { messageOwed } from '#rules/intake/messages.ts';

const agreed = { phone: '19900001234', messages: 'zh-CN' } as const;
const silent = { phone: '19900005678', messages: '' } as const;

describe('F24 a message on each change', () => {
  it('goes with every step the citizen waits for and with no other', () => {
    const untold = DebtKind.options.filter((kind) => messageOwed(kind, { applicant: agreed }) === null);
    expect(untold).toEqual([
      'case.archived',
      'case.value-difference',
      'case.filing-merged',
      'case.commitment-checked',
      'case.flag-settled',
      'case.evaluated',
    ]);
  });

  it('goes to one person who agreed and has a number, whose matter it is first', () => {
    const to = (people: Parameters<typeof messageOwed>[1]) => messageOwed('case.accepted', people);
    const english = { phone: '19900009999', messages: 'en' } as const;
    expect(to({ applicant: agreed, handler: english })).toEqual({
      about: 'case.accepted',
      phone: agreed.phone,
      language: 'zh-CN',
    });
    expect(to({ applicant: silent, handler: english })?.phone).toBe(english.phone);
    expect(to({ applicant: silent })).toBeNull();
    expect(to({ applicant: { ...agreed, phone: '' } })).toBeNull();
    expect(to({ principal: agreed, secondSubject: agreed })).toBeNull();
  });
});
