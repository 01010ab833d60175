import type { BundleStepView } from '#contract/shapes/bundle-view.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { AskedField } from '#contract/shapes/form-view.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import { normalisedText } from '#rules/form/field-text.ts';
import { fieldTrouble } from '#rules/form/field-trouble.ts';
import { unionOfForms } from '#rules/form/form-union.ts';
import { goesBack } from '#rules/intake/original-custody.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { WriteBench } from '../answering.ts';
import { gatherCase } from '../intake/case-whole.ts';
import { provide } from '../intake/provide.ts';
import { caseById } from '../store/cases.ts';
import { keepWord, wordsOfVisit } from '../store/form-values.ts';
import { keepGiven, meaningIn, namesOfStep, type OpenBundle, openingsBeside } from '../store/open-bundles.ts';
import { settleBlocks } from './settle-blocks.ts';
import { gatherBundle, type WholeBundle, type WholeStep } from './whole-bundle.ts';

/** What the result of a step brings, and the paper that shows it. */
export interface GivenResult {
  readonly itemCode: ItemCode;
  readonly values: readonly { readonly meaning: Meaning; readonly value: string }[];
  readonly paper: string;
}

type Barred = 'no-such-step' | 'not-given-now' | 'values-incomplete' | 'value-not-right' | 'value-of-another';

/**
 * Writes down the values a step's result brings: they fill every form that means the same, whoever waited for them
 * goes on, and the paper that shows them stands for itself wherever it is only looked at.
 *
 * @returns why not, or null when it is done
 * @source domain.md 7 (2) (3)
 */
export function giveResult(bench: WriteBench, open: OpenBundle, given: GivenResult): Barred | null {
  const { db, nowMs, today, asker, parts } = bench;
  const whole = gatherBundle(bench, open);
  const found = whole.steps.find(({ step }) => step.itemCode === given.itemCode);
  if (!found?.record) return 'no-such-step';
  if (!mayGive(whole, found)) return 'not-given-now';
  const by = asker.staff?.number ?? 'nobody';
  const fields = fieldsOf(whole);
  for (const meaning of found.step.gives) {
    const typed = given.values.find((one) => one.meaning === meaning);
    const own = meaningIn(open, meaning);
    const field = fields.find((one) => one.meaning === own);
    const value = normalisedText(field?.kind ?? 'text', typed?.value ?? '');
    if (value === '') return 'values-incomplete';
    const trouble = field ? fieldTrouble(field, value, { today, site: parts.site.site }) : null;
    if (trouble?.blocks) return 'value-not-right';
    if (isOfAnother(bench, open, meaning, value)) return 'value-of-another';
    const origin = found.record.receiptNumber;
    keepWord(db, open.visitId, {
      meaning: own,
      source: 'predecessor',
      value,
      asOf: today,
      origin,
      atMs: nowMs,
      by,
    });
  }
  keepGiven(db, open.id, given.itemCode, { paper: given.paper, atMs: nowMs, by });
  settleBlocks(bench, open);
  showPaperAround(bench, whole, found);
  return null;
}

/** Two children never have one number: what was given to the other was typed from the wrong paper. */
function isOfAnother({ db }: WriteBench, open: OpenBundle, meaning: Meaning, value: string): boolean {
  const own = meaningIn(open, meaning);
  const others = new Set(openingsBeside(db, open).map((other) => meaningIn(other, meaning)));
  others.delete(own);
  return wordsOfVisit(db, open.visitId).some(
    (word) => others.has(word.meaning) && word.source === 'predecessor' && word.value === value,
  );
}

/**
 * Values are written down once a case was received, and may be put right until somebody built on them; so may a no that
 * was written down by mistake.
 */
export function mayGive({ steps }: WholeBundle, { step, begun, result, kept }: WholeStep): boolean {
  const builtOn = steps.some((other) => other.begun && other.step.after.includes(step.itemCode));
  const mayCome = result !== 'none-will-come' || kept.denied !== null;
  return step.gives.length > 0 && begun && mayCome && !builtOn;
}

/** Every field the forms of a bundle ask for, whatever became of the cases. */
export function fieldsOf({ open, steps }: WholeBundle): AskedField[] {
  return unionOfForms(
    steps.flatMap(({ step, record }) =>
      record ? [{ caseId: record.id, fields: record.item.form, ...namesOfStep(open, step) }] : [],
    ),
  );
}

/** The steps that make a paper others ask for, by the paper's name, while it is not made yet. */
export function papersMadeBefore(
  { steps }: WholeBundle,
  { step }: WholeStep,
): ReadonlyMap<string, BundleStepView['itemCode']> {
  return new Map(
    steps.flatMap((other) =>
      other.record && other.result === 'open' && step.after.includes(other.step.itemCode)
        ? [[other.record.item.resultName, other.step.itemCode] as const]
        : [],
    ),
  );
}

/** The clerk has the new paper in hand: a case that only looks at it has seen it. */
function showPaperAround(bench: WriteBench, { steps }: WholeBundle, made: WholeStep): void {
  const name = made.record?.item.resultName;
  for (const { step, record } of steps) {
    if (!record || !step.after.includes(made.step.itemCode)) continue;
    const now = caseById(bench.db, record.id);
    if (!now || !takesPapers(now.state)) continue;
    const paper = gatherCase(bench, now).materials.find((one) => one.nameZh === name);
    if (!paper?.asked || paper.route !== null || !goesBack(paper.custody)) continue;
    provide(bench, now, {
      caseId: now.id,
      materialId: paper.id,
      route: 'paper',
      originalsTaken: 0,
      copiesTaken: 0,
      checkedAgainstOriginal: true,
      fileHash: null,
      dueOn: null,
    });
  }
}
