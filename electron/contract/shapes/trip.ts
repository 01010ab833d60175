import { z } from 'zod';
import { Moment } from './day.ts';
import { NoticeKind } from './notice.ts';

/**
 * Why somebody came once more for the same case. `paper-not-told`: the list of the first visit was not whole.
 * `hall-fault`: a machine, the line or the window. `sent-elsewhere`: the first visit ended at the wrong place.
 */
export const TripCause = z.enum([
  'paper-not-told',
  'hall-fault',
  'sent-elsewhere',
  'correction',
  'owed-paper',
  'signature',
  'in-person',
  'collect-result',
  'own-wish',
  'other',
]);

/** One visit of a case. The first has no cause. */
export const TripVisit = z.strictObject({
  visitId: z.uuid(),
  no: z.int().positive(),
  atMs: Moment,
  clerk: z.string().nullable(),
  window: z.int().nullable(),
  cause: TripCause.nullable(),
  say: z.string().nullable(),
  /** Beyond the number of visits that the implementation list plans. */
  extra: z.boolean(),
});

/** What would make the citizen come back. */
export const ComeBackReason = z.enum([
  'papers-to-bring',
  'paper-owed',
  'signature-missing',
  'answer-pending',
  'waits-for-another',
  'applicant-in-person',
  'collect-result',
  'more-visits-planned',
]);

/** What would spare the trip. */
export const Avoidance = z.enum([
  'hand-over-now',
  'sign-now',
  'licence',
  'shared-data',
  'reuse',
  'commitment',
  'send-online',
  'by-post',
  'express',
  'electronic-result',
  'goes-on-by-itself',
  'visit-at-home',
]);

export const ComeBack = z.strictObject({
  reason: ComeBackReason,
  /** The notice that wants a signature. */
  notice: NoticeKind.nullable(),
  /** The paper or the words it is about; null where the reason says it all. */
  aboutZh: z.string().nullable(),
  aboutEn: z.string().nullable(),
  /** The best first. Empty: this item knows nothing that would. */
  avoidedBy: z.array(Avoidance),
  /** The citizen was asked and wants to come. */
  wanted: z.boolean(),
});

/** How the result gets to the citizen. */
export const DeliveryWay = z.enum(['counter', 'express']);

/** The visits of one case, and what would make it one more. */
export const Trips = z.strictObject({
  /** `limit_scene_num` of the implementation list. */
  planned: z.int().nonnegative(),
  visits: z.array(TripVisit),
  delivery: z
    .strictObject({ way: DeliveryWay, address: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  comeBack: z.array(ComeBack),
});

/** An item whose cases took more than one visit, or were left with a reason to come back. */
export const TripLine = z.strictObject({
  itemCode: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  planned: z.int().nonnegative(),
  cases: z.int().nonnegative(),
  /** Cases with more than one visit. */
  again: z.int().nonnegative(),
  /** Visits beyond the plan, over all cases. */
  extra: z.int().nonnegative(),
  causes: z.array(z.strictObject({ cause: TripCause, count: z.int().positive() })),
  leaving: z.array(z.strictObject({ reason: ComeBackReason, count: z.int().positive() })),
});

export type TripCause = z.output<typeof TripCause>;
export type TripVisit = z.output<typeof TripVisit>;
export type ComeBackReason = z.output<typeof ComeBackReason>;
export type Avoidance = z.output<typeof Avoidance>;
export type ComeBack = z.output<typeof ComeBack>;
export type DeliveryWay = z.output<typeof DeliveryWay>;
export type Trips = z.output<typeof Trips>;
export type TripLine = z.output<typeof TripLine>;
