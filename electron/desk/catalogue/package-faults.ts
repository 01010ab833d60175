import { templateFaults } from '#rules/notices/template-faults.ts';
import { bundleFaults } from './bundle-faults.ts';
import { dutyFaults } from './duty-list.ts';
import { type CatalogueFault, twice } from './fault.ts';
import { FAULTS, type FaultWords } from './fault-words.ts';
import { codeKey } from './find-words.ts';
import { fieldFaults, formFaults, meaningFaults } from './form-faults.ts';
import type { CataloguePackage, PackageItem } from './package-shape.ts';

/** What a shape cannot see: names that lead nowhere and things that are there twice. */
export function packageFaults(catalogue: CataloguePackage): readonly CatalogueFault[] {
  return [
    ...twice(
      catalogue.departments.map(({ key }) => key),
      'departments',
      'key',
    ),
    ...twice(
      catalogue.items.map(({ implementationCode }) => codeKey(implementationCode)),
      'items',
      'implementationCode',
    ),
    ...twice(
      catalogue.items.map(({ id }) => id),
      'items',
      'id',
    ),
    ...catalogue.items.flatMap((item, place) => itemFaults(item, `items[${place}]`, catalogue)),
    ...fieldFaults(catalogue),
    ...meaningFaults(catalogue),
    ...twice(
      catalogue.bundles.map(({ id }) => id),
      'bundles',
      'id',
    ),
    ...twice(
      catalogue.templates.map(({ kind }) => kind),
      'templates',
      'kind',
    ),
    ...catalogue.templates.flatMap((template, place) =>
      templateFaults(template).map(({ path, ...words }) => ({
        path: `templates[${place}]${path && `.${path}`}`,
        ...words,
      })),
    ),
    ...stoppedFaults(catalogue),
    ...dutyFaults(catalogue.dutyList?.duties ?? [], 'dutyList.duties'),
    ...catalogue.bundles.flatMap((bundle, place) => bundleFaults(bundle, `bundles[${place}]`, catalogue)),
  ];
}

function stoppedFaults({ covers, stopped, items }: CataloguePackage): readonly CatalogueFault[] {
  const codes = new Set(items.map(({ implementationCode }) => codeKey(implementationCode)));
  return stopped.flatMap((code, place) => {
    const path = `stopped[${place}]`;
    if (covers === 'all') return [{ path, ...FAULTS.stoppedWithAll }];
    return codes.has(codeKey(code)) ? [{ path, ...FAULTS.stoppedAndThere(code) }] : [];
  });
}

function itemFaults(item: PackageItem, path: string, catalogue: CataloguePackage): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const leads = (holds: boolean, where: string, words: FaultWords): void => {
    if (!holds) faults.push({ path: `${path}.${where}`, ...words });
  };
  const department = catalogue.departments.some(({ key }) => key === item.department);
  leads(department, 'department', FAULTS.noDepartment(item.department));
  leads(item.queueCode in catalogue.queueCodes, 'queueCode', FAULTS.noQueue(item.queueCode));
  for (const [place, { dataShareQuery }] of item.materials.entries()) {
    const known = dataShareQuery === null || dataShareQuery in catalogue.dataShareQueries;
    leads(known, `materials[${place}].dataShareQuery`, FAULTS.noQuery(dataShareQuery ?? ''));
  }
  faults.push(
    ...twice(
      item.materials.map(({ id }) => id),
      `${path}.materials`,
      'id',
    ),
    ...twice(
      item.situations.map(({ id }) => id),
      `${path}.situations`,
      'id',
    ),
  );
  faults.push(...formFaults(item.form, `${path}.form`, catalogue));
  for (const [place, situation] of item.situations.entries()) {
    const where = `situations[${place}].options`;
    faults.push(
      ...twice(
        situation.options.map(({ id }) => id),
        `${path}.${where}`,
        'id',
      ),
    );
    for (const [at, option] of situation.options.entries()) {
      faults.push(...optionFaults(option, `${path}.${where}[${at}]`, item, catalogue));
    }
  }
  return faults;
}

type Option = PackageItem['situations'][number]['options'][number];

function optionFaults(
  option: Option,
  path: string,
  item: PackageItem,
  catalogue: CataloguePackage,
): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const own = new Set(item.materials.map(({ id }) => id));
  for (const [place, id] of option.dropMaterials.entries()) {
    if (!own.has(id))
      faults.push({ path: `${path}.dropMaterials[${place}]`, ...FAULTS.noMaterialToDrop(id) });
  }
  for (const [place, id] of option.addMaterials.entries()) {
    const where = `${path}.addMaterials[${place}]`;
    if (!catalogue.extraMaterials[id]) faults.push({ path: where, ...FAULTS.noExtraMaterial(id) });
    if (own.has(id)) faults.push({ path: where, ...FAULTS.hasMaterial(id) });
  }
  for (const [place, { drop, add }] of option.replaceMaterials.entries()) {
    const where = `${path}.replaceMaterials[${place}]`;
    if (!own.has(drop)) faults.push({ path: `${where}.drop`, ...FAULTS.noMaterialToReplace(drop) });
    if (!catalogue.extraMaterials[add]) faults.push({ path: `${where}.add`, ...FAULTS.noExtraMaterial(add) });
    if (own.has(add)) faults.push({ path: `${where}.add`, ...FAULTS.hasMaterial(add) });
  }
  const { dataShareInstead, addSpecialProcedure } = option;
  if (dataShareInstead) {
    const { material, query } = dataShareInstead;
    if (!own.has(material) && !comesWith(option, material)) {
      faults.push({ path: `${path}.dataShareInstead.material`, ...FAULTS.noMaterial(material) });
    }
    if (!(query in catalogue.dataShareQueries)) {
      faults.push({ path: `${path}.dataShareInstead.query`, ...FAULTS.noQuery(query) });
    }
  }
  if (addSpecialProcedure !== null && !item.specialProcedures.some(({ id }) => id === addSpecialProcedure)) {
    faults.push({ path: `${path}.addSpecialProcedure`, ...FAULTS.noProcedure(addSpecialProcedure) });
  }
  return faults;
}

function comesWith(option: Option, material: string): boolean {
  return (
    option.addMaterials.includes(material) || option.replaceMaterials.some(({ add }) => add === material)
  );
}
