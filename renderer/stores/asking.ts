import type { CallName, Input, Output, Refusal } from '#contract/calls.ts';
import type { Desk } from '../desk.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Why an act did not happen, in a form that `setbackWords` can say. */
export type Setback = { readonly kind: 'refused'; readonly refusal: Refusal<CallName> } | Trouble;

export type Told<N extends CallName> =
  | { readonly ok: true; readonly value: Output<N> }
  | { readonly ok: false; readonly setback: Setback };

/** Asks the desk; refusals, faults and silence all come back as a value. */
export async function tell<N extends CallName>(desk: Desk, name: N, input: Input<N>): Promise<Told<N>> {
  try {
    const answer = await desk.ask(name, input);
    return answer.ok
      ? { ok: true, value: answer.value }
      : { ok: false, setback: { kind: 'refused', refusal: answer.refusal } };
  } catch (thrown) {
    return { ok: false, setback: troubleOf(thrown) };
  }
}
