import type { BundleStep } from '#contract/shapes/bundle.ts';
import type { BundleState } from '#contract/shapes/bundle-view.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import { bundleState, type StepFacts, stepGraph, type StepInGraph } from '#rules/bundles/step-graph.ts';
import { type StepResult, stepResult } from '#rules/bundles/step-result.ts';
import type { Looking } from '../intake/case-whole.ts';
import { actsOfCase } from '../store/case-acts.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { wordsOfVisit } from '../store/form-values.ts';
import { meaningIn, type OpenBundle, type OpenStep, stepsOfBundle } from '../store/open-bundles.ts';

/** One step with its case and its place in the graph. */
export interface WholeStep extends StepInGraph {
  readonly step: BundleStep;
  readonly kept: OpenStep;
  /** Null for a step that is left out. */
  readonly record: CaseRecord | null;
  readonly result: StepResult;
  readonly begun: boolean;
}

/** A bundle with all that decides where its steps stand, gathered before anything is decided. */
export interface WholeBundle {
  readonly open: OpenBundle;
  readonly steps: readonly WholeStep[];
  readonly state: BundleState;
}

export function gatherBundle({ db }: Pick<Looking, 'db'>, open: OpenBundle): WholeBundle {
  const kept = stepsOfBundle(db, open.id);
  const given = new Set(
    wordsOfVisit(db, open.visitId).flatMap(({ meaning, source }) =>
      source === 'predecessor' ? [meaning] : [],
    ),
  );
  const isOpen = (meaning: Meaning): boolean => !given.has(meaningIn(open, meaning));
  const steps = open.bundle.steps.map((step) => gatherStep(db, step, existing(kept, step.itemCode), isOpen));
  const graph = stepGraph(steps.map(factsOf));
  const whole = steps.map((one) => ({ ...one, ...inGraph(graph, one.step.itemCode) }));
  return { open, steps: whole, state: bundleState(whole.map(({ standing }) => standing)) };
}

type Gathered = Omit<WholeStep, keyof StepInGraph>;

function gatherStep(
  db: Looking['db'],
  step: BundleStep,
  kept: OpenStep,
  isOpen: (meaning: Meaning) => boolean,
): Gathered {
  const record = kept.caseId === null ? null : caseById(db, kept.caseId);
  if (!record) return { step, kept, record: null, result: 'open', begun: false };
  const begun = record.receiptNumber !== null;
  const granted = begun && actsOfCase(db, record.id).some(({ event }) => event === 'grant');
  const result = stepResult({
    state: record.state,
    granted,
    given: kept.given !== null,
    denied: kept.denied !== null,
    valuesOpen: step.gives.filter(isOpen).length,
  });
  return { step, kept, record, result, begun };
}

function factsOf({ step, kept, result, begun }: Gathered): StepFacts {
  const { itemCode, after, gives, needs } = step;
  return { itemCode, after, gives, needs, leftOut: kept.leftOut !== null, result, begun };
}

function existing(kept: ReadonlyMap<ItemCode, OpenStep>, itemCode: ItemCode): OpenStep {
  const step = kept.get(itemCode);
  if (!step) throw new Error('an open bundle has every step of its bundle');
  return step;
}

function inGraph(graph: ReadonlyMap<ItemCode, StepInGraph>, itemCode: ItemCode): StepInGraph {
  const found = graph.get(itemCode);
  if (!found) throw new Error('the graph has every step');
  return found;
}
