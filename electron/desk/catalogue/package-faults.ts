import type { CatalogueFault } from './catalogue-package.ts';
import { codeKey } from './find-words.ts';
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
  ];
}

function itemFaults(item: PackageItem, path: string, catalogue: CataloguePackage): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const leads = (holds: boolean, where: string, say: string): void => {
    if (!holds) faults.push({ path: `${path}.${where}`, say });
  };
  const department = catalogue.departments.some(({ key }) => key === item.department);
  leads(department, 'department', `no department ${item.department}`);
  leads(item.queueCode in catalogue.queueCodes, 'queueCode', `no queue ${item.queueCode}`);
  for (const [place, { dataShareQuery }] of item.materials.entries()) {
    const known = dataShareQuery === null || dataShareQuery in catalogue.dataShareQueries;
    leads(known, `materials[${place}].dataShareQuery`, `no query ${dataShareQuery ?? ''}`);
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
      faults.push({ path: `${path}.dropMaterials[${place}]`, say: `no material ${id} to drop` });
  }
  for (const [place, id] of option.addMaterials.entries()) {
    const where = `${path}.addMaterials[${place}]`;
    if (!catalogue.extraMaterials[id]) faults.push({ path: where, say: `no extra material ${id}` });
    if (own.has(id)) faults.push({ path: where, say: `the item has a material ${id} already` });
  }
  const { dataShareInstead, addSpecialProcedure } = option;
  if (dataShareInstead) {
    const { material, query } = dataShareInstead;
    if (!own.has(material) && !option.addMaterials.includes(material)) {
      faults.push({ path: `${path}.dataShareInstead.material`, say: `no material ${material}` });
    }
    if (!(query in catalogue.dataShareQueries)) {
      faults.push({ path: `${path}.dataShareInstead.query`, say: `no query ${query}` });
    }
  }
  if (addSpecialProcedure !== null && !item.specialProcedures.some(({ id }) => id === addSpecialProcedure)) {
    faults.push({ path: `${path}.addSpecialProcedure`, say: `no special procedure ${addSpecialProcedure}` });
  }
  return faults;
}

function twice(keys: readonly string[], path: string, field: string): readonly CatalogueFault[] {
  return keys.flatMap((key, place) =>
    keys.indexOf(key) === place ? [] : [{ path: `${path}[${place}].${field}`, say: `${key} is there twice` }],
  );
}
