import type { Fault } from './wire.ts';

/**
 * What the preload offers a window as `window.desk`. Outcomes are values, because an error loses its
 * name on the way over the bridge.
 *
 * answer: the desk answered · fault: it could not, and the log knows the number
 * gone: the desk process died before it answered, or is not there; what was asked may have happened
 */
export type Asked =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'gone' };

export interface DeskBridge {
  readonly ask: (name: string, input: unknown) => Promise<Asked>;
  /**
   * News of the desk, and of the shell itself: `desk.gone`, `desk.back`, and `desk.refused` with
   * `{code, message}` when the desk cannot start at all. Returns how to stop hearing.
   */
  readonly hear: (listener: (name: string, value: unknown) => void) => () => void;
}
