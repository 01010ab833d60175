import { isObject, type Json, type JsonObject, numberOf, textOf } from './json.ts';

/** Everything the platform, or what lies between, can do wrong. Parameters stand beside `kind`. */
export const FAULT_KINDS = [
  // The line
  'down', // every connection is reset before a byte is answered
  'never', // accepted, never answered; `after: true` keeps the step first
  'slow', // `ms` before it is handled
  'slow-answer', // kept, then `ms` before the answer
  'reset', // RST; `after: true` keeps the step first
  'close', // the connection is closed without an answer; `after: true` keeps the step first
  'stall', // headers, then silence
  'trickle', // one byte each `ms`
  'cut', // the answer is cut in the middle: `how` length | chunked | none
  'garbage', // bytes that are no HTTP
  'twice', // the answer is written twice
  // What stands between
  'html', // 200 with a page; `after: true` keeps the step first
  'status', // `status`, `body`, `headers`, `type`; `after: true` keeps the step first
  'redirect', // `status`, to `location`
  'huge', // a reply of `bytes`
  'huge-head', // a header of `bytes`
  'gzip', // a compressed reply
  'hostile', // a reply with __proto__
  // The platform itself
  'no-date',
  'skew', // its clock is off by `ms`
  'empty', // 200 or 204 without a body; keeps the step
  'wrong-key',
  'wrong-hash',
  'wrong-number', // the official number of another case
  'in-progress', // 409
  'same-body', // keeps the step, answers 409 same-body
  'other-body', // 409
  'incomplete-body', // 400
  'return', // 422 with `message`, `code`, `field_errors`
  'expired', // 401 token-expired
  'revoked', // 401 token-revoked, and again after a new sign-in
  'wrong-account', // sign-in answers 401
  // Sources that are asked for licences and data
  'no-record', // it holds nothing of the holder
  'other-holder', // what it holds is another's
  'licence-status', // `status` of every licence: 03 revoked, 05 expired …
  'task-state', // `state` of the first item of the list
  'licence-ended', // valid until `on`, status unchanged
  'flagged', // with a supervision flag, `code` and `explain`
  'more-values', // one value more than was asked for
  'other-value', // `code` has `value`
  'no-such-query', // 404: not connected
  'forget-keys', // everything remembered by key is forgotten before this request is handled
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault extends JsonObject {
  readonly kind: FaultKind;
}

export interface Occasion {
  readonly operation: string;
  readonly key: string;
  readonly caseGuid: string;
  readonly receiptNo: string;
  readonly step: number;
}

/**
 * `{ seed, rules: [{ match, times, fault }] }`. `match`: operation, caseGuid, receiptNo, step, nth (1-based,
 * one or several, of the requests that match otherwise), every (each n-th), probability. `times`: how often
 * at most. The first rule that matches acts. `{ "down": true }` is short for a rule that resets everything;
 * `{ "lenient": true }` makes a platform that knows keys only and keeps whatever comes under a new one.
 */
export class Faults {
  #document: JsonObject = { rules: [] };
  #rules: { readonly rule: JsonObject; fault: Fault; seen: number; acted: number }[] = [];
  #roll: () => number = seeded(1);

  get document(): JsonObject {
    return this.#document;
  }

  get isLenient(): boolean {
    return this.#document['lenient'] === true;
  }

  /** @returns what is wrong with the document, or null. A wrong one changes nothing. */
  set(document: Json): string | null {
    if (!isObject(document)) return 'faults are an object with rules';
    const rules = document['down'] === true ? [{ fault: { kind: 'down' } }] : (document['rules'] ?? []);
    if (!Array.isArray(rules)) return 'rules is a list';
    const read = rules.map((rule: Json) => {
      const fault = isObject(rule) ? faultOf(rule['fault']) : null;
      return isObject(rule) && fault ? { rule, fault, seen: 0, acted: 0 } : null;
    });
    if (read.includes(null)) return `a fault has a kind: ${FAULT_KINDS.join(', ')}`;
    this.#rules = read.filter((one) => one !== null);
    this.#document = document;
    this.#roll = seeded(numberOf(document['seed']) || 1);
    return null;
  }

  /** The fault that happens on this occasion, or null. */
  next(occasion: Occasion): Fault | null {
    for (const entry of this.#rules) {
      const match = isObject(entry.rule['match']) ? entry.rule['match'] : {};
      if (!names(match, occasion)) continue;
      entry.seen += 1;
      const times = numberOf(entry.rule['times']);
      if (!Number.isNaN(times) && entry.acted >= times) continue;
      if (!falls(match, entry.seen, this.#roll)) continue;
      entry.acted += 1;
      return entry.fault;
    }
    return null;
  }
}

function faultOf(value: Json | undefined): Fault | null {
  if (!isObject(value)) return null;
  const kind = FAULT_KINDS.find((one) => one === value['kind']);
  return kind ? { ...value, kind } : null;
}

function names(match: JsonObject, occasion: Occasion): boolean {
  const { operation, caseGuid, receiptNo, step, key } = match;
  return (
    (operation === undefined || textOf(operation) === occasion.operation) &&
    (caseGuid === undefined || textOf(caseGuid) === occasion.caseGuid) &&
    (receiptNo === undefined || textOf(receiptNo) === occasion.receiptNo) &&
    (key === undefined || textOf(key) === occasion.key) &&
    (step === undefined || numberOf(step) === occasion.step)
  );
}

function falls({ nth, every, probability }: JsonObject, seen: number, roll: () => number): boolean {
  if (nth !== undefined && ![nth].flat().includes(seen)) return false;
  if (every !== undefined && seen % numberOf(every) !== 0) return false;
  return probability === undefined || roll() < numberOf(probability);
}

/** mulberry32: the same seed gives the same faults in the same order. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
