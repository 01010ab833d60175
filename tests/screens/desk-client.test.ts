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

/** Whatever was still to be read has been read. */
async function readToTheEnd(): Promise<void> {
  await import('#renderer/told-shapes.ts');
  await new Promise((later) => void setTimeout(later, 0));
}

describe('news', () => {
  it('reaches who listens for it, until they stop', async () => {
    const bridge = bridgeWith({ kind: 'gone' });
    const desk = deskOver(bridge);
    const heard: unknown[] = [];
    const stop = desk.hear('sync.changed', (value) => heard.push(value));
    bridge.say('queue.changed', {});
    bridge.say('sync.changed', { owed: 2, line: 'away' });
    // The shapes it is checked with are read when the first news is there.
    await vi.waitFor(() => expect(heard).not.toEqual([]));
    stop();
    bridge.say('sync.changed', { owed: 1, line: 'ok' });
    await readToTheEnd();
    expect(heard).toEqual([{ owed: 2, line: 'away' }]);
  });

  it('comes in its order, the first as well', async () => {
    vi.resetModules();
    const { deskOver: freshDesk } = await import('#renderer/desk.ts');
    const bridge = bridgeWith({ kind: 'gone' });
    const heard: number[] = [];
    freshDesk(bridge).hear('sync.changed', ({ owed }) => heard.push(owed));
    for (const owed of [1, 2, 3]) bridge.say('sync.changed', { owed, line: 'ok' });
    await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]));
  });

  it('is not told to who stopped listening while its shape was read', async () => {
    vi.resetModules();
    const { deskOver: freshDesk } = await import('#renderer/desk.ts');
    const bridge = bridgeWith({ kind: 'gone' });
    const heard: unknown[] = [];
    const stop = freshDesk(bridge).hear('sync.changed', (value) => heard.push(value));
    bridge.say('sync.changed', { owed: 1, line: 'ok' });
    stop();
    await readToTheEnd();
    expect(heard).toEqual([]);
  });

  it('of an unknown shape is reported and not passed on', async () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const bridge = bridgeWith({ kind: 'gone' });
    const heard: unknown[] = [];
    deskOver(bridge).hear('sync.changed', (value) => heard.push(value));
    bridge.say('sync.changed', { owed: 'many' });
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
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
