import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BundleOffer } from '#contract/shapes/bundle-view.ts';
import type { BundleStep } from '#contract/shapes/bundle.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { StepGraph } from './step-graph.tsx';

interface BundleOfferProps {
  readonly stores: Stores;
  readonly offer: BundleOffer;
  readonly visitId: VisitId;
}

/** A bundle before it is opened: who applies, how it goes, and which steps the citizen needs. */
export function BundleOfferPage({ stores, offer, visitId }: BundleOfferProps) {
  const words = useWords();
  const said = words.bundle.offer;
  const { without, busy, setback, toggle, open, dropOffer } = useStore(stores.bundle);
  const { bundle } = offer;
  const visit = useStore(stores.visit, (s) => s.visit);
  const before = (visit?.bundles ?? []).filter(({ catalogueId }) => catalogueId === bundle.id).length;
  const { subject } = bundle;
  const again = before > 0 && subject !== null;
  const [at, setAt] = useState<ItemCode | null>(null);
  const page = useRef<HTMLDivElement>(null);
  useAct('back', dropOffer);
  useEffect(() => page.current?.querySelector<HTMLElement>('[data-step-card]')?.focus(), []);
  const start = async () => {
    if (!(await open(visitId, again, (itemCode) => sayOf(words, offer, itemCode)))) return;
    const form = stores.bundle.getState().view?.form;
    if (form) await stores.caseFile.getState().turnTo(form.caseId);
  };
  const press = (key: string, step: BundleStep): boolean => {
    if (key === ' ' && mayLeave(step)) toggle(step.itemCode);
    else if (key === 'Enter') void start();
    else return key === ' ';
    return true;
  };
  return (
    <div className="bundle-offer" ref={page}>
      <header className="case-head">
        <div className="el">
          <h1 className="el">{inLanguage(words, bundle.nameZh, bundle.nameEn)}</h1>
          <span className="note el">
            {inLanguage(words, bundle.leadDepartment.nameZh, bundle.leadDepartment.nameEn)}
          </span>
        </div>
        <div className="tags">
          <span className="tag q">{words.bundle.kinds[bundle.kind]}</span>
        </div>
      </header>
      {again && (
        <output className="again-say">
          <Icon name="ok" tone="pine" />
          <b>{said.again(inLanguage(words, subject.nameZh, subject.nameEn), before + 1)}</b>
          <span className="note">{said.againNote}</span>
        </output>
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <StepGraph
        label={words.bundle.graph}
        steps={bundle.steps}
        at={at ?? bundle.steps[0]?.itemCode ?? null}
        onMove={setAt}
        onKey={press}
        classOf={({ itemCode }) => (without.includes(itemCode) ? 'left-out' : 'ready')}
        render={(step, no) => (
          <OfferCard offer={offer} step={step} no={no} isOut={without.includes(step.itemCode)} />
        )}
      />
      <p className="note">{said.choose}</p>
      <dl className="rules">
        <dt>{said.who}</dt>
        <dd>{inLanguage(words, bundle.applicantRuleZh, bundle.applicantRuleEn)}</dd>
        <dt>{said.rule}</dt>
        <dd>{inLanguage(words, bundle.ruleZh, bundle.ruleEn)}</dd>
        <dt>{said.delivery}</dt>
        <dd>{inLanguage(words, bundle.deliveryZh, bundle.deliveryEn)}</dd>
        {bundle.mergedDepartments.length > 0 && (
          <>
            <dt>{said.merged}</dt>
            <dd>
              {bundle.mergedDepartments
                .map((one) =>
                  words.bundle.result.mergedNote(
                    inLanguage(words, one.filingNameZh, one.filingNameEn),
                    inLanguage(words, one.department.nameZh, one.department.nameEn),
                  ),
                )
                .join(words.sheet.intake.listMark)}
            </dd>
          </>
        )}
      </dl>
      <div className="step-foot">
        <button type="button" className="btn quiet" onClick={dropOffer}>
          <Key act="back" />
          {said.back}
        </button>
        <button
          type="button"
          className="btn big primary"
          aria-busy={busy === 'open' || undefined}
          onClick={() => void start()}
        >
          <Key cap="Enter" />
          {said.open(bundle.steps.length - without.length)}
        </button>
      </div>
    </div>
  );
}

interface OfferCardProps {
  readonly offer: BundleOffer;
  readonly step: BundleStep;
  readonly no: number;
  readonly isOut: boolean;
}

function OfferCard({ offer, step, no, isOut }: OfferCardProps) {
  const words = useWords();
  const said = words.bundle.offer;
  const item = offer.steps.find(({ itemCode }) => itemCode === step.itemCode);
  if (!item) return null;
  const why = step.canSkipIf
    ? inLanguage(words, step.canSkipIf.zh, step.canSkipIf.en)
    : step.optional
      ? said.leaveOptional
      : inLanguage(words, item.departmentZh, item.departmentEn);
  return (
    <>
      <Icon name={isOut ? 'none' : 'ok'} tone={isOut ? 'dim' : 'pine'} />
      <span className="no n">{no}</span>
      <span className="nm">
        <b>{inLanguage(words, item.itemNameZh, item.itemNameEn)}</b>
        <span className="el" title={why}>
          <span className="sr">{isOut ? said.left : said.taken} </span>
          {why}
        </span>
      </span>
    </>
  );
}

function mayLeave({ optional, canSkipIf }: BundleStep): boolean {
  return optional || canSkipIf !== null;
}

/** What is written down about a step that is not applied for. */
function sayOf(words: Words, { bundle }: BundleOffer, itemCode: ItemCode): string {
  const condition = bundle.steps.find((step) => step.itemCode === itemCode)?.canSkipIf;
  return condition ? inLanguage(words, condition.zh, condition.en) : words.bundle.offer.saidOptional;
}
