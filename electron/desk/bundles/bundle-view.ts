import type {
  BundleOffer,
  BundleStepView,
  BundleView,
  EndedStep,
  PoolPaper,
} from '#contract/shapes/bundle-view.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Bundle } from '#contract/shapes/bundle.ts';
import { maskedField } from '#rules/form/field-mask.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';
import { paperPool } from '#rules/bundles/paper-pool.ts';
import { poolQuestions } from '#rules/bundles/questions.ts';
import { readyAct } from '#rules/bundles/ready-act.ts';
import { endedStep } from '#rules/bundles/step-ended.ts';
import { lastToleranceDay } from '#rules/intake/tolerance.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { situationsAsked, situationsOpen } from '#rules/intake/situations.ts';
import { gatherForm } from '../form/gather-form.ts';
import { gatherCase, type Looking, type WholeCase } from '../intake/case-whole.ts';
import type { Parts } from '../parts.ts';
import { actsOfCase } from '../store/case-acts.ts';
import { wordsOfVisit } from '../store/form-values.ts';
import { receiptsOfBundle } from '../store/notices.ts';
import { markOf, meaningIn, type OpenBundle } from '../store/open-bundles.ts';
import { syncStateOf } from '../store/outbox.ts';
import { partiesOf } from '../store/parties.ts';
import { mayDeny } from './deny.ts';
import { fieldsOf, mayGive, papersMadeBefore } from './give.ts';
import { whyLeftOut } from './open-bundle.ts';
import { gatherBundle, type WholeBundle, type WholeStep } from './whole-bundle.ts';

/** An open bundle as the clerk's screen shows it. */
export function bundleView(looking: Looking, open: OpenBundle): BundleView {
  const whole = gatherBundle(looking, open);
  const { bundle } = open;
  const cases = casesOf(looking, whole);
  const openCases = cases.filter(({ record }) => takesPapers(record.state));
  return {
    ...markOf(open),
    visitId: open.visitId,
    kind: bundle.kind,
    subject: bundle.subject,
    version: bundle.version,
    applicantRuleZh: bundle.applicantRuleZh,
    applicantRuleEn: bundle.applicantRuleEn,
    ruleZh: bundle.ruleZh,
    ruleEn: bundle.ruleEn,
    deliveryZh: bundle.deliveryZh,
    deliveryEn: bundle.deliveryEn,
    leadDepartmentZh: bundle.leadDepartment.nameZh,
    leadDepartmentEn: bundle.leadDepartment.nameEn,
    state: whole.state,
    openedAtMs: open.openedAtMs,
    steps: whole.steps.map((step) => stepView(looking, whole, step, cases)),
    papers: pool(looking, whole, cases),
    questions: poolQuestions(
      openCases.map(({ record: { item, answers } }) => ({
        itemCode: item.code,
        situations: situationsAsked(item),
        answers,
      })),
    ),
    form: formOf(looking, open, openCases),
    merged: mergedOf(looking, whole),
    notices: receiptsOfBundle(looking.db, open.id),
    mayDiscard: whole.steps.every(({ begun }) => !begun),
  };
}

/** A bundle before it is opened: its steps by name and department. Null when one of its items is not in force. */
export function bundleOffer({ items }: Pick<Parts, 'items'>, bundle: Bundle): BundleOffer | null {
  const steps = bundle.steps.flatMap(({ itemCode }) => items.byCode(itemCode) ?? []);
  if (steps.length < bundle.steps.length) return null;
  return {
    bundle,
    steps: steps.map((item) => ({
      itemCode: item.code,
      itemNameZh: item.nameZh,
      itemNameEn: item.nameEn,
      departmentZh: item.department.nameZh,
      departmentEn: item.department.nameEn,
      departmentSeatOnly: item.counterOutcomeAuthority === 'department_seat_only',
    })),
  };
}

/** The pool of papers of a bundle. */
export function poolOf(looking: Looking, whole: WholeBundle): PoolPaper[] {
  return pool(looking, whole, casesOf(looking, whole));
}

function casesOf(looking: Looking, { steps }: WholeBundle): readonly WholeCase[] {
  return steps.flatMap(({ record }) => (record ? [gatherCase(looking, record)] : []));
}

function pool(looking: Looking, whole: WholeBundle, cases: readonly WholeCase[]): PoolPaper[] {
  const { bundle } = whole.open;
  return paperPool(
    whole.steps.flatMap((step) => {
      const one = caseOf(step, cases);
      return one
        ? [
            {
              itemCode: step.step.itemCode,
              open: takesPapers(one.record.state),
              materials: one.materials,
              missing: one.papers.missing,
              laterBy: laterBy(looking, one),
              madeBefore: papersMadeBefore(whole, step),
            },
          ]
        : [];
    }),
    new Set(bundle.sharedMaterials),
    (materialId) => bundle.materialNotes[materialId] ?? null,
  );
}

