import { ServiceItem } from '#contract/shapes/item.ts';
import { codeKey } from './find-words.ts';
import { packageFaults } from './package-faults.ts';
import { CataloguePackage, type PackageItem } from './package-shape.ts';

/** One thing wrong in a catalogue file: where, as `items[3].materials[0].id`, and what. */
export interface CatalogueFault {
  readonly path: string;
  readonly say: string;
}

export type PackageReading =
  | { readonly ok: true; readonly items: readonly ServiceItem[] }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/**
 * Reads a catalogue file (schema one-window/catalogue@1) into implementation-list entries, or lists every fault
 * in it. A file with a fault is refused whole: half a catalogue would hide items from citizens.
 *
 * @source domain.md 4.1, 8.3
 */
export function readCataloguePackage(text: string): PackageReading {
  const json = parsedJson(text);
  if (json === undefined) return { ok: false, faults: [{ path: '', say: 'the file is not JSON' }] };
  const shaped = CataloguePackage.safeParse(json);
  if (!shaped.success) {
    const faults = shaped.error.issues.map(({ path, message }) => ({ path: written(path), say: message }));
    return { ok: false, faults };
  }
  const faults = packageFaults(shaped.data);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, items: shaped.data.items.map((item) => serviceItem(item, shaped.data)) };
}

/** The entry as the desk keeps it: department joined in, extra materials in their places. */
function serviceItem(item: PackageItem, { departments, extraMaterials }: CataloguePackage): ServiceItem {
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
  });
}

function limit({ days, unit, basis }: PackageItem['legalLimit']): ServiceItem['legalLimit'] {
  return { days, unit, basis };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function written(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}
