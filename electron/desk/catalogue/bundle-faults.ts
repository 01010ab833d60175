import { type CatalogueFault, twice } from './fault.ts';
import { FAULTS, type FaultWords } from './fault-words.ts';
import type { PackageBundle, PackageStep } from './package-bundle.ts';
import type { CataloguePackage, PackageItem } from './package-shape.ts';

/**
 * What is wrong with a bundle: items that are not there, steps that wait for each other in a circle or stand before
 * one they wait for, facts that no step before brings, papers that no step asks for.
 *
 * @source domain.md 7
 */
export function bundleFaults(
  bundle: PackageBundle,
  path: string,
  catalogue: CataloguePackage,
): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const wrong = (where: string, words: FaultWords): void => {
    faults.push({ path: `${path}.${where}`, ...words });
  };
  const isDepartment = (named: string): boolean => catalogue.departments.some(({ key }) => key === named);
  if (!isDepartment(bundle.leadDepartment))
    wrong('leadDepartment', FAULTS.noDepartment(bundle.leadDepartment));
  if (!(bundle.queueCode in catalogue.queueCodes)) wrong('queueCode', FAULTS.noQueue(bundle.queueCode));

  const merges = bundle.kind === 'merged-licence';
  if (merges !== bundle.mergedDepartments.length > 0) {
    wrong('mergedDepartments', merges ? FAULTS.mergedWithoutFilings : FAULTS.filingsWithoutMerge);
  }
  for (const [place, { department }] of bundle.mergedDepartments.entries()) {
    if (!isDepartment(department)) {
      wrong(`mergedDepartments[${place}].department`, FAULTS.noDepartment(department));
    }
  }

  const asked = new Set<string>();
  const gave = new Map<string, ReadonlySet<string>>();
  for (const [place, step] of bundle.steps.entries()) {
    const where = `steps[${place}]`;
    const item = catalogue.items.find(({ id }) => id === step.item);
    if (!item) wrong(`${where}.item`, FAULTS.noItem(step.item));
    const brought = new Set(step.after.flatMap((id) => [...(gave.get(id) ?? [])]));
    for (const [at, id] of step.after.entries()) {
      if (!gave.has(id)) wrong(`${where}.after[${at}]`, FAULTS.noStepBefore(id));
    }
    for (const [at, meaning] of step.needs.entries()) {
      if (!brought.has(meaning)) wrong(`${where}.needs[${at}]`, FAULTS.nobodyGives(meaning));
      if (item && !asksFor(item, step, meaning, catalogue)) {
        wrong(`${where}.needs[${at}]`, FAULTS.notAskedFor(step.item, meaning));
      }
    }
    for (const material of item?.materials ?? []) asked.add(material.id);
    gave.set(step.item, new Set([...brought, ...step.gives]));
  }
  for (const [place, id] of bundle.sharedMaterials.entries()) {
    if (!asked.has(id)) wrong(`sharedMaterials[${place}]`, FAULTS.noStepAsks(id));
  }
  for (const id of Object.keys(bundle.materialNotes)) {
    if (!asked.has(id)) wrong(`materialNotes.${id}`, FAULTS.noStepAsks(id));
  }
  for (const [place, id] of (bundle.subject?.materials ?? []).entries()) {
    if (!bundle.sharedMaterials.includes(id)) wrong(`subject.materials[${place}]`, FAULTS.notShared(id));
  }
  for (const [place, word] of (bundle.subject?.words ?? []).entries()) {
    // The applicant is one person, however many the event is about.
    if (word === 'applicant') wrong(`subject.words[${place}]`, FAULTS.applicantIsOne);
    else if (!bundle.steps.some((step) => speaksOf(step, word, catalogue))) {
      wrong(`subject.words[${place}]`, FAULTS.noFormSpeaks(word));
    }
  }
  const steps = bundle.steps.map(({ item }) => item);
  return [...faults, ...twice(steps, `${path}.steps`, 'item')];
}

function asksFor(
  item: PackageItem,
  step: PackageStep,
  meaning: string,
  { formFields }: CataloguePackage,
): boolean {
  return item.form.some((line) => {
    const asks = formFields[typeof line === 'string' ? line : line.use]?.meaning;
    return asks !== undefined && (step.sameAs[asks] ?? asks) === meaning;
  });
}

function speaksOf(step: PackageStep, word: string, { items, formFields }: CataloguePackage): boolean {
  const item = items.find(({ id }) => id === step.item);
  return (item?.form ?? []).some((line) => {
    const asks = formFields[typeof line === 'string' ? line : line.use]?.meaning;
    return asks !== undefined && (step.sameAs[asks] ?? asks).startsWith(`${word}.`);
  });
}
