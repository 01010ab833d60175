import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { creditCheckCharacter } from '#rules/identity/credit-code.ts';
import { bundleState } from '#rules/bundles/step-graph.ts';
import { anOpenBundle, handOverBundle, lookAt } from '../../support/bundle-desk.ts';
import { intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';

const FIRST_17 = '91990101MA0000007';
const CREDIT_CODE = FIRST_17 + creditCheckCharacter(FIRST_17);

const walks = array(
  record({
    act: constantFrom('accept', 'give', 'leave-out', 'take-in', 'refuse', 'papers'),
    step: integer({ min: 0, max: 2 }),
  }),
  { minLength: 3, maxLength: 8 },
);

describe('an open bundle, whatever is done with it', () => {
  it('has blocked exactly what waits, with no number and no clock, and never changes a number', async () => {
    await assert(
      asyncProperty(walks, async (walk) => {
        const desk = intakeDesk();
        let view = await anOpenBundle(desk, 'open-eatery');
        const numbers = new Map<string, string>();
        for (const { act, step } of walk) {
          await take(desk, view, act, step);
          view = await lookAt(desk, view);
          expect(brokenIn(view, numbers)).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

/** A refusal is an answer too: what counts is how the bundle stands afterwards. */
async function take(desk: IntakeDesk, view: BundleView, act: string, at: number): Promise<void> {
  const step = view.steps[at];
  const bundleId = view.id;
  if (!step) return;
  const { itemCode } = step;
  switch (act) {
    case 'accept':
      await desk.ask('bundles.accept', { bundleId });
      break;
    case 'give': {
      const values = [{ meaning: 'enterprise.credit-code', value: CREDIT_CODE }];
      await desk.ask('bundles.give', { bundleId, itemCode, values, paper: '营业执照' });
      break;
    }
    case 'leave-out':
      await desk.ask('bundles.leave-out', { bundleId, itemCode, say: '群众选择不办' });
      break;
    case 'take-in':
      await desk.ask('bundles.take-in', { bundleId, itemCode });
      break;
    case 'refuse': {
      const caseId = step.case?.id;
      if (caseId) await desk.ask('intake.refuse', { caseId, reason: 'other', say: '不符合条件' });
      break;
    }
    default:
      await handOverBundle(desk, view);
  }
}

function brokenIn({ steps, state }: BundleView, numbers: Map<string, string>): string[] {
  const broken = steps.flatMap(({ itemCode, standing, waitsFor, leftOut, case: one }) => {
    const number = one?.receiptNumber ?? null;
    const before = one ? numbers.get(one.id) : undefined;
    if (one && number !== null) numbers.set(one.id, number);
    return [
      (one?.state === 'blocked') !== (standing === 'waits') && `${itemCode}: blocked is not waiting`,
      standing === 'waits' && waitsFor.length === 0 && `${itemCode}: waits for nothing`,
      one?.state === 'blocked' && (number ?? one.promisedDueOn) !== null && `${itemCode}: a clock runs`,
      one?.state === 'blocked' && one.act !== null && `${itemCode}: would be accepted`,
      (one === null) !== (leftOut !== null) && `${itemCode}: left out, or a case`,
      before !== undefined && before !== number && `${itemCode}: another number`,
    ].filter((said) => said !== false);
  });
  const derived = bundleState(steps.map(({ standing }) => standing));
  return derived === state ? broken : [...broken, `the bundle is ${state} and not ${derived}`];
}
