import { describe, expect, it } from 'vitest';
import { CaseState } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { citizenDay } from '#rules/intake/citizen-day.ts';

const day = (text: string): Day => Day.parse(text);
const days = {
  noticeDueOn: day('2026-12-01'),
  correctBy: day('2026-12-02'),
  legalDueOn: day('2026-12-03'),
  promisedDueOn: day('2026-12-04'),
  deliverBy: day('2026-12-05'),
};
const dayIn = (state: CaseState) => citizenDay({ ...days, state });

describe('the day a citizen is told', () => {
  it('is the one of the clock that runs in the state', () => {
    expect(dayIn('received')).toBe(days.noticeDueOn);
    expect(dayIn('awaiting-correction')).toBe(days.correctBy);
    expect(dayIn('in-review')).toBe(days.promisedDueOn);
    expect(dayIn('ready')).toBe(days.deliverBy);
  });

  it('is the legal one where nothing was promised', () => {
    expect(citizenDay({ ...days, promisedDueOn: null, state: 'accepted' })).toBe(days.legalDueOn);
  });

  it('is none while the clock stands and after the case has ended', () => {
    const none = CaseState.options.filter((state) => dayIn(state) === null);
    expect(none).toEqual([
      'draft',
      'blocked',
      'suspended',
      'delivered',
      'refused',
      'closed-not-needed',
      'closed-wrong-organ',
      'closed-lapsed',
      'closed-returned',
      'referred',
      'withdrawn',
      'archived',
    ]);
  });
});
