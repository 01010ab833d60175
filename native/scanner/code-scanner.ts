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

async function nextOrSilence(link: ByteLink, stop: AbortSignal): Promise<Uint8Array | null> {
  try {
    return await within(SILENCE_MS, stop, (over) => link.nextChunk(over));
  } catch (thrown) {
    if (thrown instanceof TimedOut) return null;
    throw thrown;
  }
}
