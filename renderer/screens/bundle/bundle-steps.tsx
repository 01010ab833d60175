import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleStepView, BundleView } from '#contract/shapes/bundle-view.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { DenyDialog } from './deny-dialog.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { LeaveOutDialog } from './leave-out-dialog.tsx';
import { StepGraph } from './step-graph.tsx';
import { stepSays, stepSign } from './step-words.ts';

interface BundleStepsProps {
  readonly stores: Stores;
  readonly view: BundleView;
}

type Asking = { readonly what: 'give' | 'leave-out' | 'deny'; readonly step: BundleStepView } | null;

/** The picture of the steps, and what can be done with the one that has the focus. */
export function BundleSteps({ stores, view }: BundleStepsProps) {
  const words = useWords();
  const { bundle } = words;
  const takeIn = useStore(stores.bundle, (s) => s.takeIn);
  const [atCode, setAt] = useState<ItemCode | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const at =
    view.steps.find(({ itemCode }) => itemCode === atCode) ??
    view.steps.find(({ standing }) => standing === 'ready') ??
    view.steps.find(({ mayGive }) => mayGive) ??
    view.steps[0];

  const acts = at ? actsOf(words, at) : [];
  const run = (act: StepAct['act'], step: BundleStepView) => {
    if (act === 'look') openCase(stores, step);
    else if (act === 'take-in') void takeIn(step.itemCode);
    else setAsking({ what: act, step });
  };
  return (
    <div className="bundle-steps">
      <StepGraph
        label={bundle.graph}
        steps={view.steps}
        at={at?.itemCode ?? null}
        onMove={setAt}
        onKey={(key, step) => {
          const act = actsOf(words, step).find(({ cap }) => cap === key);
          if (act) run(act.act, step);
          return act !== undefined;
        }}
        classOf={(step) => (step.standing === 'ready' && step.case?.act ? 'ready can' : step.standing)}
        render={(step, no) => <StepCard view={view} step={step} no={no} />}
      />
      {at && (
        <p className="step-strip">
          <b className="el">{inLanguage(words, at.itemNameZh, at.itemNameEn)}</b>
          <span className="note el">
            {[
              inLanguage(words, at.departmentZh, at.departmentEn),
              at.given ? bundle.given(at.given.paper) : '',
              at.leftOut?.say ?? '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {acts.map(({ act, cap, label }) => (
            <button key={act} type="button" className="btn quiet" onClick={() => run(act, at)}>
              <Key cap={cap} />
              {label}
            </button>
          ))}
        </p>
      )}
      {asking?.what === 'give' && (
        <GiveDialog stores={stores} step={asking.step} onClose={() => setAsking(null)} />
      )}
      {asking?.what === 'deny' && (
        <DenyDialog stores={stores} step={asking.step} onClose={() => setAsking(null)} />
      )}
      {asking?.what === 'leave-out' && (
        <LeaveOutDialog stores={stores} step={asking.step} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

function StepCard({
  view,
  step,
  no,
}: {
  readonly view: BundleView;
  readonly step: BundleStepView;
  readonly no: number;
}) {
  const words = useWords();
  const [sign, tone] = stepSign(step);
  const says = stepSays(words, view, step);
  return (
    <>
      <Icon name={sign} tone={tone} />
      <span className="no n">{no}</span>
      <span className="nm">
        <b>{inLanguage(words, step.itemNameZh, step.itemNameEn)}</b>
        <span className="el" title={says}>
          <span className="sr">{words.bundle.standings[step.standing]} </span>
          {says}
        </span>
      </span>
    </>
  );
}

interface StepAct {
  readonly act: 'look' | 'give' | 'leave-out' | 'take-in' | 'deny';
  /** The key on the step: `Enter` or a digit. */
  readonly cap: string;
  readonly label: string;
}

function actsOf({ bundle }: Words, step: BundleStepView): StepAct[] {
  const canLook = step.case !== null && step.standing !== 'waits';
  return [
    ...(canLook ? [{ act: 'look', cap: 'Enter', label: bundle.look } as const] : []),
    ...(step.mayGive ? [{ act: 'give', cap: '1', label: bundle.give } as const] : []),
    ...(step.mayDeny ? [{ act: 'deny', cap: '3', label: bundle.deny.open } as const] : []),
    ...(step.mayLeaveOut ? [{ act: 'leave-out', cap: '2', label: bundle.leaveOut } as const] : []),
    ...(step.leftOut && step.leftOut.reason !== 'predecessor-ended'
      ? [{ act: 'take-in', cap: '2', label: bundle.takeIn } as const]
      : []),
  ];
}

/** One case of the bundle onto the sheet, where its work goes on. */
export function openCase({ bundle, caseFile }: Stores, { case: one }: Pick<BundleStepView, 'case'>): void {
  if (!one) return;
  bundle.getState().hide();
  void caseFile.getState().turnTo(one.id);
}
