import { array, assert, boolean, constantFrom, integer, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemCode } from '#contract/shapes/item.ts';
import { bundleState, type StepFacts, stepGraph } from '#rules/bundles/step-graph.ts';
import { stepResult } from '#rules/bundles/step-result.ts';
import { mayLeaveOut } from '#rules/bundles/leave-out.ts';

const code = (at: number) => ItemCode.parse(`item-${at}`);

function aStep(at: number, after: readonly number[], changes: Partial<StepFacts> = {}): StepFacts {
  return {
    itemCode: code(at),
    after: after.map(code),
    gives: [`thing.value-${at}`],
    needs: after.map((one) => `thing.value-${one}`),
    leftOut: false,
    result: 'open',
    begun: false,
    ...changes,
  };
}

/** Random bundles: every step may wait for any before it, and anything may have become of it. */
const bundles: Arbitrary<StepFacts[]> = array(
  record({
    waits: array(integer({ min: 0, max: 6 }), { maxLength: 3 }),
    leftOut: boolean(),
    result: constantFrom<StepFacts['result']>('open', 'there', 'none-will-come'),
    begun: boolean(),
  }),
  { minLength: 1, maxLength: 7 },
).map((drawn) =>
  drawn.map(({ waits, leftOut, result, begun }, at) => {
    const after = [...new Set(waits.filter((one) => one < at))];
    return aStep(at, after, leftOut ? { leftOut } : { result, begun: begun || result !== 'open' });
  }),
);

/** The slow model: walks back through every step that is left out, by recursion and without memory. */
function waitedBySlowly(steps: readonly StepFacts[], itemCode: ItemCode): Set<ItemCode> {
  const step = steps.find((one) => one.itemCode === itemCode);
  const waited = new Set<ItemCode>();
  for (const before of step?.after ?? []) {
    const earlier = steps.find((one) => one.itemCode === before);
    if (earlier?.leftOut) for (const passed of waitedBySlowly(steps, before)) waited.add(passed);
    else if (earlier && earlier.result !== 'there') waited.add(before);
  }
  return waited;
}

describe('the graph of steps', () => {
  it('waits for what the slow model waits for', () => {
    assert(
      property(bundles, (steps) => {
        const graph = stepGraph(steps);
        for (const { itemCode } of steps) {
          const waited = new Set(graph.get(itemCode)?.waitsFor.map((one) => one.itemCode));
          expect(waited).toEqual(waitedBySlowly(steps, itemCode));
        }
      }),
    );
  });

  it('never lets a step be ready while anything before it is open', () => {
    assert(
      property(bundles, (steps) => {
        const graph = stepGraph(steps);
        for (const { itemCode } of steps) {
          const { standing, waitsFor = [] } = graph.get(itemCode) ?? {};
          expect(standing === 'ready' && waitsFor.length > 0).toBe(false);
          expect(standing === 'waits' && waitsFor.length === 0).toBe(false);
        }
      }),
    );
  });

  it('comes to an end: what is ready first, step by step, leaves nobody waiting', () => {
    assert(
      property(bundles, (drawn) => {
        let steps: StepFacts[] = drawn.map((step) => ({ ...step, result: 'open', begun: false }));
        for (let round = 0; round <= steps.length; round += 1) {
          const graph = stepGraph(steps);
          steps = steps.map((step) =>
            graph.get(step.itemCode)?.standing === 'ready' ? { ...step, result: 'there', begun: true } : step,
          );
        }
        expect(bundleState([...stepGraph(steps).values()].map(({ standing }) => standing))).toBe('done');
      }),
    );
  });

  it('leaves nobody stuck unless something it waits for has ended', () => {
    assert(
      property(bundles, (steps) => {
        const graph = stepGraph(steps);
        const ended = new Set(
          steps.flatMap(({ itemCode, leftOut, result }) =>
            !leftOut && result === 'none-will-come' ? [itemCode] : [],
          ),
        );
        for (const one of graph.values()) {
          expect(one.stuck).toBe(one.waitsFor.some(({ itemCode }) => ended.has(itemCode)));
        }
      }),
    );
  });

  it('names the values that are waited for', () => {
    const graph = stepGraph([aStep(0, []), aStep(1, [0])]);
    expect(graph.get(code(1))?.waitsFor).toEqual([{ itemCode: code(0), meanings: ['thing.value-0'] }]);
  });
});

describe('the state of a bundle', () => {
  it.each([
    [['ready', 'waits'], 'open'],
    [['done', 'waits', 'left-out'], 'partly-done'],
    [['done', 'left-out'], 'done'],
    [['done', 'ended'], 'partly-refused'],
    [['under-way', 'ended', 'waits'], 'partly-refused'],
  ] as const)('of %j is %s', (standings, state) => {
    expect(bundleState(standings)).toBe(state);
  });
});

describe('the result of a step', () => {
  const facts = { state: 'accepted', granted: false, given: false, denied: false, valuesOpen: 1 } as const;

  it.each([
    ['accepted, nothing decided', {}, 'open'],
    ['granted, but nobody wrote the number down', { state: 'ready', granted: true }, 'open'],
    ['granted with its values', { state: 'ready', granted: true, valuesOpen: 0 }, 'there'],
    ['given by a department that decides elsewhere', { state: 'received', given: true }, 'there'],
    ['denied and handed over', { state: 'delivered', valuesOpen: 0 }, 'none-will-come'],
    ['granted and archived', { state: 'archived', granted: true, valuesOpen: 0 }, 'there'],
    ['refused at the counter', { state: 'refused', valuesOpen: 0 }, 'none-will-come'],
    ['withdrawn', { state: 'withdrawn', valuesOpen: 0 }, 'none-will-come'],
    ['denied by a department that decides elsewhere', { state: 'received', denied: true }, 'none-will-come'],
    ['given back', { state: 'closed-returned', valuesOpen: 0 }, 'none-will-come'],
    ['a draft', { state: 'draft', valuesOpen: 0 }, 'open'],
  ] as const)('%s', (_, change, result) => {
    expect(stepResult({ ...facts, ...change })).toBe(result);
  });
});

describe('leaving a step out', () => {
  const fixed = { optional: false, canSkipIf: null };
  const open = { begun: false, stuck: false, othersBegun: false };

  it('is the citizen’s choice, the catalogue’s condition, or what nothing can be waited for any more', () => {
    expect(mayLeaveOut({ ...fixed, optional: true }, open)).toBe('optional');
    expect(mayLeaveOut({ ...fixed, canSkipIf: { zh: '已签发', en: 'issued' } }, open)).toBe('not-needed');
    expect(mayLeaveOut(fixed, { ...open, stuck: true })).toBe('predecessor-ended');
    expect(mayLeaveOut(fixed, open)).toBeNull();
    expect(mayLeaveOut(fixed, { ...open, othersBegun: true })).toBe('optional');
    expect(mayLeaveOut({ ...fixed, optional: true }, { ...open, begun: true })).toBeNull();
  });
});
