import { randomBytes } from 'node:crypto';
import type { Fault } from '#contract/wire.ts';
import { storeTroubleOf } from '#native/sqlite/trouble.ts';
import { WrongInput } from './answering.ts';
import { type Log, traceOf } from './log.ts';

const LONGEST_CALL = 80;

/** The call is not in the contract. */
export class UnknownCall extends Error {
  override name = 'UnknownCall';
}

/** The desk is ending; nothing more is begun. */
export class Stopping extends Error {
  override name = 'Stopping';
}

/** Numbers the faults of one start of the desk and writes them to the log. */
export interface Faults {
  readonly make: (thrown: unknown, call: string | null) => Fault;
}

/**
 * Turns what was thrown into what a person may see: a number the log knows and one plain sentence. Neither a
 * value nor a stack leaves the desk.
 *
 * @param mark four letters or digits that tell one start of the desk from another
 */
export function openFaults(log: Log, mark: string = randomBytes(2).toString('hex').toUpperCase()): Faults {
  let made = 0;
  return {
    make: (thrown, call) => {
      made += 1;
      const number = `${mark}-${String(made).padStart(4, '0')}`;
      const isOurs =
        thrown instanceof WrongInput || thrown instanceof UnknownCall || thrown instanceof Stopping;
      const named = call === null ? {} : { call: call.slice(0, LONGEST_CALL) };
      const trace = isOurs ? { word: thrown.name } : traceOf(thrown);
      log(isOurs ? 'warn' : 'error', 'fault', { ...trace, ...named, fault: number });
      return { number, message: isOurs ? thrown.message : sentenceFor(thrown) };
    },
  };
}

function sentenceFor(thrown: unknown): string {
  return storeTroubleOf(thrown) === 'unreadable'
    ? 'The case file or the disk could not be read. Nothing was changed; call the technician.'
    : 'Something went wrong in the desk. Nothing was half done; try again, then call the technician.';
}
