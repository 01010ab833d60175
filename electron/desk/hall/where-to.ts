import type { Site } from '#contract/shapes/site.ts';
import type { QueueCode, Ticket } from '#contract/shapes/ticket.ts';

export function hasQueue(site: Site, queue: QueueCode): boolean {
  return site.queues.some(({ code }) => code === queue);
}

/** A hall without a hall server has this window only; nobody would ever call what it does not serve. */
export function isCalledHere(site: Site, queue: QueueCode): boolean {
  return hasQueue(site, queue) && (site.hall.url !== null || site.served.includes(queue));
}

/** Whether a transfer would leave the ticket where it is, or send it where nobody calls it. */
export function goesNowhere(
  site: Site,
  ticket: Ticket,
  to: { readonly toQueue?: QueueCode | undefined; readonly toWindow?: number | undefined },
): boolean {
  const { toQueue, toWindow } = to;
  if (toWindow === undefined)
    return toQueue === undefined || toQueue === ticket.queue || !isCalledHere(site, toQueue);
  if (site.hall.url === null && toWindow !== site.window) return true;
  return toWindow === ticket.window && (toQueue ?? ticket.queue) === ticket.queue;
}
