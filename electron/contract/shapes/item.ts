import { z } from 'zod';
import { FormField } from './form.ts';
import { IdentityNeed } from './network-identity.ts';
import { PartyRole } from './party.ts';
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
  /** Why it is asked for: the article of the rule. Null: the list does not say. */
  byLaw: z.string().nullable().default(null),
});

export const SituationOption = z.strictObject({
  id: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  dropMaterials: z.array(z.string()),
  addMaterials: z.array(ItemMaterial),
  /** One paper instead of another. */
  replaceMaterials: z.array(z.strictObject({ drop: z.string(), add: ItemMaterial })).default([]),
  /** A query answers instead of this paper where it is connected; until then the paper is asked for. */
  dataShareInstead: z.strictObject({ material: z.string(), query: z.string() }).nullable(),
  addSpecialProcedure: z.string().nullable(),
  /** The item is the wrong one for this answer: what to do instead, in the catalogue's words. */
  rerouteTo: z.string().nullable(),
  note: z.string().nullable(),
  /** The rule that lets this answer change the papers. Null: the list does not say. */
  basis: z.string().nullable().default(null),
});

export const Situation = z.strictObject({
  id: z.string(),
  questionZh: z.string(),
  questionEn: z.string(),
  options: z.array(SituationOption).min(1),
});

/** The organ that decides. */
export const Department = z.strictObject({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  creditCode: z.string(),
});

/** How far away somebody may apply (通办范围). */
export const CrossRegion = z.enum(['city-wide', 'province-wide', 'cross-province']);

/** Two duties on one case that two different people must do. */
export const RoleSplit = z.enum(['clerk-decider', 'clerk-issuer', 'decider-issuer']);

/** How long the file is kept (保管期限). */
export const Retention = z.enum(['permanent', '30-years', '10-years']);

/** Somebody an item asks for beside the applicant: the other parent, the guardian. */
export const ItemParty = z.strictObject({
  role: PartyRole.extract(['legalRepresentative', 'guardian', 'secondSubject']),
  need: z.enum(['required', 'open']),
  /** Asked for only when every fact named here has this value. */
  when: z.partialRecord(Fact, z.boolean()).nullable().default(null),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  basis: z.string().nullable().default(null),
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
  department: Department,
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
  form: z.array(FormField).default([]),
  /** A component is applied for within a bundle; a counter may still open it alone. */
  role: z.enum(['standalone', 'bundle-component']).default('standalone'),
  /** null: only people of this region. */
  crossRegion: CrossRegion.nullable().default(null),
  /** Levels of sites that may accept for the department; others only receive and pass on (代收代办). null: every level. */
  delegatedLevels: z.array(z.string()).nullable().default(null),
  /** The applicant must come in person, and why (行政许可法 art. 29). */
  mustAppearInPerson: z.boolean().default(false),
  mustAppearWhy: z.string().nullable().default(null),
  /** How the identity of whoever stands there must be proved. */
  identityNeed: IdentityNeed.default('any'),
  /** Who must or may be part of it beside the applicant. */
  parties: z.array(ItemParty).default([]),
  /** Why it is not done online, or why it takes more than one visit. */
  limitSceneExplain: z.string().nullable().default(null),
  /** Working days after which an uncorrected case lapses. null: the hall's own number. */
  correctionDays: z.int().positive().nullable().default(null),
  /** Whether it knows 告知承诺 and 容缺 at all; a material must allow it as well. */
  commitment: z.boolean().default(true),
  tolerance: z.boolean().default(true),
  /** The applicant signs the form (申请表) before the case is accepted. */
  signedForm: z.boolean().default(false),
  roleSplit: z.array(RoleSplit).default([]),
  legalBasis: z.array(z.string()).default([]),
  retention: Retention.nullable().default(null),
});

/** An item as a case shows it. Its form has a view of its own, with what is asked and answered (`form.look`). */
export const ItemOnCase = ServiceItem.omit({ form: true });

/** One line of an item search. `matched` says what was recognised. */
export const ItemHit = z.strictObject({
  /** Beside bundles, which are found as their own kind of hit. */
  kind: z.literal('item'),
  code: ItemCode,
  version: z.int(),
  nameZh: z.string(),
  nameEn: z.string(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  queue: QueueCode,
  caseTypeCode: z.string(),
  counterOutcomeAuthority: ServiceItem.shape.counterOutcomeAuthority,
  /** With the hall's level they say what may be done with it here: `rules/intake/crossing.ts`. */
  crossRegion: ServiceItem.shape.crossRegion,
  delegatedLevels: ServiceItem.shape.delegatedLevels,
  mustAppearInPerson: ServiceItem.shape.mustAppearInPerson,
  matched: z.enum(['code', 'name', 'pinyin', 'initials']),
});

export type ItemCode = z.output<typeof ItemCode>;
export type Limit = z.output<typeof Limit>;
export type Fact = z.output<typeof Fact>;
export type ItemMaterial = z.output<typeof ItemMaterial>;
export type ItemParty = z.output<typeof ItemParty>;
export type Situation = z.output<typeof Situation>;
export type SituationOption = z.output<typeof SituationOption>;
export type ServiceItem = z.output<typeof ServiceItem>;
export type ItemOnCase = z.output<typeof ItemOnCase>;
export type ItemHit = z.output<typeof ItemHit>;
