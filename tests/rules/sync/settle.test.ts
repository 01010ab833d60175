import { describe, expect, it } from 'vitest';
import { LINE_WORDS, type ProvinceAnswer, UNKNOWN_WORDS, UNTRUSTED_WORDS } from '#rules/sync/answer.ts';
import { HALL_PACE } from '#rules/sync/pace.ts';
import { type SentDebt, settle } from '#rules/sync/settle.ts';

const pending: SentDebt = { state: 'pending', attempts: 0, slowInARow: 0, troublesInARow: 0 };
const unknown: SentDebt = { ...pending, state: 'unknown', attempts: 1 };
const quarantined: SentDebt = { ...pending, state: 'quarantined', attempts: 1 };
const RECEIPT: ProvinceAnswer = { answer: 'acknowledged', officialNumber: null, platformReceipt: 'P1' };
const RETURN: ProvinceAnswer = { answer: 'returned', code: '4107', words: '', fieldErrors: [] };
const AWAY: ProvinceAnswer = { answer: 'not-delivered', why: 'away' };

const settling = (debt: SentDebt, answer: ProvinceAnswer, roll = 0) => settle(debt, answer, roll, HALL_PACE);
const silence = (why: (typeof UNKNOWN_WORDS)[number], afterMs: number | null = null): ProvinceAnswer => ({
  answer: 'unknown',
  why,
  afterMs,
});

/** Every answer there is, except the one receipt. */
const OTHERS: readonly ProvinceAnswer[] = [
  { answer: 'already-there' },
  { answer: 'not-found' },
  RETURN,
  AWAY,
  ...UNKNOWN_WORDS.map((why) => silence(why)),
  { answer: 'retry-later', why: 'busy', afterMs: null },
  { answer: 'retry-later', why: 'in-progress', afterMs: null },
  ...LINE_WORDS.map((why): ProvinceAnswer => ({ answer: 'refused-line', why })),
  ...UNTRUSTED_WORDS.map((why): ProvinceAnswer => ({ answer: 'untrusted', why })),
];

describe('settling a debt', () => {
  it('makes it done for a typed receipt and for nothing else', () => {
    for (const debt of [pending, unknown, quarantined]) {
      expect(settling(debt, RECEIPT)).toMatchObject({ state: 'done', because: null, line: 'ok' });
      expect(OTHERS.filter((answer) => settling(debt, answer).state === 'done')).toEqual([]);
    }
  });

  it.each([
    ['nobody was there', AWAY],
    ['the platform is busy', OTHERS.find((one) => 'why' in one && one.why === 'busy') ?? AWAY],
    ['the line was refused', { answer: 'refused-line', why: 'wrong-address' } as const],
  ])('keeps what may have arrived unknown when %s afterwards', (_, answer) => {
    expect(settling(pending, answer).state).toBe('pending');
    expect(settling(unknown, answer).state).toBe('unknown');
  });

  it('calls every silence unknown and tries it again by itself', () => {
    for (const why of UNKNOWN_WORDS) {
      const settled = settling(pending, silence(why));
      expect(settled).toMatchObject({ state: 'unknown', because: why, counts: true });
      expect(settled.againMs).toBeGreaterThan(0);
    }
  });

  it('gives a returned or untrusted step to a person and never tries it by itself', () => {
    expect(settling(unknown, RETURN)).toMatchObject({ state: 'returned', againMs: null, waits: 'debt' });
    for (const why of UNTRUSTED_WORDS) {
      const settled = settling(unknown, { answer: 'untrusted', why });
      expect(settled).toMatchObject({ state: 'quarantined', because: why, againMs: null, alarm: true });
    }
  });

  it('never sends a quarantined step again: only a receipt or a return moves it', () => {
    const moved = [RECEIPT, ...OTHERS].filter(
      (answer) => settling(quarantined, answer).state !== 'quarantined',
    );
    expect(moved).toEqual([RECEIPT, RETURN]);
    expect(OTHERS.filter((answer) => settling(quarantined, answer).againMs !== null)).toEqual([]);
  });

  it('counts nothing against a debt when the line itself was refused, and stops everything', () => {
    for (const why of LINE_WORDS) {
      const settled = settling(pending, { answer: 'refused-line', why });
      expect(settled).toMatchObject({ state: 'pending', counts: false, waits: 'line', alarm: true });
      expect(settled.line).toBe(why === 'clock-wrong' ? 'certificate' : why);
    }
  });

  it('waits as long as it ever does after three slow answers in a row', () => {
    const waits = [0, 1, 2].map(
      (slowInARow) => settling({ ...unknown, attempts: 1, slowInARow }, silence('slow-reply')).againMs,
    );
    expect(waits).toEqual([2_000, 2_000, 60_000]);
  });

  it('grants what a platform asks, up to ten minutes, and never less than its own plan', () => {
    const asked = (afterMs: number) => settling(pending, silence('gateway-trouble', afterMs)).againMs;
    expect([asked(0), asked(30_000), asked(86_400_000)]).toEqual([1_000, 30_000, 600_000]);
    const busy = settling(pending, { answer: 'retry-later', why: 'busy', afterMs: 5_000 });
    expect(busy).toMatchObject({ againMs: 5_000, waits: 'queue' });
  });

  it('lets a trouble of one step say nothing about the line', () => {
    expect(settling(pending, silence('server-trouble'))).toMatchObject({ line: null, troublesInARow: 1 });
    expect(settling(pending, silence('no-answer')).line).toBe('slow');
    expect(settling(pending, silence('line-cut')).line).toBe('away');
    expect(settling(pending, silence('intercepted'))).toMatchObject({ line: 'intercepted', waits: 'line' });
  });
});
