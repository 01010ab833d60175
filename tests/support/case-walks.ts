import { array, boolean, constantFrom, integer, nat, oneof, tuple } from 'fast-check';
import { happen } from './slow-case.ts';
import type { SlowCase, SlowEvent } from './slow-case-file.ts';

/** Walks of a case: what is done, how many days pass, which paper comes and goes. */
type Move =
  | { readonly kind: 'act'; readonly pick: number; readonly wild: boolean }
  | { readonly kind: 'named'; readonly event: SlowEvent }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'paper'; readonly which: Paper; readonly here: boolean };

/** The main paper is here or missing; of the others one is promised and one is committed to. */
const PAPERS = ['main', 'promised', 'committed'] as const;
export type Paper = (typeof PAPERS)[number];

const GOING_ON: readonly SlowEvent[] = [
  'receive',
  'accept',
  'correct',
  'correct-again',
  'all-in',
  'start-special',
  'end-special',
  'extend',
  'fill-owed',
  'remind',
  'return',
  'end',
  'grant',
  'deny',
  'make-result',
  'deliver',
  'send',
  'hand-over',
  'archive',
];
const ENDING: readonly SlowEvent[] = ['refuse', 'not-needed', 'wrong-organ', 'refer', 'withdraw'];

/** A wild act may be any; the others are picked from those that go on from here, so that walks get far. */
export function eventOf(
  model: SlowCase,
  { pick, wild }: Extract<Move, { kind: 'act' }>,
  today: string,
): SlowEvent {
  const open = GOING_ON.filter((event) => happen({ ...model }, event, today));
  const from = wild || open.length === 0 ? [...GOING_ON, ...ENDING] : open;
  return from[pick % from.length] ?? 'archive';
}

const put = (which: Paper, here: boolean): Move => ({ kind: 'paper', which, here });
const named = (event: SlowEvent): Move => ({ kind: 'named', event });
const ACCEPTED_ON_A_PROMISE = [put('promised', false), named('accept')];

/** Where walks begin that chance alone seldom brings so far. */
const BEGINNINGS: readonly (readonly Move[])[] = [
  [],
  ACCEPTED_ON_A_PROMISE,
  [...ACCEPTED_ON_A_PROMISE, { kind: 'days', days: 5 }],
  [put('committed', false), named('accept')],
  [put('main', false), named('correct'), put('main', true), named('all-in'), put('main', false)],
];

const goingOn = array(
  oneof(
    {
      weight: 6,
      arbitrary: tuple(nat(999), integer({ min: 1, max: 8 })).map(([pick, die]): Move => ({
        kind: 'act',
        pick,
        wild: die === 1,
      })),
    },
    { weight: 2, arbitrary: constantFrom(1, 2, 3, 5, 9, 45).map((days): Move => ({ kind: 'days', days })) },
    {
      weight: 3,
      arbitrary: tuple(constantFrom(...PAPERS), boolean()).map(([which, here]): Move => ({
        kind: 'paper',
        which,
        here,
      })),
    },
  ),
  { minLength: 4, maxLength: 20 },
);
export const moves = tuple(constantFrom(...BEGINNINGS), goingOn).map((parts) => parts.flat());
