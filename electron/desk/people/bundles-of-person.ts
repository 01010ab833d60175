import type { PersonPage } from '#contract/shapes/person-page.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { gatherBundle, type WholeBundle, type WholeStep } from '../bundles/whole-bundle.ts';
import type { CaseRecord } from '../store/cases.ts';
import { bundleOfCase, markOf, type OpenBundle } from '../store/open-bundles.ts';

type BundleLine = PersonPage['bundles'][number];

/** The events these cases are steps of, each once, in the order of the cases. */
export function bundlesOfCases(db: Reader, records: readonly CaseRecord[]): BundleLine[] {
  const found = new Map<OpenBundle['id'], OpenBundle>();
  for (const { id } of records) {
    const open = bundleOfCase(db, id);
    if (open) found.set(open.id, open);
  }
  return [...found.values()].flatMap((open) => lineOf(gatherBundle({ db }, open)) ?? []);
}

/** Null where every step was left out: no case tells of it. */
function lineOf(whole: WholeBundle): BundleLine | null {
  const applied = whole.steps.filter(({ record }) => record !== null);
  const { record } = applied.find(({ standing }) => !OVER.has(standing)) ?? applied.at(-1) ?? {};
  if (!record) return null;
  return {
    caseId: record.id,
    receiptNumber: record.receiptNumber,
    itemNameZh: record.item.nameZh,
    itemNameEn: record.item.nameEn,
    bundle: markOf(whole.open),
    state: whole.state,
    steps: applied.flatMap((step) => stepOf(whole, step) ?? []),
  };
}

const OVER: ReadonlySet<WholeStep['standing']> = new Set(['done', 'ended']);

function stepOf({ steps }: WholeBundle, { record, standing, waitsFor }: WholeStep) {
  if (!record) return null;
  const { nameZh, nameEn } = record.item;
  const names = waitsFor.flatMap(
    ({ itemCode }) => steps.find(({ step }) => step.itemCode === itemCode)?.record?.item.resultName ?? [],
  );
  return { itemNameZh: nameZh, itemNameEn: nameEn, standing, waitsFor: names };
}
