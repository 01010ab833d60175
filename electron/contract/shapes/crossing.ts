import { z } from 'zod';
import { Day, Moment } from './day.ts';

/** GB/T 2260 and its town and village digits: 6, 9 or 12. */
export const RegionCode = z.string().regex(/^[0-9]{6}([0-9]{3}){0,2}$/);

/** GB/T 39046 exercise level: 1 nation, 2 province, 3 city, 4 county, 5 township, 6 village, 7 other. */
export const LevelCode = z.enum(['1', '2', '3', '4', '5', '6', '7']);

/** What a hall may do with an item: accept it, only receive it and pass it on (代收代办), or neither. */
export const CrossingMay = z.enum(['accept', 'receive-only', 'not-here']);

/** Why it may not accept. */
export const CrossingReason = z.enum([
  'department-seat-only',
  'level-not-delegated',
  'other-region',
  'outside-scope',
  'person-at-organ',
]);

/** How papers travel to the body that decides. */
export const ForwardWay = z.enum(['post', 'online', 'messenger']);

/** 代收代办: where a received case went, and when the deciding body had it. */
export const Forward = z.strictObject({
  organ: z.string(),
  region: RegionCode,
  sent: z.strictObject({ way: ForwardWay, waybill: z.string().nullable(), on: Day, atMs: Moment }).nullable(),
  /** The five-day clock counts from this day. */
  arrivedOn: Day.nullable(),
});

/** 委托: by contract of the department · 授权: by a law or rule that names this body. */
export const DelegationKind = z.enum(['entrusted', 'authorised']);

/** A department lets a lower hall act in its name and gives it a seal of its own for that. */
export const DelegatedSeal = z.strictObject({
  /** The department's key in the catalogue. */
  department: z.string().min(1),
  kind: DelegationKind,
  /** What is cut into the seal: …业务专用章（城关镇）. */
  seal: z.string().min(2).max(60),
  /** The paper that delegates. */
  basis: z.string().min(2).max(100),
});

/** In whose name, with which seal and on what basis a case is accepted at a lower hall. */
export const Delegation = DelegatedSeal.extend({ organ: z.string() });

export const Crossing = z.strictObject({
  may: CrossingMay,
  because: CrossingReason.nullable(),
  /** Where it is received. */
  originRegion: RegionCode,
  /** Where it is decided. */
  decisionRegion: RegionCode,
  /** Who decides. */
  organ: z.string(),
  /** A clerk said that another region decides. */
  chosen: z.boolean(),
  forward: Forward.nullable(),
  /** The department acts through this hall; null where it is accepted under nobody's name but the department's own. */
  delegation: Delegation.nullable(),
  /** It is delegated to this hall and no seal is registered for it: a fault of the site. */
  sealMissing: z.boolean(),
});

export type DelegatedSeal = z.output<typeof DelegatedSeal>;
export type Delegation = z.output<typeof Delegation>;
export type LevelCode = z.output<typeof LevelCode>;
export type CrossingMay = z.output<typeof CrossingMay>;
export type CrossingReason = z.output<typeof CrossingReason>;
export type ForwardWay = z.output<typeof ForwardWay>;
export type Forward = z.output<typeof Forward>;
export type Crossing = z.output<typeof Crossing>;
