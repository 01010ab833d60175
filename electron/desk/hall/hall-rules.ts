import type { Site } from '#contract/shapes/site.ts';
import type { QueueCode, WindowNumber } from '#contract/shapes/ticket.ts';
import { mistakableQueues } from '#rules/queue/ticket-number.ts';

/** How this hall calls. */
export interface HallRules {
  readonly timeZone: string;
  readonly queues: readonly QueueCode[];
  /** Window → the queues it serves. */
  readonly windows: ReadonlyMap<WindowNumber, readonly QueueCode[]>;
  readonly recallsBeforePass: number;
  readonly priorityInARow: number;
}

/** The rules of a hall with one window, from its `site.json`. */
export function hallRulesOf(site: Site): HallRules {
  return {
    timeZone: site.timeZone,
    queues: site.queues.map((queue) => queue.code),
    windows: new Map([[site.window, site.served]]),
    recallsBeforePass: site.recallsBeforePass,
    priorityInARow: site.priorityInARow,
  };
}

/** @throws RangeError when the rules cannot both be true: an unknown queue is served, or two queues print the same number. */
export function checkHallRules(rules: HallRules): void {
  const mistakable = mistakableQueues(rules.queues);
  if (mistakable.length > 0)
    throw new RangeError(`queue ${mistakable.join(', ')} would print the priority numbers of another queue`);
  const known = new Set(rules.queues);
  for (const [window, served] of rules.windows) {
    const strange = served.filter((queue) => !known.has(queue));
    if (strange.length > 0)
      throw new RangeError(`window ${window} serves a queue this hall does not have: ${strange.join(', ')}`);
  }
}
