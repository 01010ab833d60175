import { z } from 'zod';
import { QueueCode } from './ticket.ts';

/** 实施编码. Opaque, at most 50 characters; normalised only for look-up. */
export const ItemCode = z.string().min(1).max(50).brand<'ItemCode'>();

export const Limit = z.strictObject({
  /** null: no limit is known; the local implementation list must say. 0: on the spot. */
  days: z.int().nonnegative().nullable(),
  unit: z.enum(['workday', 'calendar_day']).nullable(),
  basis: z.string().nullable(),
});

/** Facts a paper's condition may ask about. */
export const Fact = z.enum([
  'agent',
  'commitment',
  'marriedParents',
  'localHukou',
  'photoOnFile',
  'guardian',
]);

export const ItemMaterial = z.strictObject({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  necessity: z.enum(['required', 'conditional', 'optional']),
  format: z.string(),
  originals: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  source: z.string(),
  issuedBy: z.string().nullable(),
  electronicLicence: z.string().nullable(),
  dataShareQuery: z.string().nullable(),
  /** 可容缺: may come later; the rest of the case can be decided without it. */
  tolerable: z.boolean(),
  commitmentReplaceable: z.boolean(),
  custody: z.enum(['read_only_not_kept', 'scan_and_return_original', 'keep_electronic', 'keep_original']),
  /** Asked for only when every fact named here has this value. */
  when: z.partialRecord(Fact, z.boolean()).nullable(),
  note: z.string().nullable(),
});

export const SituationOption = z.strictObject({
  id: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  dropMaterials: z.array(z.string()),
  addMaterials: z.array(ItemMaterial),
  /** A query answers instead of this paper where it is connected; until then the paper is asked for. */
  dataShareInstead: z.strictObject({ material: z.string(), query: z.string() }).nullable(),
  addSpecialProcedure: z.string().nullable(),
  /** The item is the wrong one for this answer: what to do instead, in the catalogue's words. */
  rerouteTo: z.string().nullable(),
  note: z.string().nullable(),
});

export const Situation = z.strictObject({
  id: z.string(),
  questionZh: z.string(),
  questionEn: z.string(),
  options: z.array(SituationOption).min(1),
});

/** An implementation-list entry (实施清单). A case keeps the version it was opened with. */
export const ServiceItem = z.strictObject({
  code: ItemCode,
  version: z.int().positive(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** GB/T 39046: 01 permit, 05 payment, 07 confirmation, 20 public service … */
  itemTypeCode: z.string(),
  basicCode: z.string(),
  exerciseLevelCode: z.string(),
  serviceObjectCodes: z.array(z.string()),
  /** 1 on the spot 即办件, 2 promised 承诺件 */
  caseTypeCode: z.string(),
  department: z.strictObject({
    key: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    creditCode: z.string(),
  }),
  legalLimit: Limit,
  promiseLimit: Limit,
  materials: z.array(ItemMaterial),
  situations: z.array(Situation),
  specialProcedures: z.array(
    z.strictObject({ id: z.string(), nameZh: z.string(), maxDays: z.int(), basis: z.string().nullable() }),
  ),
  queue: QueueCode,
  maxVisits: z.int(),
  fee: z.string().nullable(),
  resultName: z.string(),
  delivery: z.array(z.string()),
  /** accept_on_behalf: the counter accepts in the department's name. department_seat_only: it only receives. */
  counterOutcomeAuthority: z.enum(['accept_on_behalf', 'department_seat_only']),
  /** May be accepted while the province is away, given a fresh catalogue (invariant 20). */
  offlineAccept: z.boolean(),
});

/** One line of an item search. `matched` says what was recognised. */
export const ItemHit = z.strictObject({
  code: ItemCode,
  version: z.int(),
  nameZh: z.string(),
  nameEn: z.string(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  queue: QueueCode,
  caseTypeCode: z.string(),
  counterOutcomeAuthority: ServiceItem.shape.counterOutcomeAuthority,
  matched: z.enum(['code', 'name', 'pinyin', 'initials']),
});

export type ItemCode = z.output<typeof ItemCode>;
export type Limit = z.output<typeof Limit>;
export type Fact = z.output<typeof Fact>;
export type ItemMaterial = z.output<typeof ItemMaterial>;
export type Situation = z.output<typeof Situation>;
export type SituationOption = z.output<typeof SituationOption>;
export type ServiceItem = z.output<typeof ServiceItem>;
export type ItemHit = z.output<typeof ItemHit>;
