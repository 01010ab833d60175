import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, CaseView } from '../shapes/case.ts';
import { Guidance } from '../shapes/guidance.ts';
import { OnlineNumber } from '../shapes/guided.ts';
import { ItemCode } from '../shapes/item.ts';

const Answers = z.record(z.string().max(80), z.string().max(80));

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

  /** An application begun on the web goes on at the counter: its number stands on the case from now on. */
  'guidance.link-online': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, onlineNumber: OnlineNumber.nullable() }),
    output: CaseView,
    refusals: ['no-such-case', 'already-decided', 'number-on-another-case'],
  }),
} as const;
