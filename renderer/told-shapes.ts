import type { z } from 'zod';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { type CallName, calls } from '#contract/calls.ts';
import { type EventName, type EventValue, events } from '#contract/events.ts';

// Made of every shape in the contract: read when the first news or the first refusal is there, not before the window
// can be used.

/** Null when the value is not what the contract says of this news. */
export function readNews<N extends EventName>(name: N, value: unknown): EventValue<N> | null {
  return READERS[name](value);
}

/** A word that this call may be refused with. */
export function isRefusalOf(name: CallName, word: string): boolean {
  const refusals: readonly string[] = [...calls[name].refusals, ...COMMON_REFUSALS];
  return refusals.includes(word);
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
  'sources.answered': reader(events['sources.answered']),
  'citizen.changed': reader(events['citizen.changed']),
  'notice.pressed': reader(events['notice.pressed']),
  'batch.pressed': reader(events['batch.pressed']),
  'pages.pressed': reader(events['pages.pressed']),
  'desk.trouble': reader(events['desk.trouble']),
};

function reader<S extends z.ZodType>(shape: S): (value: unknown) => z.output<S> | null {
  return (value) => {
    const read = shape.safeParse(value);
    return read.success ? read.data : null;
  };
}