function laterBy({ parts, today }: Looking, { dues }: WholeCase): Day | null {
  try {
    return lastToleranceDay(today, dues?.promisedDueOn ?? null, parts.calendar);
  } catch (thrown) {
    // The calendar does not reach that far: no day can be promised.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function stepView(
  looking: Looking,
  whole: WholeBundle,
  found: WholeStep,
  cases: readonly WholeCase[],
): BundleStepView {
  const { step, kept } = found;
  const one = caseOf(found, cases);
  const item = one?.record.item ?? looking.parts.items.byCode(step.itemCode);
  return {
    itemCode: step.itemCode,
    after: step.after,
    optional: step.optional,
    canSkipIf: step.canSkipIf,
    itemNameZh: item?.nameZh ?? step.itemCode,
    itemNameEn: item?.nameEn ?? step.itemCode,
    departmentZh: item?.department.nameZh ?? '',
    departmentEn: item?.department.nameEn ?? '',
    departmentSeatOnly: item?.counterOutcomeAuthority === 'department_seat_only',
    resultName: item?.resultName ?? '',
    standing: found.standing,
    waitsFor: [...found.waitsFor],
    stuck: found.stuck,
    gives: givesOf(looking, whole, found),
    mayGive: mayGive(whole, found),
    mayDeny: mayDeny(found),
    ended: found.standing === 'ended' && one ? endedOf(looking, found, one) : null,
    mayLeaveOut: found.record ? whyLeftOut(whole, found) : null,
    leftOut: kept.leftOut,
    given: kept.given,
    releasedAtMs: kept.releasedAtMs,
    case: one ? stepCase(looking, one) : null,
  };
}

function endedOf({ db }: Looking, { kept }: WholeStep, { record }: WholeCase): EndedStep {
  return endedStep(record.state, kept.denied, actsOfCase(db, record.id));
}

function givesOf(looking: Looking, whole: WholeBundle, { step }: WholeStep): BundleStepView['gives'] {
  if (step.gives.length === 0) return [];
  const fields = fieldsOf(whole);
  const words = wordsOfVisit(looking.db, whole.open.visitId);
  return step.gives.map((meaning) => {
    const own = meaningIn(whole.open, meaning);
    const field = fields.find((one) => one.meaning === own);
    const word = words.find((one) => one.meaning === own && one.source === 'predecessor');
    const masked = field && word ? maskedField(field, word.value) : null;
    return {
      meaning,
      labelZh: field?.labelZh ?? meaning,
      labelEn: field?.labelEn ?? meaning,
      kind: field?.kind ?? 'text',
      shown: masked ?? word?.value ?? null,
    };
  });
}

function stepCase({ db }: Looking, { record, outcomes, papers, form, dues, crossing }: WholeCase) {
  const { item } = record;
  const ready = readyAct({
    outcomes,
    may: crossing.may,
    missing: papers.missing.length,
    formWhole: isFormWhole(form.standing),
  });
  // What was taken in already is decided on its own sheet.
  const decided = record.receiptNumber !== null;
  return {
    id: record.id,
    state: record.state,
    receiptNumber: record.receiptNumber,
    promisedDueOn: record.promisedDueOn,
    dueIfAccepted: decided ? null : (dues?.promisedDueOn ?? null),
    act: decided ? null : ready.act,
    because: decided ? 'already-decided' : ready.because,
    questionsOpen: situationsOpen(item, record.answers).length,
    missing: papers.missing.length,
    form: form.standing,
    sync: syncStateOf(db, record.id),
  };
}

function formOf(
  looking: Looking,
  { visitId }: OpenBundle,
  [first, ...others]: readonly WholeCase[],
): BundleView['form'] {
  if (!first) return null;
  const records = [first.record, ...others.map(({ record }) => record)] as const;
  const people = partiesOf(looking.db, visitId);
  const { standing } = gatherForm(looking, records, people);
  return { caseId: first.record.id, standing };
}

function mergedOf({ db }: Looking, { open, steps }: WholeBundle): BundleView['merged'] {
  const accepted = steps.find(({ record }) => record !== null && record.acceptedOn !== null)?.record;
  return open.bundle.mergedDepartments.map(({ department, filingNameZh, filingNameEn }) => ({
    departmentZh: department.nameZh,
    departmentEn: department.nameEn,
    filingNameZh,
    filingNameEn,
    sync: accepted ? syncStateOf(db, accepted.id) : null,
  }));
}

function caseOf({ record }: WholeStep, cases: readonly WholeCase[]): WholeCase | undefined {
  return record === null ? undefined : cases.find((one) => one.record.id === record.id);
}
