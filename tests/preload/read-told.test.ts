import { describe, expect, it } from 'vitest';
import { Told } from '#contract/wire.ts';
import { readTold } from '#preload/read-told.ts';

const fault = { number: '7F3A-0412', message: 'the board did not answer' };

describe('what the desk told', () => {
  it.each([
    [{ no: 1, answer: { ok: true, value: {} } }],
    [{ no: 2, answer: null }],
    [{ no: 0, fault }],
    [{ news: 'queue.changed', value: {} }],
    [{ news: 'queue.changed', value: null }],
  ])('is read as the contract has it: %j', (message) => {
    expect(readTold(message)).toEqual(Told.parse(message));
  });

  it.each([
    [null],
    ['news'],
    [{}],
    [{ no: 1 }],
    [{ no: '1', answer: 1 }],
    [{ answer: 1 }],
    [{ no: 1, fault: 'broken' }],
    [{ no: 1, fault: { number: '7F3A-0412' } }],
    [{ no: 1, fault: { number: 7, message: 'x' } }],
    [{ news: 4, value: {} }],
    [{ news: 'queue.changed' }],
  ])('is nothing where the contract has nothing: %j', (message) => {
    expect(readTold(message)).toBeNull();
    expect(Told.safeParse(message).success).toBe(false);
  });
});
