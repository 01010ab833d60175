import { z } from 'zod';
import { call } from '../call.ts';
import { OpenBundleId } from '../shapes/bundle.ts';
import { CaseId, CaseView } from '../shapes/case.ts';
import { BundleGuidance, Guidance } from '../shapes/guidance.ts';
import { OnlineNumber } from '../shapes/guided.ts';
import { ItemCode } from '../shapes/item.ts';
import { NoticeId, PdfState } from '../shapes/notice.ts';

const Answers = z.record(z.string().max(80), z.string().max(80));

/** By the question of the pool: a fact, or the item's code and its question. */
const PoolAnswers = z.record(z.string().max(140), z.string().max(80));

/** 导办: questions and papers before a number is taken. A greeter needs no case and no name. */
export const guidanceCalls = {
  /** The questions of an item and the papers for these answers, each with why. `agent`: somebody comes for another. */
  'guidance.ask': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ itemCode: ItemCode, answers: Answers, agent: z.boolean() }),
    output: Guidance,
    refusals: ['no-such-item'],
  }),

  /** The same for a whole bundle: each question once, each paper once. */
  'guidance.ask-bundle': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ bundleId: z.string().max(80), answers: PoolAnswers, agent: z.boolean() }),
    output: BundleGuidance,
    refusals: ['no-such-bundle', 'no-such-item'],
  }),

  'guidance.keep-bundle': call({
    kind: 'write',
    role: 'signed-in',
    input: z.strictObject({ bundleId: z.string().max(80), answers: PoolAnswers }),
    output: z.strictObject({ guidanceId: z.uuid() }),
    refusals: ['no-such-bundle', 'no-such-item', 'no-such-situation'],
  }),

  /** Keeps the answers, to travel with a ticket (`queue.take` with `guidanceId`). */
  'guidance.keep': call({
    kind: 'write',
    role: 'signed-in',
    input: z.strictObject({
      itemCode: ItemCode,
      answers: Answers,
      onlineNumber: OnlineNumber.nullable().default(null),
    }),
    output: z.strictObject({ guidanceId: z.uuid() }),
    refusals: ['no-such-item', 'no-such-situation'],
  }),

  /**
   * 办事一次性告知单: the list of papers as a numbered paper of the hall, from kept answers, from an open case, or for every
   * step of an open bundle. It names nobody. `agent`: somebody comes for another; null where nobody said.
   */
  'guidance.print': call({
    kind: 'write',
    role: 'signed-in',
    input: z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('guidance'), guidanceId: z.uuid(), agent: z.boolean().nullable() }),
        z.strictObject({ kind: z.literal('case'), caseId: CaseId }),
        z.strictObject({ kind: z.literal('bundle'), bundleId: OpenBundleId }),
      ]),
    }),
    output: z.strictObject({ noticeId: NoticeId, documentNumber: z.string() }),
    refusals: ['no-such-guidance', 'no-such-item', 'no-such-bundle', 'no-such-case'],
  }),

  /** Whether its PDF is there. */
  'guidance.print-state': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ noticeId: NoticeId }),
    output: PdfState,
    refusals: ['no-such-notice'],
  }),

  /** An application begun on the web goes on at the counter: its number stands on the case from now on. */
  'guidance.link-online': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, onlineNumber: OnlineNumber.nullable() }),
    output: CaseView,
    refusals: ['no-such-case', 'already-decided', 'number-on-another-case'],
  }),
} as const;
