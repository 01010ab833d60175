import { isObject, type Json, type JsonObject, textOf } from './json.ts';
import type { HeldEvent } from './ledger.ts';

/** 事中事后监管 “一网通享”: what the cases of a holder leave open, by the steps every hall has sent of them. */
export function flagsOf(events: readonly HeldEvent[], holder: string): Json[] {
  const standing = new Map<string, JsonObject>();
  for (const { caseGuid, message } of events) {
    const accept = isObject(message) ? (message['accept'] ?? null) : null;
    if (!isObject(message) || !isObject(accept) || textOf(accept['applyer_page_code']) !== holder) continue;
    const rows = message['supervision'] ?? null;
    for (const row of Array.isArray(rows) ? rows.filter(isObject) : []) {
      const key = `${caseGuid} ${textOf(row['flag_code'])}`;
      if (row['cleared_date'] === null) {
        const explain = textOf(row['explain']) || textOf(accept['task_name']);
        standing.set(key, { flag_code: row['flag_code'] ?? '', explain, since: row['since'] ?? null });
      } else standing.delete(key);
    }
  }
  return [...standing.values()].slice(0, 20);
}
