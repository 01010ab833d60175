import type { Priority, QueueCode } from '#contract/shapes/ticket.ts';

/** Serials of one queue on one business day: three digits on the slip. */
export const SERIALS_A_DAY = 999;

const PRIORITY_PREFIX = 'V';

/**
 * The number as printed and called: `V` for priority, the queue, three digits, e.g. `P004`, `VP005`.
 *
 * Priority and ordinary tickets of a queue share one serial, so that a serial says how many came before.
 *
 * @param serial 1 to 999, counted per queue and business day
 * @throws RangeError when the serial does not fit three digits
 * @source domain.md 2.1 (prefix + business code + 3-digit serial)
 */
export function ticketNumber(queue: QueueCode, serial: number, priority: Priority): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > SERIALS_A_DAY)
    throw new RangeError(`a ticket serial is 1 to ${SERIALS_A_DAY}, not ${serial}`);
  return `${priority === 'none' ? '' : PRIORITY_PREFIX}${queue}${String(serial).padStart(3, '0')}`;
}

/** Queues whose numbers could be read as priority numbers of another queue: `VP` beside `P`. A hall must not have both. */
export function mistakableQueues(queues: readonly QueueCode[]): readonly QueueCode[] {
  return queues.filter((code) => queues.some((other) => code === `${PRIORITY_PREFIX}${other}`));
}
