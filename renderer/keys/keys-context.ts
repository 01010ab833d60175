import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { createKeyBoard, type KeyBoard, type Standing } from './key-board.ts';
import type { ActName } from './key-map.ts';

export const KeyBoardContext = createContext<KeyBoard>(createKeyBoard());

/** The layer a part lies on: 0 is the screen, a dialog lies above. */
export const LayerContext = createContext(0);

/**
 * Offers an act while this part is on the screen. `standing` is `open`, or the word of the reason
 * why it is off: the key then says the reason instead of acting.
 */
export function useAct(act: ActName, handler: () => unknown, standing: Standing = 'open'): void {
  const keyBoard = useContext(KeyBoardContext);
  const layer = useContext(LayerContext);
  const latest = useRef({ handler, standing });
  useLayoutEffect(() => {
    latest.current = { handler, standing };
  });
  useEffect(
    () =>
      keyBoard.register({
        act,
        layer,
        run: () => void latest.current.handler(),
        standing: () => latest.current.standing,
      }),
    [keyBoard, act, layer],
  );
}

/** Hears the whole window's keys. Called once, by the frame. */
export function useKeyListener(keyBoard: KeyBoard): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => void keyBoard.press(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keyBoard]);
}
