import type { Fault, Told } from '#contract/wire.ts';

/**
 * What `contract/wire.ts` calls `Told`, read without its shapes: a window would make them before its first picture.
 * Null when the message is none of the three.
 */
export function readTold(message: unknown): Told | null {
  if (typeof message !== 'object' || message === null) return null;
  if ('news' in message) {
    if (typeof message.news !== 'string' || !('value' in message)) return null;
    return { news: message.news, value: message.value };
  }
  if (!('no' in message) || typeof message.no !== 'number') return null;
  const { no } = message;
  if ('answer' in message) return { no, answer: message.answer };
  const fault = 'fault' in message ? readFault(message.fault) : null;
  return fault && { no, fault };
}

function readFault(fault: unknown): Fault | null {
  if (typeof fault !== 'object' || fault === null || !('number' in fault) || !('message' in fault))
    return null;
  const { number, message } = fault;
  return typeof number === 'string' && typeof message === 'string' ? { number, message } : null;
}
