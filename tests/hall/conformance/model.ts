import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from '#desk/hall/board.ts';
import {
  A,
  anId,
  at,
  DAY_MS,
  type EngineUnderTest,
  type HallClock,
  MORNING_MS,
  P,
  rules,
} from './hall-under-test.ts';
import { journalTells } from './journal.ts';
import { SlowHall } from './slow-hall.ts';

const anyWindow = fc.constantFrom(1, 2, 3);
const anyTicket = fc.nat(30);

/** One thing that happens in a hall. `nth` picks one of the tickets taken so far. */
const anyEvent = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      queue: fc.constantFrom(P, A),
      hurried: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('call-next' as const), window: anyWindow }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('call' as const), window: anyWindow, nth: anyTicket }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'recall' as const,
        'arrive' as const,
        'pass' as const,
        'hold' as const,
        'finish' as const,
      ),
      window: anyWindow,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('requeue' as const, 'cancel' as const), nth: anyTicket }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('resume' as const), window: anyWindow, nth: anyTicket }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      nth: anyTicket,
      queue: fc.constantFrom(P, A, null),
      to: fc.constantFrom(1, 2, 3, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('walk-in' as const),
      window: anyWindow,
      queue: fc.constantFrom(P, A),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('midnight' as const) }) },
);
type HallEvent = typeof anyEvent extends fc.Arbitrary<infer E> ? E : never;

/** What often happens one after another; other windows’ events fall in between all the same. */
const anyScene = fc.oneof(
  { weight: 6, arbitrary: anyEvent.map((event): readonly HallEvent[] => [event]) },
  {
    weight: 2,
    arbitrary: fc.tuple(anyWindow, anyTicket).map(([window, nth]): readonly HallEvent[] => [
      { do: 'call-next', window },
      { do: 'recall', window },
      { do: 'pass', window },
      { do: 'requeue', nth },
    ]),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anyWindow, anyTicket).map(([window, nth]): readonly HallEvent[] => [
      { do: 'call-next', window },
      { do: 'arrive', window },
      { do: 'hold', window },
      { do: 'resume', window, nth },
      { do: 'finish', window },
    ]),
  },
);

const KINDS: readonly HallEvent['do'][] = [
  'take',
  'call-next',
  'call',
  'recall',
  'arrive',
  'pass',
  'hold',
  'finish',
  'requeue',
  'cancel',
  'resume',
  'transfer',
  'walk-in',
  'midnight',
];

type Answer =
  | { readonly ok: true; readonly ticket: { readonly id: string } }
  | { readonly ok: false; readonly refusal: string };

function onBoard(
  board: Board,
  event: Exclude<HallEvent, { do: 'midnight' }>,
  slow: SlowHall,
): Promise<Answer> {
  switch (event.do) {
    case 'take':
      return board.take({
        queue: event.queue,
        itemCode: null,
        itemNameZh: null,
        itemNameEn: null,
        priority: event.hurried ? 'emergency' : 'none',
        personKey: null,
        takeId: anId(),
      });
    case 'call-next':
      return board.callNext(at(event.window), anId());
    case 'call':
      return board.call(at(event.window), slow.idFor(event), 'asked for', anId());
    case 'recall':
      return board.recall(at(event.window));
    case 'arrive':
      return board.arrive(at(event.window));
    case 'pass':
      return board.pass(at(event.window), 'did not come');
    case 'hold':
      return board.hold(at(event.window), 'copies a page');
    case 'finish':
      return board.finish(at(event.window));
    case 'requeue':
      return board.requeue(slow.idFor(event));
    case 'cancel':
      return board.cancel(slow.idFor(event), 'went home', '0001');
    case 'resume':
      return board.resume(at(event.window), slow.idFor(event));
    case 'transfer':
      return board.transfer(
        slow.idFor(event),
        { queue: event.queue, window: event.to === null ? null : at(event.to).window },
        'sent on',
        '0001',
      );
    case 'walk-in':
    default:
      return board.walkIn(at(event.window), event.queue, anId());
  }
}

interface Said {
  readonly id: string | null;
  readonly refusal: string | null;
  readonly sentHome: number;
}

/** Lets one thing happen on the board and on paper, and gives what each says about it. */
async function bothSay(
  board: Board,
  slow: SlowHall,
  event: HallEvent,
  clock: HallClock,
): Promise<readonly [Said, Said]> {
  if (event.do === 'midnight') {
    clock.nowMs += DAY_MS;
    const nobody = { id: null, refusal: null };
    const ended = await board.endOfDay();
    return [
      { ...nobody, sentHome: ended },
      { ...nobody, sentHome: slow.midnight() },
    ];
  }
  const answer = await onBoard(board, event, slow);
  const said = answer.ok
    ? { id: answer.ticket.id, refusal: null, sentHome: 0 }
    : { id: null, refusal: answer.refusal, sentHome: 0 };
  return [said, { ...slow.happens(event, said.id), sentHome: 0 }];
}

export function describeModel(engine: EngineUnderTest): void {
  describe('any day in any hall', () => {
    it('goes as the slow hall on paper says, step by step', async () => {
      const moved = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyScene, { minLength: 30, maxLength: 60, size: 'max' }),
          async (scenes) => {
            const clock = { nowMs: MORNING_MS };
            const hall = await engine.open(rules, clock);
            const slow = new SlowHall(rules);
            try {
              for (const event of scenes.flat()) {
                clock.nowMs += 1_000;
                const [said, expected] = await bothSay(hall.board, slow, event, clock);
                if (said.refusal === null) moved.set(event.do, (moved.get(event.do) ?? 0) + 1);
                expect({ event, ...said }).toEqual({ event, ...expected });
                // Invariant 12: a ticket is in hand at one window at most, a window has at most one.
                const inHand = await hall.db
                  .selectFrom('ticket')
                  .select('window_number')
                  .where('state', 'in', ['called', 'serving'])
                  .execute();
                expect(new Set(inHand.map((row) => row.window_number)).size).toBe(inHand.length);
              }
              for (const window of [1, 2, 3]) {
                const view = await hall.board.view(at(window).window);
                expect(view.waiting.map((line) => line.ticket.id)).toEqual(slow.lineOf(window));
                expect(view.inHand?.id ?? null).toBe(slow.inHandOf(window));
              }
              await journalTells(hall);
              // Invariant 13: whoever was called out of turn was called with a written reason.
              const withoutReason = await hall.db
                .selectFrom('move')
                .select('seq')
                .where('event', '=', 'call')
                .where('reason', 'is', null)
                .execute();
              expect(withoutReason).toHaveLength(slow.callsInTurn);
            } finally {
              await hall.end();
            }
          },
        ),
        { seed: 20261124, numRuns: 14 },
      );
      // What never happened was not tried: each kind of move was made many times.
      expect(KINDS.filter((kind) => (moved.get(kind) ?? 0) < 5)).toEqual([]);
    }, 120_000);
  });
}
