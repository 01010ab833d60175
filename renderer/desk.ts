import { z } from 'zod';
import type { DeskBridge } from '#contract/bridge.ts';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { type Answer, type CallName, calls, type Input } from '#contract/calls.ts';
import { type EventName, type EventValue, events } from '#contract/events.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in an ordinary browser. */
    readonly desk?: DeskBridge;
  }
}

/** Why the desk could not start at all: a word for the technician and one plain sentence. */
export interface DeskRefusal {
  readonly code: string;
  readonly message: string;
}

/** The desk process as the front desk sees it. */
export interface Desk {
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>>;
  hear<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void;
  onGone(listener: () => void): () => void;
  onBack(listener: () => void): () => void;
  onRefused(listener: (refusal: DeskRefusal) => void): () => void;
}

/** Something went wrong inside the desk. The log knows the number; the sentence is for a person. */
export class DeskFault extends Error {
  readonly number: string;
  readonly sentence: string;

  constructor(number: string, sentence: string) {
    super(`${number}|${sentence}`);
    this.name = 'DeskFault';
    this.number = number;
    this.sentence = sentence;
  }
}

/** The desk process died before it answered: whether the act was done is not known. */
export class DeskGone extends Error {
  override readonly name = 'DeskGone';
}

/**
 * The desk over the preload bridge. News is checked here, because it arrives unasked.
 *
 * @throws DeskFault, DeskGone (from `ask`)
 */
export function deskOver(bridge: DeskBridge): Desk {
  const hearPlain = (name: string, listener: (value: unknown) => void) =>
    bridge.hear((heard, value) => {
      if (heard === name) listener(value);
    });
  return {
    ask: async (name, input) => {
      const asked = await bridge.ask(name, input);
      if (asked.kind === 'fault') throw new DeskFault(asked.fault.number, asked.fault.message);
      if (asked.kind === 'gone') throw new DeskGone(`the desk was gone before it answered ${name}`);
      if (isAnswer(name, asked.answer)) return asked.answer;
      throw new Error(`the answer to ${name} has an unknown shape`);
    },
    hear: <N extends EventName>(name: N, listener: (value: EventValue<N>) => void) =>
      hearPlain(name, (value) => {
        const news = READERS[name](value);
        if (news) listener(news);
        else reportError(new Error(`news ${name} has an unknown shape`));
      }),
    onGone: (listener) => hearPlain('desk.gone', listener),
    onBack: (listener) => hearPlain('desk.back', listener),
    onRefused: (listener) =>
      hearPlain('desk.refused', (value) => {
        const refusal = Refused.safeParse(value);
        listener(refusal.success ? refusal.data : { code: 'unknown', message: '' });
      }),
  };
}

const Refused = z.object({ code: z.string(), message: z.string() });
const Envelope = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), refusal: z.string() }),
]);

/** The desk checked the value against the contract before it sent it: only the envelope is looked at here. */
function isAnswer<N extends CallName>(name: N, answer: unknown): answer is Answer<N> {
  const envelope = Envelope.safeParse(answer);
  if (!envelope.success) return false;
  if (envelope.data.ok) return true;
  const refusals: readonly string[] = [...calls[name].refusals, ...COMMON_REFUSALS];
  return refusals.includes(envelope.data.refusal);
}

type Readers = { readonly [N in EventName]: (value: unknown) => EventValue<N> | null };

const READERS: Readers = {
  'queue.changed': reader(events['queue.changed']),
  'visit.changed': reader(events['visit.changed']),
  'case.changed': reader(events['case.changed']),
  'session.changed': reader(events['session.changed']),
  'sync.changed': reader(events['sync.changed']),
  'devices.changed': reader(events['devices.changed']),
  'identity.card': reader(events['identity.card']),
  'code.scanned': reader(events['code.scanned']),
  'code.trouble': reader(events['code.trouble']),
  'citizen.changed': reader(events['citizen.changed']),
  'notice.pressed': reader(events['notice.pressed']),
  'batch.pressed': reader(events['batch.pressed']),
  'desk.trouble': reader(events['desk.trouble']),
};

function reader<S extends z.ZodType>(shape: S): (value: unknown) => z.output<S> | null {
  return (value) => {
    const read = shape.safeParse(value);
    return read.success ? read.data : null;
  };
}
