import type { ByteLink } from '../transport/byte-link.ts';
import { TimedOut, within } from '../transport/deadline.ts';
import { CodeRecords, type RecordRules, type Scanned, SILENCE_MS } from './code-record.ts';

export interface ScannerTerms {
  readonly link: ByteLink;
  readonly rules: RecordRules;
  readonly nowMs: () => number;
  readonly stop: AbortSignal;
  readonly scanned: (scanned: Scanned) => void;
}

/**
 * Listens to a scanner and hands over every record, until the cable is gone. It never sends anything.
 *
 * @throws Unplugged when the cable is gone; the reason of `stop`
 */
export async function runScanner({ link, rules, nowMs, stop, scanned }: ScannerTerms): Promise<never> {
  const records = new CodeRecords(rules);
  for (;;) {
    const chunk = records.isOpen ? await nextOrSilence(link, stop) : await link.nextChunk(stop);
    const found = chunk ? records.push(chunk, nowMs()) : records.silence(nowMs());
    for (const one of found) scanned(one);
  }
}

/** After a stall of this program its timers ring before what arrived meanwhile is handed over: a last look. */
const LAST_LOOK_MS = 5;

async function nextOrSilence(link: ByteLink, stop: AbortSignal): Promise<Uint8Array | null> {
  return (await nextWithin(SILENCE_MS, link, stop)) ?? (await nextWithin(LAST_LOOK_MS, link, stop));
}

async function nextWithin(ms: number, link: ByteLink, stop: AbortSignal): Promise<Uint8Array | null> {
  try {
    return await within(ms, stop, (over) => link.nextChunk(over));
  } catch (thrown) {
    if (thrown instanceof TimedOut) return null;
    throw thrown;
  }
}
