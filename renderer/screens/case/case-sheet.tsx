import './case.css';
import './materials.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useAct } from '../../keys/keys-context.ts';
import { type Step, STEPS } from '../../stores/case-acts.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { BundleKey } from '../bundle/bundle-key.tsx';
import { BundleOfferPage } from '../bundle/bundle-offer.tsx';
import { BundlePage } from '../bundle/bundle-page.tsx';
import { FormStep } from '../form/form-step.tsx';
import { ResultStep } from '../result/result-step.tsx';
import { ActBar } from './act-bar.tsx';
import { CardQuestion } from './card-question.tsx';
import { CaseHead } from './case-head.tsx';
import { IdentityStep } from './identity-step.tsx';
import { ItemStep } from './item-step.tsx';
import { MaterialsStep } from './materials-step.tsx';
import { railAnswers } from './rail-answers.ts';
import { SituationStep } from './situation-step.tsx';
import { StepRail } from './step-rail.tsx';

/** The sheet of paper in the middle: the case of the citizen at the window, step by step. */
export function CaseSheet({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { intake } = words.sheet;
  const { visit, known, setback, question, role, read, settle, turnTo, takeCard, leaveCard } = useStore(
    stores.visit,
  );
  const { file, step, goTo, follow, oneMore } = useStore(stores.caseFile);
  const body = useRef<HTMLDivElement>(null);
  useFollowing(stores);
  const { offer, view: bundle, shown, hide, follow: followBundle } = useStore(stores.bundle);
  const lies = offer !== null || (shown && bundle !== null);
  // A bundle lies over the case: the case begins anew when it is taken away.
  useStepFocus(body, step, lies ? null : (visit?.id ?? null), file?.id ?? null);
  useEffect(() => void read(), [read]);
  useEffect(() => void follow(visit), [follow, visit]);
  useEffect(() => void followBundle(visit), [followBundle, visit]);
  const { pages, viewed, view, follow: followPages } = useStore(stores.pages);
  const fileId = file?.id ?? null;
  useEffect(() => void followPages(fileId), [followPages, fileId]);
  const fileState = file?.state ?? null;
  const { follow: followForm, settle: settleForm } = stores.form.getState();
  useEffect(() => void followForm(fileId, fileState), [followForm, fileId, fileState]);
  const beside = pages.length > 0 ? 'open' : 'no-pages';
  useAct('paper-beside', () => view(viewed === null ? (pages[0]?.id ?? null) : null), beside);
  const more = () => {
    hide();
    oneMore();
  };
  useAct('one-more-item', more, standingOfOneMore(file?.state ?? null));

  const go = (to: Step) => {
    void settle();
    void settleForm();
    goTo(to);
  };
  const decided = file !== null && file.state !== 'draft';
  const before = decided && step === 'result' ? undefined : STEPS[STEPS.indexOf(step) - 1];
  useAct('back', () => {
    if (before) go(before);
  });

  if (!visit) {
    return (
      <section className="case-sheet sheet blank" aria-label={intake.region} data-region="case" tabIndex={-1}>
        {known && (
          <div className="blank-say">
            <h1>{intake.noVisit}</h1>
            <p className="note">{intake.noVisitNote}</p>
          </div>
        )}
        {setback && <p role="alert">{setbackWords(words, setback)}</p>}
      </section>
    );
  }

  const cardQuestion = question && (
    <CardQuestion
      question={question}
      visit={visit}
      onUse={(to) => {
        void takeCard(to);
        if (to !== role) turnTo(to);
      }}
      onLeave={leaveCard}
    />
  );
  const whole = offer ? (
    <BundleOfferPage stores={stores} offer={offer} visitId={visit.id} />
  ) : shown && bundle ? (
    <BundlePage stores={stores} view={bundle} />
  ) : null;
  if (whole) {
    return (
      <section className="case-sheet sheet" aria-label={words.bundle.region} data-region="case" tabIndex={-1}>
        {whole}
        {cardQuestion}
      </section>
    );
  }

  return (
    <section className="case-sheet sheet" aria-label={intake.region} data-region="case" tabIndex={-1}>
      <CaseHead visit={visit} file={file}>
        {file?.bundle && <BundleKey stores={stores} mark={file.bundle} />}
      </CaseHead>
      <StepRail answers={railAnswers(words, visit, file)} now={step} onGo={go} />
      <div className="step-body" data-step={step} ref={body}>
        <StepBody stores={stores} step={step} />
      </div>
      {!(decided && step === 'result') && <ActBar stores={stores} />}
      {cardQuestion}
    </section>
  );
}

function StepBody({ stores, step }: { readonly stores: Stores; readonly step: Step }) {
  switch (step) {
    case 'identity':
      return <IdentityStep stores={stores} />;
    case 'item':
      return <ItemStep stores={stores} />;
    case 'situation':
      return <SituationStep stores={stores} />;
    case 'form':
      return <FormStep stores={stores} />;
    case 'materials':
      return <MaterialsStep stores={stores} />;
    case 'result':
      break;
  }
  return <ResultStep stores={stores} />;
}

/** One more item only when the one in hand is settled: a draft would be lost from sight. */
function standingOfOneMore(state: string | null): string {
  if (state === null) return 'choose-item';
  return state === 'draft' ? 'draft-open' : 'open';
}

/** An item chosen elsewhere (the find box, a code on a guide) opens here. */
function useFollowing(stores: Stores): void {
  const wish = useStore(stores.screen, (s) => s.wish);
  const visit = useStore(stores.visit, (s) => s.visit);
  const file = useStore(stores.caseFile, (s) => s.file);
  useEffect(() => {
    if (visit && wish?.kind === 'bundle') {
      const named = stores.screen.getState().takeWish('bundle');
      if (named) void stores.bundle.getState().offerOf(named.catalogueId);
    }
    if (!visit || wish?.kind !== 'item') return;
    const taken = stores.screen.getState().takeWish('item');
    const { open, goTo } = stores.caseFile.getState();
    // A draft in hand is never replaced by a code or a search: it is shown, and may be thrown away there.
    if (file?.state === 'draft') goTo('item');
    else if (taken) void open(visit.id, taken.itemCode);
  }, [stores, wish, visit, file]);
}

/** A new step begins at its first thing to do. A push never moves the focus. */
function useStepFocus(
  body: { readonly current: HTMLElement | null },
  step: Step,
  visitId: string | null,
  caseId: string | null,
): void {
  const place = visitId === null ? null : `${visitId} ${caseId ?? ''} ${step}`;
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (begun.current === place) return;
    begun.current = place;
    if (place === null) return;
    const first = body.current?.querySelector<HTMLElement>('[data-focus-first], [data-row][tabindex="0"]');
    first?.focus({ preventScroll: true });
  }, [body, place]);
}
