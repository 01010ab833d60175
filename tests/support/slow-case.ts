/**
 * A case as a slow clerk with a paper calendar would keep it: states as a list of words, days of the slow
 * calendar. Written from the table of the reference and the law, not from the product; imports nothing of it.
 */

import { metBetween, stepped } from './slow-calendar.ts';
import type { SlowCase, SlowEvent } from './slow-case-file.ts';

/** Limits of the item the model is walked with. */
const LIMITS = {
  promised: 5,
  promiseBefore: 2,
  legal: 10,
  notice: 5,
  correction: 30,
  extension: 10,
} as const;

const AT_COUNTER = new Set(['draft', 'received', 'received-again']);
const IN_HAND = ['accepted', 'accepted-tolerant', 'accepted-commitment', 'deemed-accepted', 'in-review'];
/** From a tolerant acceptance until the decision. */
const MAY_OWE: ReadonlySet<string> = new Set(['accepted-tolerant', 'in-review', 'suspended']);
const ENDED: ReadonlySet<string> = new Set([
  'delivered',
  'refused',
  'closed-not-needed',
  'closed-wrong-organ',
  'closed-lapsed',
  'closed-returned',
  'referred',
  'withdrawn',
]);

/** Does what may be done and says whether it was. */
export function happen(one: SlowCase, event: SlowEvent, today: string): boolean {
  if (!may(one, event, today)) return false;
  // Papers that travel are no act of the case.
  if (event !== 'hand-over') one.acts += 1;
  if (one.state === 'draft') receive(one, today, event);
  switch (event) {
    case 'receive':
      one.state = 'received';
      break;
    case 'accept':
      accept(one, one.state === 'received-again' ? one.allInOn : today);
      one.state = acceptedHow(one);
      break;
    case 'correct':
    case 'correct-again':
      one.state = 'awaiting-correction';
      one.correctBy = stepped(today, LIMITS.correction);
      break;
    case 'all-in':
      one.state = 'received-again';
      one.allInOn = today;
      one.noticeDue = stepped(today, LIMITS.notice);
      break;
    case 'refuse':
      one.state = 'refused';
      break;
    case 'not-needed':
      one.state = 'closed-not-needed';
      break;
    case 'wrong-organ':
      one.state = 'closed-wrong-organ';
      break;
    case 'refer':
      one.state = 'referred';
      break;
    case 'withdraw':
      one.state = 'withdrawn';
      one.originals = false;
      break;
    case 'start-special':
      one.state = 'suspended';
      one.pausedSince = today;
      break;
    case 'end-special':
      move(one, metBetween(one.pausedSince ?? today, today));
      one.state = 'in-review';
      one.pausedSince = null;
      break;
    case 'extend':
      move(one, LIMITS.extension);
      one.state = 'in-review';
      one.extended = true;
      break;
    case 'fill-owed':
      one.promisedFor = null;
      one.originals = true;
      break;
    case 'remind':
      break;
    case 'return':
      one.state = 'closed-returned';
      break;
    case 'end':
      one.state = 'closed-lapsed';
      break;
    case 'grant':
      one.state = 'decided-granted';
      break;
    case 'deny':
      one.state = 'decided-denied';
      break;
    case 'make-result':
      one.state = 'ready';
      break;
    case 'deliver':
    case 'send':
      one.state = 'delivered';
      break;
    case 'hand-over':
      one.originals = false;
      break;
    case 'archive':
      one.state = 'archived';
      break;
  }
  return true;
}

/** What a day that has passed does by itself. */
export function daysPass(one: SlowCase, today: string): void {
  const from =
    one.state === 'received' ? one.receivedOn : one.state === 'received-again' ? one.allInOn : null;
  if (from !== null && one.noticeDue !== null && today > one.noticeDue) {
    accept(one, from);
    one.state = 'deemed-accepted';
    one.acts += 1;
  }
  if (one.state === 'awaiting-correction' && one.correctBy !== null && today > one.correctBy) {
    one.state = 'closed-lapsed';
    one.acts += 1;
  }
}

/** Acceptance is named after what is still to come, else after what a commitment stands for. */
function acceptedHow({ promisedFor, committed }: SlowCase): string {
  if (promisedFor !== null) return 'accepted-tolerant';
  return committed ? 'accepted-commitment' : 'accepted';
}

/** A promise counts for a working day to come, two working days before the case would be due. */
function promiseStands({ state, promisedFor, allInOn }: SlowCase, today: string): boolean {
  if (promisedFor === null) return true;
  const from = state === 'received-again' && allInOn !== null ? allInOn : today;
  return today < promisedFor && promisedFor <= stepped(from, LIMITS.promised - LIMITS.promiseBefore);
}

export function owes({ state, promisedFor }: SlowCase): boolean {
  return MAY_OWE.has(state) && promisedFor !== null;
}

function may(one: SlowCase, event: SlowEvent, today: string): boolean {
  const { state } = one;
  const missing = one.missing || !promiseStands(one, today);
  const ranOut = TAKEN_IN.includes(state) && one.noticeDue !== null && today > one.noticeDue;
  switch (event) {
    case 'receive':
      return state === 'draft';
    case 'accept':
      return AT_COUNTER.has(state) && !missing;
    case 'correct':
      // A second list needs a supervisor.
      return (state === 'draft' || state === 'received') && missing && !ranOut;
    case 'correct-again':
      return AT_COUNTER.has(state) && missing && !ranOut;
    case 'all-in':
      return state === 'awaiting-correction' && !missing;
    case 'refuse':
    case 'not-needed':
    case 'wrong-organ':
      return AT_COUNTER.has(state) && !ranOut;
    case 'refer':
      return TAKEN_IN.includes(state) || IN_HAND.includes(state);
    case 'withdraw':
      return [...TAKEN_IN, 'awaiting-correction', ...IN_HAND, 'suspended'].includes(state);
    case 'start-special':
      return IN_HAND.includes(state);
    case 'fill-owed':
      return owes(one);
    case 'remind':
    case 'return':
    case 'end':
      return owes(one) && one.promisedFor !== null && today > one.promisedFor;
    case 'grant':
    case 'deny':
      return IN_HAND.includes(state) && !owes(one);
    case 'end-special':
      return state === 'suspended';
    case 'extend':
      return IN_HAND.includes(state) && !one.extended;
    case 'make-result':
      return state === 'decided-granted';
    case 'deliver':
    case 'send':
      return state === 'ready' || state === 'decided-denied';
    case 'hand-over':
      return one.originals;
    case 'archive':
      break;
  }
  return ENDED.has(state) && !one.originals;
}

const TAKEN_IN = ['received', 'received-again'];

/** Who is told at once takes the papers home. */
function receive(one: SlowCase, today: string, event: SlowEvent): void {
  one.originals = event !== 'not-needed' && event !== 'wrong-organ';
  one.receivedOn = today;
  one.noticeDue = stepped(today, LIMITS.notice);
}

function accept(one: SlowCase, on: string | null): void {
  if (on === null) return;
  one.acceptedOn = on;
  one.promised = stepped(on, LIMITS.promised);
  one.legal = stepped(on, LIMITS.legal);
}

function move(one: SlowCase, workdays: number): void {
  if (one.promised !== null) one.promised = stepped(one.promised, workdays);
  if (one.legal !== null) one.legal = stepped(one.legal, workdays);
}
