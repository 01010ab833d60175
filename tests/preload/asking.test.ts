import { describe, expect, it, vi } from 'vitest';
import type { Question } from '#contract/wire.ts';
import { asking } from '#preload/asking.ts';

function aLine() {
  const sent: Question[] = [];
  let tell: (message: unknown) => void = () => undefined;
  let die: () => void = () => undefined;
  return {
    sent,
    tell: (message: unknown) => tell(message),
    die: () => die(),
    line: {
      send: (question: Question) => void sent.push(question),
      hear: (told: (message: unknown) => void, gone: () => void) => {
        tell = told;
        die = gone;
      },
    },
  };
}

describe('asking the desk', () => {
  it('gives each question its own answer, whatever the order of answers', async () => {
    const desk = aLine();
    const ask = asking(desk.line, () => undefined);
    const first = ask('queue.view', {});
    const second = ask('sync.view', {});
    desk.tell({ no: 2, answer: 'second' });
    desk.tell({ no: 1, answer: 'first' });
    expect(await first).toEqual({ kind: 'answer', answer: 'first' });
    expect(await second).toEqual({ kind: 'answer', answer: 'second' });
  });

  it('settles every waiting question at once when the desk dies', async () => {
    const desk = aLine();
    const ask = asking(desk.line, () => undefined);
    const waiting = [ask('intake.accept', {}), ask('queue.view', {})];
    desk.die();
    expect(await Promise.all(waiting)).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
  });

  it('does not wait for ever, and drops an answer that comes too late', async () => {
    vi.useFakeTimers();
    const desk = aLine();
    const ask = asking(desk.line, () => undefined, 1_000);
    const asked = ask('queue.view', {});
    vi.advanceTimersByTime(1_001);
    desk.tell({ no: 1, answer: 'late' });
    expect(await asked).toEqual({ kind: 'gone' });
    vi.useRealTimers();
  });

  it('hands on a fault with its number, and news to whoever listens', async () => {
    const news: unknown[] = [];
    const desk = aLine();
    const ask = asking(desk.line, (name, value) => void news.push([name, value]));
    const asked = ask('queue.view', {});
    desk.tell({ news: 'queue.changed', value: {} });
    desk.tell({ no: 1, fault: { number: '7F3A-0412', message: 'the board did not answer' } });
    expect(await asked).toEqual({
      kind: 'fault',
      fault: { number: '7F3A-0412', message: 'the board did not answer' },
    });
    expect(news).toEqual([['queue.changed', {}]]);
  });

  it('works again with a new desk after the old one died', async () => {
    const desk = aLine();
    const ask = asking(desk.line, () => undefined);
    const lost = ask('queue.view', {});
    desk.die();
    await lost;
    const again = ask('queue.view', {});
    desk.tell({ no: 2, answer: 'there' });
    expect(await again).toEqual({ kind: 'answer', answer: 'there' });
  });
});
