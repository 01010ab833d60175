import { beforeEach, describe, expect, it, vi } from 'vitest';
import { holdCopies } from '#main/held-copies.ts';

/** A clipboard of a made-up computer. */
function aClipboard() {
  let text = '';
  return {
    writeText: (written: string) => {
      text = written;
    },
    readText: () => text,
    clear: () => {
      text = '';
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => void vi.useRealTimers();
});

describe('a value on the clipboard', () => {
  it('lies there for its time and no longer', async () => {
    const clipboard = aClipboard();
    holdCopies(clipboard).hold('13800001234', 60_000);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(clipboard.readText()).toBe('13800001234');
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.readText()).toBe('');
  });

  it('has its own minute when the next one replaces it', async () => {
    const clipboard = aClipboard();
    const copies = holdCopies(clipboard);
    copies.hold('one', 60_000);
    await vi.advanceTimersByTimeAsync(50_000);
    copies.hold('two', 60_000);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(clipboard.readText()).toBe('two');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(clipboard.readText()).toBe('');
  });

  it('leaves alone what somebody else copied meanwhile', async () => {
    const clipboard = aClipboard();
    const copies = holdCopies(clipboard);
    copies.hold('ours', 60_000);
    clipboard.writeText('theirs');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.readText()).toBe('theirs');
    await copies.clear();
    expect(clipboard.readText()).toBe('theirs');
  });

  it('is gone at once when the screen is locked or the program ends', async () => {
    const clipboard = aClipboard();
    const copies = holdCopies(clipboard);
    copies.hold('ours', 60_000);
    await copies.clear();
    expect(clipboard.readText()).toBe('');
  });
});
