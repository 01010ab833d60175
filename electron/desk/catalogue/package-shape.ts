import { z } from 'zod';
import {
  Fact,
  ItemCode,
  ItemMaterial,
  ItemParty,
  Limit,
  Retention,
  RoleSplit,
  SituationOption,
} from '#contract/shapes/item.ts';
import { IdentityNeed } from '#contract/shapes/network-identity.ts';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { QueueCode } from '#contract/shapes/ticket.ts';
import { readCreditCode } from '#rules/identity/credit-code.ts';
import { PackageDuties } from './duty-list.ts';
import { PackageBundle } from './package-bundle.ts';
import { PackageField, PackageFormLine, PackageSection } from './package-form.ts';
import { Id, Name, Remark } from './package-ground.ts';

const PackageMaterial = ItemMaterial.extend({
  id: Id,
  nameZh: Name,
  nameEn: Name,
  when: z.partialRecord(Fact, z.boolean()).nullable().default(null),
  note: Remark.nullable().default(null),
  byLaw: Remark.nullable().default(null),
});

/** Where a limit comes from; `recalled` and `check_local_list` must be replaced before real use. */
const Confidence = z.enum(['statute', 'recalled', 'practice', 'check_local_list']);

const PackageLimit = Limit.extend({ confidence: Confidence.optional() }).refine(
  ({ days, unit }) => days === null || unit !== null,
  { path: ['unit'], message: 'a limit in days needs its unit' },
);

const PackageOption = SituationOption.extend({
  id: Id,
  labelZh: Name,
  labelEn: Name,
  dropMaterials: z.array(Id).default([]),
  /** Names of the package's `extraMaterials`. */
  addMaterials: z.array(Id).default([]),
  replaceMaterials: z.array(z.strictObject({ drop: Id, add: Id })).default([]),
  dataShareInstead: z.strictObject({ material: Id, query: z.string() }).nullable().default(null),
  addSpecialProcedure: Id.nullable().default(null),
  rerouteTo: Remark.nullable().default(null),
  note: Remark.nullable().default(null),
  basis: Remark.nullable().default(null),
});

const PackageSituation = z.strictObject({
  id: Id,
  questionZh: Name,
  questionEn: Name,
  options: z.array(PackageOption).min(1),
});

const PackageProcedure = z.strictObject({
  id: Id,
  nameZh: Name,
  nameEn: Name,
  /** GB/T 39046 A.7 */
  typeCode: z.string(),
  maxDays: z.int().nonnegative(),
  countsInLimit: z.boolean(),
  basis: Remark.nullable().default(null),
});

const PackageParty = ItemParty.extend({ nameZh: Name, nameEn: Name, basis: Remark.nullable().default(null) });

export const PackageItem = z.strictObject({
  id: Id,
  role: z.enum(['standalone', 'bundle_component']),
  nameZh: Name,
  nameEn: Name,
  itemTypeCode: z.string().regex(/^[0-9]{2}$/),
  department: Id,
  basicCode: z.string().min(1).max(50),
  implementationCode: ItemCode,
  version: z.int().positive(),
  exerciseLevelCode: z.string().regex(/^[1-6]$/),
  serviceObjectCodes: z.array(z.string().regex(/^[1-6]$/)).min(1),
  caseTypeCode: z.enum(['1', '2']),
  legalLimit: PackageLimit,
  promiseLimit: PackageLimit,
  materials: z.array(PackageMaterial),
  acceptModes: z.array(z.string()).default([]),
  maxVisits: z.int().nonnegative(),
  fee: z.string().nullable(),
  resultName: Name,
  resultKind: z.string().optional(),
  delivery: z.array(z.string()),
  tolerance: z.boolean().default(true),
  commitment: z.boolean().default(true),
  crossRegion: z.enum(['city_wide', 'province_wide', 'cross_province']).nullable().default(null),
  delegatedLevels: z
    .array(z.string().regex(/^[1-6]$/))
    .nullable()
    .default(null),
  mustAppearInPerson: z.boolean().default(false),
  mustAppearWhy: Remark.nullable().default(null),
  identityNeed: IdentityNeed.default('any'),
  parties: z.array(PackageParty).max(6).default([]),
  limitSceneExplain: Remark.nullable().default(null),
  correctionDays: z.int().positive().max(365).nullable().default(null),
  signedForm: z.boolean().default(false),
  roleSplit: z.array(RoleSplit).default([]),
  legalBasis: z.array(Remark.min(1)).default([]),
  retention: Retention.nullable().default(null),
  form: z.array(PackageFormLine).max(200).default([]),
  specialProcedures: z.array(PackageProcedure).default([]),
  situations: z.array(PackageSituation).default([]),
  queueCode: QueueCode,
  counterOutcomeAuthority: z.enum(['accept_on_behalf', 'department_seat_only']),
  /** Missing: what the counter may accept at all it may also accept while the province is away. */
  offlineAccept: z.boolean().optional(),
  accessibility: z.array(z.string()).default([]),
});

const PackageDepartment = z.strictObject({
  key: Id,
  nameZh: Name,
  nameEn: Name,
  creditCode: z.string().refine((code) => readCreditCode(code).ok, 'not a credit code of GB 32100'),
});

/** A catalogue file of schema one-window/catalogue@1. An unknown key is a fault. */
export const CataloguePackage = z.strictObject({
  $comment: z.string().optional(),
  schema: z.literal('one-window/catalogue@1'),
  regionCode: z.string().regex(/^[0-9]{6,12}$/),
  regionName: Name,
  generatedFor: z.string().optional(),
  codeSystems: z.record(z.string(), z.unknown()).default({}),
  queueCodes: z.record(z.string(), z.string()),
  dataShareQueries: z.record(z.string(), z.unknown()).default({}),
  departments: z.array(PackageDepartment).min(1),
  items: z.array(PackageItem).min(1),
  extraMaterials: z.record(Id, PackageMaterial).default({}),
  formSections: z.record(Id, PackageSection).default({}),
  formFields: z.record(Id, PackageField).default({}),
  bundles: z.array(PackageBundle).default([]),
  templates: z.array(NoticeTemplate).default([]),
  /** Missing: the duty list in force stays. */
  dutyList: PackageDuties.nullable().default(null),
  /** `named`: a change of what is named here; everything else stays as it is. */
  covers: z.enum(['all', 'named']).default('all'),
  stopped: z.array(ItemCode).default([]),
});

export type CataloguePackage = z.output<typeof CataloguePackage>;
export type PackageItem = z.output<typeof PackageItem>;
