import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceReason } from '#contract/shapes/ticket.ts';
import { callingOrder, nextTicket, type Place, placeOfReturned } from '#rules/queue/next-ticket.ts';
import { placeReasonWhenTaken, placeReasonWhenTransferred } from '#rules/queue/place-reason.ts';

const policy = { priorityInARow: 2 };

const standing = (turn: number, placeReason: PlaceReason = 'first-come', returnedTurn = 0): Place => ({
  placeReason,
  turn,
  returnedTurn,
});

describe('nextTicket', () => {
  it('calls whoever took a ticket first', () => {
    const late = standing(2);
    const early = standing(1);
    expect(nextTicket([late, early], 0, policy)).toBe(early);
  });

  it('calls a priority ticket before an earlier ordinary one', () => {
    const ordinary = standing(1);
    const priority = standing(2, 'priority');
    expect(nextTicket([ordinary, priority], 0, policy)).toBe(priority);
  });

  it('lets an ordinary ticket through after two priority ones in a row', () => {
    const ordinary = standing(1);
    const priority = standing(2, 'priority');
    expect(nextTicket([ordinary, priority], 2, policy)).toBe(ordinary);
    expect(nextTicket([priority], 2, policy)).toBe(priority);
  });

  it('calls a transferred ticket before ordinary ones, whenever they were taken', () => {
    const ordinary = standing(1);
    const transferred = standing(9, 'transferred');
    const earlierTransferred = standing(4, 'transferred');
    expect(callingOrder([ordinary, transferred, earlierTransferred], 0, policy)).toEqual([
      earlierTransferred,
      transferred,
      ordinary,
    ]);
  });

  it('has nobody to call when nobody waits', () => {
    expect(nextTicket([], 0, policy)).toBeNull();
  });
});

describe('callingOrder', () => {
  it('weaves priority and ordinary tickets as the limit says', () => {
    const priority = [1, 2, 3, 4, 5].map((turn) => standing(turn, 'priority'));
    const ordinary = [6, 7].map((turn) => standing(turn));
    const order = callingOrder([...ordinary, ...priority], 1, policy);
    expect(order.map((place) => place.turn)).toEqual([1, 6, 2, 3, 7, 4, 5]);
  });

  const anyPlaces = fc
    .uniqueArray(
      fc.record({
        placeReason: fc.constantFrom<PlaceReason>('first-come', 'priority', 'transferred', 'returned'),
        turn: fc.nat(50),
        returnedTurn: fc.constantFrom(0, 51, 52),
      }),
      { selector: (place) => place.turn * 100 + place.returnedTurn, maxLength: 25 },
    )
    .chain((places) =>
      fc.tuple(fc.constant(places), fc.shuffledSubarray(places, { minLength: places.length })),
    );

  it('is the order of calling one after another, and does not depend on how the list came', () => {
    fc.assert(
      fc.property(anyPlaces, fc.nat(3), fc.integer({ min: 1, max: 3 }), ([places, shuffled], run, cap) => {
        const order = callingOrder(places, run, { priorityInARow: cap });
        expect(callingOrder(shuffled, run, { priorityInARow: cap })).toEqual(order);
        expect(new Set(order)).toEqual(new Set(places));

        let left = places;
        let priorityRun = run;
        for (const expected of order) {
          const next = nextTicket(left, priorityRun, { priorityInARow: cap });
          expect(next).toBe(expected);
          left = left.filter((place) => place !== next);
          priorityRun = next?.placeReason === 'priority' ? priorityRun + 1 : 0;
        }
      }),
      { seed: 20261124 },
    );
  });

  it('never lets anybody starve: no more than the limit of priority tickets goes before the first other', () => {
    fc.assert(
      fc.property(anyPlaces, fc.nat(3), fc.integer({ min: 1, max: 3 }), ([places], run, cap) => {
        const order = callingOrder(places, run, { priorityInARow: cap });
        const firstOther = order.findIndex((place) => place.placeReason !== 'priority');
        expect(firstOther).toBeLessThanOrEqual(Math.max(0, cap - run));
      }),
      { seed: 20261124 },
    );
  });
});

describe('placeOfReturned', () => {
  const back = (waiting: readonly Place[]): Place => ({
    placeReason: 'returned',
    ...placeOfReturned(waiting, 100),
  });

  it('puts a citizen who came back behind the next three of the queue', () => {
    const waiting = [5, 6, 7, 8, 9].map((turn) => standing(turn));
    const order = callingOrder([...waiting, back(waiting)], 0, policy);
    expect(order.map((place) => place.placeReason).indexOf('returned')).toBe(3);
  });

  it('puts the second one who came back behind the first', () => {
    const waiting = [5, 6, 7, 8].map((turn) => standing(turn));
    const first = { ...back(waiting), returnedTurn: 99 };
    const second = back([...waiting, first]);
    const order = callingOrder([...waiting, first, second], 0, policy);
    expect(order.slice(3, 5)).toEqual([first, second]);
  });

  it('puts a citizen who came back last when fewer than three wait, and before those who come later', () => {
    const waiting = [standing(5)];
    const order = callingOrder([...waiting, back(waiting), standing(101)], 0, policy);
    expect(order.map((place) => place.placeReason)).toEqual(['first-come', 'returned', 'first-come']);
    expect(back([])).toEqual({ placeReason: 'returned', turn: 100, returnedTurn: 0 });
  });
});

describe('the reason of a place', () => {
  it('is priority for every priority group and first come for everybody else', () => {
    expect(placeReasonWhenTaken('none')).toBe('first-come');
    for (const group of ['elderly', 'disabled', 'pregnant', 'soldier', 'emergency'] as const)
      expect(placeReasonWhenTaken(group)).toBe('priority');
  });

  it('stays priority when a priority ticket is transferred', () => {
    expect(placeReasonWhenTransferred('priority')).toBe('priority');
    for (const before of ['first-come', 'returned', 'transferred'] as const)
      expect(placeReasonWhenTransferred(before)).toBe('transferred');
  });
});
