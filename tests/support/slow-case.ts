/**
 * A case as a slow clerk with a paper calendar would keep it: states as a list of words, days stepped one by one.
 * Written from the table of the reference and the law, not from the product; imports nothing of it.
 */

/** 2026-11-24 is a Tuesday; the holidays until April: New Year, and the eve and third day of Spring Festival. */
const HOLIDAYS: ReadonlySet<string> = new Set(['2027-01-01', '2027-02-05', '2027-02-08']);

export function nextDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

export function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day);
}

/** Steps forward until so many working days were met. */
export function stepped(day: string, workdays: number): string {
  let at = day;
  let met = 0;
  while (met < workdays) {
    at = nextDay(at);
    if (isWorkday(at)) met += 1;
  }
  return at;
}

/** Working days met when stepping from one day to another. */
export function metBetween(from: string, to: string): number {
  let at = from;
  let met = 0;
  while (at < to) {
    at = nextDay(at);
    if (isWorkday(at)) met += 1;
  }
  return met;
}

export interface SlowCase {
  state: string;
  missing: boolean;
  receivedOn: string | null;
  noticeDue: string | null;
  correctBy: string | null;
  allInOn: string | null;
  acceptedOn: string | null;
  promised: string | null;
  legal: string | null;
  pausedSince: string | null;
  extended: boolean;
  /** An original lies at the counter. */
  originals: boolean;
  acts: number;
}

/** Limits of the item the model is walked with. */
const LIMITS = { promised: 5, legal: 10, notice: 5, correction: 30, extension: 10 } as const;

export function freshCase(): SlowCase {
  return {
    state: 'draft',
    missing: false,
    receivedOn: null,
    noticeDue: null,
    correctBy: null,
    allInOn: null,
    acceptedOn: null,
    promised: null,
    legal: null,
    pausedSince: null,
    extended: false,
    originals: false,
    acts: 0,
  };
}

export type SlowEvent =
  | 'receive'
  | 'accept'
  | 'correct'
  | 'all-in'
  | 'refuse'
  | 'not-needed'
  | 'wrong-organ'
  | 'refer'
  | 'withdraw'
  | 'start-special'
  | 'end-special'
  | 'extend'
  | 'grant'
  | 'deny'
  | 'make-result'
  | 'deliver'
  | 'hand-over'
  | 'archive';

const AT_COUNTER = new Set(['draft', 'received', 'received-again']);
const IN_HAND = ['accepted', 'deemed-accepted', 'in-review'];
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
      one.state = 'accepted';
      break;
    case 'correct':
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

function may(one: SlowCase, event: SlowEvent, today: string): boolean {
  const { state, missing } = one;
  const ranOut = TAKEN_IN.includes(state) && one.noticeDue !== null && today > one.noticeDue;
  switch (event) {
    case 'receive':
      return state === 'draft';
    case 'accept':
      return AT_COUNTER.has(state) && !missing;
    case 'correct':
      // A second list needs a supervisor: the walk brings none.
      return (state === 'draft' || state === 'received') && missing && !ranOut;
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
    case 'grant':
    case 'deny':
      return IN_HAND.includes(state);
    case 'end-special':
      return state === 'suspended';
    case 'extend':
      return IN_HAND.includes(state) && !one.extended;
    case 'make-result':
      return state === 'decided-granted';
    case 'deliver':
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
