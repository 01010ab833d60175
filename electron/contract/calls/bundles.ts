import { z } from 'zod';
import { call } from '../call.ts';
import { OpenBundleId } from '../shapes/bundle.ts';
import { BundleOffer, BundleView } from '../shapes/bundle-view.ts';
import { MaterialRoute, VisitId } from '../shapes/case.ts';
import { Day } from '../shapes/day.ts';
import { Meaning } from '../shapes/form.ts';
import { ItemCode } from '../shapes/item.ts';

const At = z.strictObject({ bundleId: OpenBundleId });
const LeftOut = z.strictObject({ itemCode: ItemCode, say: z.string().trim().min(2).max(200) });

/** 一件事, 多证合一: several items as one event. */
export const bundlesCalls = {
  /** A bundle of the catalogue with its steps by name, before it is opened. */
  'bundles.offer': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ catalogueId: z.string().max(80) }),
    output: BundleOffer,
    refusals: ['no-such-bundle', 'no-such-item'],
  }),

  /** Opens a case for every step that is not left out; those that wait for another are blocked. */
  'bundles.open': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      visitId: VisitId,
      catalogueId: z.string().max(80),
      without: z.array(LeftOut).max(40).default([]),
      /** It is open in this visit already, and this is for another one: the second child of a birth. */
      again: z.boolean().default(false),
    }),
    output: BundleView,
    refusals: [
      'no-such-visit',
      'visit-finished',
      'no-such-bundle',
      'no-such-item',
      'no-such-step',
      'step-is-needed',
      'bundle-open-already',
      'bundle-once-a-visit',
    ],
  }),

  'bundles.look': call({
    kind: 'read',
    role: 'case-worker',
    input: At,
    output: BundleView,
    refusals: ['no-such-bundle'],
  }),

  /** Leaves a step out that the citizen may choose, or whose condition holds, or that waits for nothing that comes. */
  'bundles.leave-out': call({
    kind: 'write',
    role: 'clerk',
    input: At.extend(LeftOut.shape),
    output: BundleView,
    refusals: ['no-such-bundle', 'no-such-step', 'step-is-needed', 'already-decided'],
  }),

  'bundles.take-in': call({
    kind: 'write',
    role: 'clerk',
    input: At.extend({ itemCode: ItemCode }),
    output: BundleView,
    refusals: ['no-such-bundle', 'no-such-step', 'no-such-item', 'visit-finished'],
  }),

  /** One answer for every case that asks this. */
  'bundles.answer': call({
    kind: 'write',
    role: 'clerk',
    input: At.extend({ questionId: z.string(), optionId: z.string().nullable() }),
    output: BundleView,
    refusals: ['no-such-bundle', 'no-such-situation'],
  }),

  /**
   * A paper of the pool came, for every case it serves: in the number each of them asks for, compared with its
   * original. `route: null` takes it back from all of them.
   */
  'bundles.provide': call({
    kind: 'write',
    role: 'clerk',
    input: At.extend({
      paperId: z.string(),
      route: MaterialRoute.extract(['paper', 'commitment', 'later']).nullable(),
      dueOn: Day.nullable().default(null),
    }),
    output: BundleView,
    refusals: [
      'no-such-bundle',
      'no-such-material',
      'already-decided',
      'not-tolerable',
      'not-replaceable',
      'copy-in-use',
      'no-such-file',
      'due-day-not-allowed',
    ],
  }),

  /** Accepts every case that is ready, each by itself: what cannot be done with one undoes no other. */
  'bundles.accept': call({
    kind: 'outside',
    role: 'clerk',
    input: At,
    output: z.strictObject({
      bundle: BundleView,
      done: z.array(
        z.strictObject({
          itemCode: ItemCode,
          act: z.enum(['accept', 'accept-tolerant', 'receive']),
          /** Null: done. Otherwise the word of the refusal; nothing of this case was changed. */
          because: z.string().nullable(),
        }),
      ),
    }),
    refusals: ['no-such-bundle', 'nothing-ready'],
  }),

  /** The result of a step is there: its values, and the paper that shows them. Whoever waited for them goes on. */
  'bundles.give': call({
    kind: 'write',
    role: 'clerk',
    input: At.extend({
      itemCode: ItemCode,
      values: z
        .array(z.strictObject({ meaning: Meaning, value: z.string().trim().min(1).max(400) }))
        .min(1)
        .max(20),
      paper: z.string().trim().min(2).max(120),
    }),
    output: BundleView,
    refusals: [
      'no-such-bundle',
      'no-such-step',
      'not-given-now',
      'values-incomplete',
      'value-not-right',
      'value-of-another',
    ],
  }),

  /**
   * A department that decides elsewhere said no: the step ends without a result, and what waits for it is stuck. Giving a
   * result takes it back, while nobody built on it.
   */
  'bundles.deny': call({
    kind: 'write',
    role: 'clerk',
    input: At.extend({
      itemCode: ItemCode,
      say: z.string().trim().min(2).max(200),
      paper: z.string().trim().min(2).max(120),
    }),
    output: BundleView,
    refusals: ['no-such-bundle', 'no-such-step', 'not-given-now'],
  }),

  /** Throws all of it away while nothing was decided. */
  'bundles.discard': call({
    kind: 'write',
    role: 'clerk',
    input: At,
    output: z.strictObject({}),
    refusals: ['no-such-bundle', 'already-decided'],
  }),
} as const;
