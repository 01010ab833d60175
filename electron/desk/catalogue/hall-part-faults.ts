import type { Bundle } from '#contract/shapes/bundle.ts';
import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { templateFaults } from '#rules/notices/template-faults.ts';
import { type CatalogueFault, twice } from './fault.ts';
import { FAULTS } from './fault-words.ts';
import { codeKey } from './find-words.ts';

/** What is wrong with bundles and templates of another hall, as they would stand here. */
export function partFaults(
  bundles: readonly Bundle[],
  templates: readonly NoticeTemplate[],
  itemByCode: (code: string) => unknown,
): readonly CatalogueFault[] {
  return [
    ...twice(
      bundles.map(({ id }) => id),
      'bundles',
      'id',
    ),
    ...bundles.flatMap((bundle, place) => stepFaults(bundle, `bundles[${place}]`, itemByCode)),
    ...twice(
      templates.map(({ kind }) => kind),
      'templates',
      'kind',
    ),
    ...templates.flatMap((template, place) =>
      templateFaults(template).map(({ path, ...words }) => ({
        path: `templates[${place}]${path && `.${path}`}`,
        ...words,
      })),
    ),
  ];
}

function stepFaults(
  { steps }: Bundle,
  path: string,
  itemByCode: (code: string) => unknown,
): readonly CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const before = new Set<string>();
  const given = new Set<string>();
  for (const [place, step] of steps.entries()) {
    const at = `${path}.steps[${place}]`;
    if (!itemByCode(step.itemCode)) {
      faults.push({ path: `${at}.itemCode`, ...FAULTS.noItemHere(step.itemCode) });
    }
    for (const [no, code] of step.after.entries()) {
      if (!before.has(codeKey(code)))
        faults.push({ path: `${at}.after[${no}]`, ...FAULTS.noStepBefore(code) });
    }
    for (const [no, meaning] of step.needs.entries()) {
      if (!given.has(meaning)) faults.push({ path: `${at}.needs[${no}]`, ...FAULTS.nobodyGives(meaning) });
    }
    before.add(codeKey(step.itemCode));
    for (const meaning of step.gives) given.add(meaning);
  }
  const codes = steps.map(({ itemCode }) => codeKey(itemCode));
  return [...faults, ...twice(codes, `${path}.steps`, 'itemCode')];
}

/** A bundle as one line, to compare with ours. */
export function bundleAsLine({ nameZh, version, steps }: Bundle): string {
  return `${nameZh} v${version}: ${steps.map(({ itemCode }) => itemCode).join(' → ')}`;
}
