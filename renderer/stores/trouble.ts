/**
 * Why a question got no answer. After a write none of these says whether it happened: look again.
 *
 * fault: the desk answered with a fault number · gone: the desk process stopped · no-answer: nothing came in time
 */
export interface Trouble {
  readonly kind: 'fault' | 'gone' | 'no-answer';
  /** The number the log knows, for a fault. */
  readonly number: string | null;
}

/** Reads what the bridge threw: `DeskFault` carries `number|sentence`, `DeskGone` means the process died. */
export function troubleOf(thrown: unknown): Trouble {
  if (!(thrown instanceof Error)) return { kind: 'no-answer', number: null };
  if (thrown.name === 'DeskFault') {
    return { kind: 'fault', number: thrown.message.split('|')[0] ?? null };
  }
  if (thrown.name === 'DeskGone') return { kind: 'gone', number: null };
  return { kind: 'no-answer', number: null };
}
