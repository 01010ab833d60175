import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, CaseState, CaseView, VisitId } from '../shapes/case.ts';
import { ComeBack, TripCause, TripLine } from '../shapes/trip.ts';

export const tripsCalls = {
  /** A case of an earlier visit is taken up again: the cause is asked, and the visit counted once. */
  'trips.come-again': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      visitId: VisitId,
      cause: TripCause,
      say: z.string().trim().min(2).max(200).nullable().default(null),
    }),
    output: CaseView,
    refusals: ['no-such-case', 'no-such-visit', 'visit-finished', 'visit-counted', 'say-needed'],
  }),

  /** How the result is to reach the citizen; an address only where it is sent, and with the citizen's leave. */
  'trips.choose-delivery': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      delivery: z.discriminatedUnion('way', [
        z.strictObject({ way: z.literal('counter') }),
        z.strictObject({
          way: z.literal('express'),
          address: z.string().trim().min(6).max(200),
          phone: z.string().trim().min(6).max(20),
        }),
      ]),
    }),
    output: CaseView,
    refusals: ['no-such-case', 'not-in-this-state', 'way-not-offered'],
  }),

  /** What would make the citizen of this visit come back, case by case; cases without a reason are not there. */
  'trips.leaving': call({
    kind: 'read',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId }),
    output: z.array(
      z.strictObject({
        caseId: CaseId,
        itemNameZh: z.string(),
        itemNameEn: z.string(),
        state: CaseState,
        comeBack: z.array(ComeBack).min(1),
      }),
    ),
    refusals: ['no-such-visit'],
  }),

  /** Items with more than one trip, of the cases opened in the last days; the worst first. */
  'trips.report': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ days: z.int().min(1).max(3660) }),
    output: z.array(TripLine),
    refusals: [],
  }),
} as const;
