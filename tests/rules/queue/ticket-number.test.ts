import { describe, expect, it } from 'vitest';
import { QueueCode } from '#contract/shapes/ticket.ts';
import { mistakableQueues, ticketNumber } from '#rules/queue/ticket-number.ts';

const queue = (code: string) => QueueCode.parse(code);

describe('ticketNumber', () => {
  it('prints the queue and three digits', () => {
    expect(ticketNumber(queue('P'), 4, 'none')).toBe('P004');
    expect(ticketNumber(queue('EH'), 999, 'none')).toBe('EH999');
  });

  it('prints V before the queue of a priority ticket', () => {
    expect(ticketNumber(queue('P'), 5, 'elderly')).toBe('VP005');
  });

  it.each([0, 1000, 1.5, -1])('has no number for serial %d', (serial) => {
    expect(() => ticketNumber(queue('P'), serial, 'none')).toThrow(RangeError);
  });
});

describe('mistakableQueues', () => {
  it('names a queue whose numbers read like priority numbers of another', () => {
    expect(mistakableQueues(['A', 'P', 'VP'].map(queue))).toEqual(['VP']);
    expect(mistakableQueues(['A', 'P', 'V', 'E'].map(queue))).toEqual([]);
  });
});
