// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyBoard, type KeyBoard } from '#renderer/keys/key-board.ts';
import { type ActName, KEY_MAP } from '#renderer/keys/key-map.ts';

let keyBoard: KeyBoard;
let done: ActName[];

beforeEach(() => {
  keyBoard = createKeyBoard();
  done = [];
});

function offer(act: ActName, standing = 'open', layer = 0): () => void {
  return keyBoard.register({ act, layer, run: () => done.push(act), standing: () => standing });
}

function press(code: string, init: KeyboardEventInit = {}, on: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { code, cancelable: true, bubbles: true, ...init });
  Object.defineProperty(event, 'target', { value: on });
  keyBoard.press(event);
  return event;
}

describe('the keyboard map', () => {
  it('uses no key that belongs to an input method', () => {
    const taken = KEY_MAP.filter(
      ({ code, ctrl, shift, alt }) =>
        (ctrl && shift) ||
        (ctrl && alt) ||
        (alt && shift) ||
        (ctrl && /^(Digit|Space|Comma|Period|Semicolon|Backquote)/.test(code)) ||
        (shift && code === 'Space'),
    );
    expect(taken).toEqual([]);
  });
});

describe('a pressed key', () => {
  it('does its act and nothing else happens', () => {
    offer('call-next');
    expect(press('F2').defaultPrevented).toBe(true);
    expect(done).toEqual(['call-next']);
  });

  it('is left to the input method while a syllable is being composed', () => {
    offer('call-next');
    offer('back');
    press('F2', { isComposing: true });
    press('Escape', { keyCode: 229 });
    expect(done).toEqual([]);
  });

  it('F3 and F4 are left to a text field that has the focus', () => {
    offer('recall');
    offer('pass');
    const field = document.createElement('input');
    expect(press('F4', {}, field).defaultPrevented).toBe(false);
    press('F3', {}, document.createElement('textarea'));
    expect(done).toEqual([]);
    press('F3');
    expect(done).toEqual(['recall']);
  });

  it('tells Shift+F6 from F6', () => {
    offer('hold');
    offer('resume');
    press('F6', { shiftKey: true });
    press('F6');
    expect(done).toEqual(['resume', 'hold']);
  });

  it('says the reason when its act is off', () => {
    const heard: string[] = [];
    keyBoard.onClosed((act, standing) => heard.push(`${act}: ${standing}`));
    offer('finish', 'case-open');
    press('F12');
    expect(heard).toEqual(['finish: case-open']);
    expect(done).toEqual([]);
  });

  it('belongs to the newest part that offers the act', () => {
    const leave = keyBoard.register({
      act: 'try-now',
      layer: 0,
      run: () => done.push('why'),
      standing: () => 'open',
    });
    offer('try-now');
    press('KeyR', { ctrlKey: true });
    expect(done).toEqual(['try-now']);
    leave();
  });

  it('rests under a dialog, except lock and explain', () => {
    offer('call-next');
    offer('lock');
    const layer = keyBoard.newLayer();
    const takeAway = keyBoard.layOver(layer);
    press('F2');
    press('KeyL', { ctrlKey: true });
    expect(done).toEqual(['lock']);
    takeAway();
    press('F2');
    expect(done).toEqual(['lock', 'call-next']);
  });
});
