/** Nothing came in the time a device is given. */
export class TimedOut extends Error {
  override name = 'TimedOut';
}

/**
 * Gives `act` a signal that fires after `ms` milliseconds or when `stop` does, whichever is first.
 *
 * @throws TimedOut through the signal's reason when the time is over; the reason of `stop` when that fired
 */
export async function within<T>(
  ms: number,
  stop: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  stop.throwIfAborted();
  const deadline = new AbortController();
  const passOn = (): void => deadline.abort(stop.reason);
  const timer = setTimeout(() => deadline.abort(new TimedOut(`nothing within ${ms} ms`)), ms);
  stop.addEventListener('abort', passOn, { once: true });
  try {
    return await act(deadline.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', passOn);
  }
}

/** Rejects with the signal's reason when it fires before `act` is done. The act itself goes on unheard. */
export async function unlessAborted<T>(signal: AbortSignal, act: Promise<T>): Promise<T> {
  const fired = Promise.withResolvers<never>();
  const stop = (): void => fired.reject(reasonOf(signal));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([act, fired.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What a signal was fired with, always an Error. */
export function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('stopped', { cause: signal.reason });
}
