import { describe, expect, it } from 'vitest';
import { DebtState, LineState } from '#contract/shapes/sync-state.ts';
import { LINE_WORDS } from '#rules/sync/answer.ts';
import { isRefused, lineAfterRefusal, lineHoldMs, shownState } from '#rules/sync/line.ts';
import { offersFor } from '#rules/sync/offers.ts';
import { HALL_PACE } from '#rules/sync/pace.ts';

describe('a line that is refused', () => {
  it('is one of the account, the address or the certificate', () => {
    expect(LineState.options.filter(isRefused)).toEqual([
      'signed-out',
      'not-authorised',
      'wrong-address',
      'certificate',
      'not-configured',
    ]);
    expect(LINE_WORDS.map(lineAfterRefusal).filter((line) => !isRefused(line))).toEqual([]);
  });

  it('pauses what was to be sent, and hides nothing that may have arrived or waits for a person', () => {
    expect(DebtState.options.map((state) => shownState(state, 'certificate'))).toEqual([
      'paused',
      'unknown',
      'done',
      'returned',
      'quarantined',
      'paused',
    ]);
    expect(shownState('pending', 'away')).toBe('pending');
    expect(shownState('pending', 'not-configured')).toBe('pending');
  });

  it('is knocked on once a minute, an account once in five so that nobody locks it', () => {
    const hold = (line: LineState, failures: number) => lineHoldMs(line, failures, 0, HALL_PACE);
    expect(hold('wrong-address', 1)).toBe(60_000);
    expect(hold('certificate', 9)).toBe(60_000);
    expect(hold('signed-out', 1)).toBe(300_000);
    expect([hold('away', 1), hold('away', 3), hold('away', 99)]).toEqual([1_000, 5_000, 60_000]);
  });
});

it('offers a clerk something to do about every debt that is not done', () => {
  expect(DebtState.options.filter((state) => offersFor(state).length === 0)).toEqual(['done']);
  expect(DebtState.options.filter((state) => offersFor(state).includes('send-again'))).toEqual(['returned']);
});
