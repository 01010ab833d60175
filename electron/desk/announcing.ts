import { type EventName, events, type EventValue } from '#contract/events.ts';
import type { Told } from '#contract/wire.ts';

/** Says news to every seat that listens. */
export type Announce = <N extends EventName>(name: N, value: EventValue<N>) => void;

/**
 * Makes the one mouth of the desk. What it says is checked against the contract first, so that no field that
 * the contract does not name can leave.
 */
export function announcing(tell: (told: Told) => void): Announce {
  return (name, value) => tell({ news: name, value: events[name].parse(value) });
}
