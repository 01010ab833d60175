import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, CaseView } from '../shapes/case.ts';
import { ForwardWay, RegionCode } from '../shapes/crossing.ts';
import { Day } from '../shapes/day.ts';

export const crossingCalls = {
  /** The matter of a draft is decided in another region, or in this one again (`elsewhere: null`). */
  'crossing.decided-in': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      elsewhere: z.strictObject({ region: RegionCode, organ: z.string().trim().min(2).max(100) }).nullable(),
    }),
    output: CaseView,
    refusals: ['no-such-case', 'already-decided'],
  }),

  /** The papers of a received case leave for the body that decides. */
  'crossing.send': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      way: ForwardWay,
      waybill: z.string().trim().min(4).max(50).nullable().default(null),
    }),
    output: CaseView,
    refusals: ['no-such-case', 'not-passed-on', 'sent-already', 'waybill-needed'],
  }),

  /** The deciding body has them: its five days count from this day. */
  'crossing.arrived': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, on: Day }),
    output: CaseView,
    refusals: [
      'no-such-case',
      'not-passed-on',
      'not-sent',
      'arrived-already',
      'day-not-allowed',
      'no-calendar',
    ],
  }),
} as const;
