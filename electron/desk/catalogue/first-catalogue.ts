import type { CommonRefusal, Reply } from '#contract/call.ts';
import type { Output } from '#contract/calls.ts';
import type { Parts } from '../parts.ts';
import { no } from '../answering.ts';

type Standing = Output<'desk.status'>['firstCatalogue'];

/** How far the first catalogue of this desk is; null once one is in force. */
export function firstCatalogue({ items, packages }: Pick<Parts, 'items' | 'packages'>): Standing {
  if (items.isThere()) return null;
  const { background } = packages;
  const { written, items: count } = background.standing() ?? { written: 0, items: null };
  return { state: background.isRunning() ? 'loading' : 'missing', written, items: count };
}

/**
 * An answer of a desk without a catalogue: what was not found is not wrong, it is not here yet. Calls that need no
 * catalogue are answered as ever.
 */
export function withoutCatalogue<R extends string>(
  name: string,
  reply: Reply<unknown, R>,
  parts: Pick<Parts, 'items' | 'packages'>,
): Reply<unknown, R | CommonRefusal> {
  if (!isNothingFound(name, reply) || parts.items.isThere()) return reply;
  return no(parts.packages.background.isRunning() ? 'catalogue-loading' : 'catalogue-missing');
}

function isNothingFound(name: string, reply: Reply<unknown, string>): boolean {
  if (reply.ok) return name === 'intake.find-item' && Array.isArray(reply.value) && reply.value.length === 0;
  return reply.refusal === 'no-such-item' || reply.refusal === 'no-such-bundle';
}
