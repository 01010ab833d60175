import { Bundle } from '#contract/shapes/bundle.ts';
import type { FormField } from '#contract/shapes/form.ts';
import { type ItemCode, ServiceItem } from '#contract/shapes/item.ts';
import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import type { PackageDuties } from './duty-list.ts';
import type { CatalogueFault } from './fault.ts';
import { FAULTS } from './fault-words.ts';
import { parsedJson, shapeFaults } from './file-text.ts';
import { codeKey } from './find-words.ts';
import type { PackageBundle } from './package-bundle.ts';
import type { PackageFormLine } from './package-form.ts';
import { packageFaults } from './package-faults.ts';
import { CataloguePackage, type PackageItem } from './package-shape.ts';

/** A package without a fault. */
export interface ReadPackage {
  readonly items: readonly ServiceItem[];
  readonly bundles: readonly Bundle[];
  readonly templates: readonly NoticeTemplate[];
  /** `all`: what it does not name is no longer in force. `named`: everything else stays as it is. */
  readonly covers: 'all' | 'named';
  /** Codes of items that are no longer in force. */
  readonly stopped: readonly ItemCode[];
  /** Null: the package brings none. */
  readonly dutyList: PackageDuties | null;
}

export type PackageReading =
  | ({ readonly ok: true } & ReadPackage)
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/**
 * Reads a catalogue file (schema one-window/catalogue@1) into implementation-list entries and bundles, or lists
 * every fault in it. A file with a fault is refused whole: half a catalogue would hide items from citizens.
 *
 * @source domain.md 4.1, 8.3
 */
export function readCataloguePackage(text: string): PackageReading {
  const json = parsedJson(text);
  return json === undefined ? { ok: false, faults: [{ path: '', ...FAULTS.notJson }] } : readCatalogue(json);
}

/** The same for a file whose text was parsed already. */
export function readCatalogue(json: unknown): PackageReading {
  const shaped = CataloguePackage.safeParse(json);
  if (!shaped.success) return { ok: false, faults: shapeFaults(CataloguePackage, json, shaped.error) };
  const faults = packageFaults(shaped.data);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    items: shaped.data.items.map((item) => serviceItem(item, shaped.data)),
    bundles: shaped.data.bundles.map((bundle) => bundleOf(bundle, shaped.data)),
    templates: shaped.data.templates,
    covers: shaped.data.covers,
    stopped: shaped.data.stopped,
    dutyList: shaped.data.dutyList,
  };
}

/** The entry as the desk keeps it: department joined in, extra materials in their places. */
function serviceItem(item: PackageItem, catalogue: CataloguePackage): ServiceItem {
  const { departments, extraMaterials } = catalogue;
  return ServiceItem.parse({
    code: codeKey(item.implementationCode),
    version: item.version,
    nameZh: item.nameZh,
    nameEn: item.nameEn,
    itemTypeCode: item.itemTypeCode,
    basicCode: item.basicCode,
    exerciseLevelCode: item.exerciseLevelCode,
    serviceObjectCodes: item.serviceObjectCodes,
    caseTypeCode: item.caseTypeCode,
    department: departments.find(({ key }) => key === item.department),
    legalLimit: limit(item.legalLimit),
    promiseLimit: limit(item.promiseLimit),
    materials: item.materials,
    situations: item.situations.map((situation) => ({
      ...situation,
      options: situation.options.map((option) => ({
        ...option,
        addMaterials: option.addMaterials.map((id) => extraMaterials[id]),
        replaceMaterials: option.replaceMaterials.map(({ drop, add }) => ({
          drop,
          add: extraMaterials[add],
        })),
      })),
    })),
    specialProcedures: item.specialProcedures.map(({ id, nameZh, maxDays, basis }) => ({
      id,
      nameZh,
      maxDays,
      basis,
    })),
    queue: item.queueCode,
    maxVisits: item.maxVisits,
    fee: item.fee,
    resultName: item.resultName,
    delivery: item.delivery,
    counterOutcomeAuthority: item.counterOutcomeAuthority,
    offlineAccept: item.offlineAccept ?? item.counterOutcomeAuthority === 'accept_on_behalf',
    form: formOf(item, catalogue),
    role: item.role === 'standalone' ? 'standalone' : 'bundle-component',
    crossRegion: item.crossRegion?.replace('_', '-') ?? null,
    delegatedLevels: item.delegatedLevels,
    mustAppearInPerson: item.mustAppearInPerson,
    mustAppearWhy: item.mustAppearWhy,
    identityNeed: item.identityNeed,
    parties: item.parties,
    limitSceneExplain: item.limitSceneExplain,
    correctionDays: item.correctionDays,
    commitment: item.commitment,
    tolerance: item.tolerance,
    signedForm: item.signedForm,
    roleSplit: item.roleSplit,
    legalBasis: item.legalBasis,
    retention: item.retention,
  });
}

/** The fields of an item's form, each with its section and what the line changes on it. */
function formOf(item: PackageItem, { formFields, formSections }: CataloguePackage): FormField[] {
  return item.form.flatMap((line) => {
    const own: Exclude<PackageFormLine, string> = typeof line === 'string' ? { use: line } : line;
    const field = formFields[own.use];
    const section = field && formSections[field.section];
    if (!field || !section) return [];
    return {
      ...field,
      id: own.use,
      section: { id: field.section, ...section },
      required: own.required ?? field.required,
      when: own.when ?? field.when,
      readOnlyFrom: own.readOnlyFrom ?? field.readOnlyFrom,
    };
  });
}

/** The bundle as the desk keeps it: steps by item code, departments joined in. */
function bundleOf(bundle: PackageBundle, { items, departments }: CataloguePackage): Bundle {
  const codes = new Map(items.map(({ id, implementationCode }) => [id, codeKey(implementationCode)]));
  const department = (named: string) => departments.find(({ key }) => key === named);
  const { queueCode, leadDepartment, mergedDepartments, steps, ...same } = bundle;
  return Bundle.parse({
    ...same,
    queue: queueCode,
    leadDepartment: department(leadDepartment),
    steps: steps.map(({ item, after, ...step }) => ({
      ...step,
      itemCode: codes.get(item),
      after: after.map((id) => codes.get(id)),
    })),
    mergedDepartments: mergedDepartments.map((filing) => ({
      ...filing,
      department: department(filing.department),
    })),
  });
}

function limit({ days, unit, basis }: PackageItem['legalLimit']): ServiceItem['legalLimit'] {
  return { days, unit, basis };
}
