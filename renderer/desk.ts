import type { z } from 'zod';
import type { Answer, CallName, Input } from '#contract/calls.ts';
import { type EventName, type EventValue, events } from '#contract/events.ts';

/** What the preload script puts on the window. It pairs questions with answers and knows no feature. */
export interface Bridge {
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>>;
  /** Every piece of news, and `desk.gone` / `desk.back` when the desk process dies or is ready again. */
  hear(listener: (name: string, value: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly desk?: Bridge;
  }
}

/** The desk process as the front desk sees it. */
export interface Desk {
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>>;
  hear<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void;
  onGone(listener: () => void): () => void;
  onBack(listener: () => void): () => void;
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
 * The desk over the preload bridge. Answers were checked by the desk; news is checked here,
 * because it arrives unasked.
 *
 * @throws DeskFault, DeskGone (from `ask`)
 */
export function deskOver(bridge: Bridge): Desk {
  const hearPlain = (name: string, listener: () => void) =>
    bridge.hear((heard) => {
      if (heard === name) listener();
    });
  return {
    ask: async (name, input) => {
      try {
        return await bridge.ask(name, input);
      } catch (error) {
        throw asDeskTrouble(error);
      }
    },
    hear: <N extends EventName>(name: N, listener: (value: EventValue<N>) => void) =>
      bridge.hear((heard, value) => {
        if (heard !== name) return;
        const news = READERS[name](value);
        if (news) listener(news);
        else reportError(new Error(`news ${name} has an unknown shape`));
      }),
    onGone: (listener) => hearPlain('desk.gone', listener),
    onBack: (listener) => hearPlain('desk.back', listener),
  };
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
  'notice.pressed': reader(events['notice.pressed']),
  'desk.trouble': reader(events['desk.trouble']),
};

function reader<S extends z.ZodType>(shape: S): (value: unknown) => z.output<S> | null {
  return (value) => {
    const read = shape.safeParse(value);
    return read.success ? read.data : null;
  };
}

/** The bridge keeps an error's message but may drop its class on the way. */
function asDeskTrouble(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const fault = /(?:^|DeskFault: )([0-9A-F]{4}-[0-9A-F]{4})\|(.*)$/su.exec(error.message);
  if (fault) return new DeskFault(fault[1] ?? '', fault[2] ?? '');
  if (error.name === 'DeskGone' || error.message.includes('DeskGone')) return new DeskGone(error.message);
  return error;
}
