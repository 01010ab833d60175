import type { Writer } from '#native/sqlite/database.ts';
import type { CaseEvent } from '../platform/case-event.ts';

/**
 * Owes one step of a case to the province. Called inside the transaction of the act itself.
 * Makes the idempotency key and the step number of the case; freezes the event.
 */
export function owe(_db: Writer, _event: CaseEvent, _atMs: number): void {
  throw new Error('not written yet');
}
