import { describe, expect, it } from 'vitest';
import { HALL_PACE } from '#rules/sync/pace.ts';
import { retryDelayMs } from '#rules/sync/retry-plan.ts';

const after = (attempt: number, roll = 0) => retryDelayMs(attempt, roll, HALL_PACE);

describe('the retry plan', () => {
  it('waits 1, 2, 5, 10, 30, 60 seconds and then 60 for ever', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100, 100_000].map((attempt) => after(attempt))).toEqual([
      1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 60_000, 60_000, 60_000,
    ]);
  });

  it('takes up to 30 % off by chance and never adds any', () => {
    for (let roll = 0; roll < 1; roll += 0.01) {
      expect(after(6, roll)).toBeLessThanOrEqual(60_000);
      expect(after(6, roll)).toBeGreaterThanOrEqual(42_000);
    }
    expect(after(1, 0.999)).toBeGreaterThanOrEqual(700);
  });
});
