// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Asked } from '#contract/bridge.ts';
import { DeskFault, DeskGone, deskOver } from '#renderer/desk.ts';
import { tell } from '#renderer/stores/asking.ts';
import { styleTextOnly } from '#renderer/theme/style-policy.ts';

function bridgeWith(asked: Asked) {
  const listeners = new Set<(name: string, value: unknown) => void>();
  return {
    ask: async () => asked,
    hear: (listener: (name: string, value: unknown) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    say: (name: string, value: unknown) => {
      for (const listener of listeners) listener(name, value);
    },
  };
}

describe('asking the desk', () => {
  it('gives a refusal as a value', async () => {
    const desk = deskOver(bridgeWith({ kind: 'answer', answer: { ok: false, refusal: 'nobody-waiting' } }));
    expect(await desk.ask('queue.call-next', {})).toEqual({ ok: false, refusal: 'nobody-waiting' });
  });

  it('gives a fault its number', async () => {
    const fault = { number: '7F3A-0412', message: 'not done' };
    const desk = deskOver(bridgeWith({ kind: 'fault', fault }));
    await expect(desk.ask('queue.finish', {})).rejects.toEqual(new DeskFault('7F3A-0412', 'not done'));
    expect(await tell(desk, 'queue.finish', {})).toEqual({
      ok: false,
      setback: { kind: 'fault', number: '7F3A-0412' },
    });
  });

  it('does not take a dead desk for a no', async () => {
    const desk = deskOver(bridgeWith({ kind: 'gone' }));
    await expect(desk.ask('queue.finish', {})).rejects.toBeInstanceOf(DeskGone);
    expect(await tell(desk, 'queue.finish', {})).toMatchObject({ ok: false, setback: { kind: 'gone' } });
  });

  it.each([
    [null],
    [{ ok: true, refusal: 'locked', extra: 1 }.refusal],
    [{ ok: false, refusal: 'no-such-word' }],
  ])('refuses an answer of an unknown shape: %j', async (answer) => {
    const desk = deskOver(bridgeWith({ kind: 'answer', answer }));
    await expect(desk.ask('queue.view', {})).rejects.toThrow('unknown shape');
  });
});

describe('news', () => {
  it('reaches who listens for it, until they stop', () => {
    const bridge = bridgeWith({ kind: 'gone' });
    const desk = deskOver(bridge);
    const heard: unknown[] = [];
    const stop = desk.hear('sync.changed', (value) => heard.push(value));
    bridge.say('queue.changed', {});
    bridge.say('sync.changed', { owed: 2, line: 'away' });
    stop();
    bridge.say('sync.changed', { owed: 1, line: 'ok' });
    expect(heard).toEqual([{ owed: 2, line: 'away' }]);
  });

  it('of an unknown shape is reported and not passed on', () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const bridge = bridgeWith({ kind: 'gone' });
    const heard: unknown[] = [];
    deskOver(bridge).hear('sync.changed', (value) => heard.push(value));
    bridge.say('sync.changed', { owed: 'many' });
    expect(heard).toEqual([]);
    expect(report).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});

describe('the style policy', () => {
  it('lets style text through and nothing that makes an element', () => {
    expect(styleTextOnly('.a{color:red}')).toBe('.a{color:red}');
    expect(styleTextOnly('<img src=x onerror=alert(1)>')).toBeNull();
  });
});
