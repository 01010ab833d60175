import { z } from 'zod';
import { Bundle, BundleKind, BundleStep } from '#contract/shapes/bundle.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { QueueCode } from '#contract/shapes/ticket.ts';
import { Id, Name, Remark } from './package-ground.ts';

const Said = z.strictObject({ zh: Remark.min(1), en: Remark.min(1) });

const PackageStep = z.strictObject({
  /** `id` of an item of the package. */
  item: Id,
  after: z.array(Id).default([]),
  gives: BundleStep.shape.gives.default([]),
  needs: BundleStep.shape.needs.default([]),
  optional: z.boolean().default(false),
  canSkipIf: Said.nullable().default(null),
  sameAs: z.record(Meaning, Meaning).default({}),
});

const Subject = z.strictObject({
  nameZh: Name,
  nameEn: Name,
  words: z.array(Id).min(1),
  materials: z.array(Id).default([]),
});

const MergedFiling = z.strictObject({ department: Id, filingNameZh: Name, filingNameEn: Name });

/** A bundle of a catalogue file. Steps lead to items of the same package by their `id`. */
export const PackageBundle = z.strictObject({
  id: Id,
  version: Bundle.shape.version.default(1),
  kind: BundleKind.default('life-event'),
  nameZh: Name,
  nameEn: Name,
  leadDepartment: Id,
  queueCode: QueueCode,
  applicantRuleZh: Remark,
  applicantRuleEn: Remark,
  steps: z.array(PackageStep).min(1),
  /** Whom it is about where a visit may open it once for each of them. */
  subject: Subject.nullable().default(null),
  sharedMaterials: z.array(Id).default([]),
  materialNotes: z.record(Id, Said).default({}),
  mergedDepartments: z.array(MergedFiling).default([]),
  ruleZh: Remark,
  ruleEn: Remark,
  deliveryZh: Remark,
  deliveryEn: Remark,
});

export type PackageBundle = z.output<typeof PackageBundle>;
export type PackageStep = z.output<typeof PackageStep>;
