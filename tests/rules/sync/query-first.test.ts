import { expect, it } from 'vitest';
import { HALL_PACE } from '#rules/sync/pace.ts';
import { asksFirst, type SentBefore } from '#rules/sync/query-first.ts';

const DAY_MS = 86_400_000;
const sent: SentBefore = {
  state: 'unknown',
  because: 'no-answer',
  firstSentAtMs: 10 * DAY_MS,
  troublesInARow: 0,
};
const asks = (change: Partial<SentBefore>, nowMs = 10 * DAY_MS + 60_000) =>
  asksFirst({ ...sent, ...change }, nowMs, DAY_MS, HALL_PACE);

it.each([
  ['the platform still remembers the key', false, asks({})],
  ['it was never sent', false, asks({ firstSentAtMs: null })],
  ['it surely did not arrive', false, asks({ state: 'pending' })],
  ['the platform may have forgotten the key', true, asks({}, 11 * DAY_MS)],
  ['our clock stands before the first sending', true, asks({}, 9 * DAY_MS)],
  ['the yes was empty', true, asks({ because: 'reply-empty' })],
  ['four server troubles came in a row', false, asks({ troublesInARow: 4 })],
  ['five server troubles came in a row', true, asks({ troublesInARow: 5 })],
  ['the last answer could not be believed', true, asks({ state: 'quarantined' })],
])('when %s, asking before sending is %s', (_, expected, found) => {
  expect(found).toBe(expected);
});
