import './bundle.css';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { BundlePart } from '../../stores/bundle-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { FormStep } from '../form/form-step.tsx';
import { listSays } from '../guidance/list-button.tsx';
import { useGuidanceList } from '../guidance/use-guidance-list.ts';
import { BundleBar } from './bundle-bar.tsx';
import { BundleRail } from './bundle-rail.tsx';
import { BundleResult } from './bundle-result.tsx';
import { BundleSteps } from './bundle-steps.tsx';
import { PoolQuestions } from './pool-questions.tsx';
import { PoolTable } from './pool-table.tsx';

interface BundlePageProps {
  readonly stores: Stores;
  readonly view: BundleView;
}

/** A bundle on the sheet: its steps as a picture, one set of questions, one form, one pool of papers, one act. */
export function BundlePage({ stores, view }: BundlePageProps) {
  const words = useWords();
  const { part, turns, setback, turnTo, hide } = useStore(stores.bundle);
  const page = useRef<HTMLDivElement>(null);
  useOneForm(stores, view, part);
  useAct('step-identity', () => {
    hide();
    stores.caseFile.getState().goTo('identity');
  });
  useAct('step-item', () =>
    page.current?.querySelector<HTMLElement>('[data-step-card][tabindex="0"]')?.focus(),
  );
  useFirstOfPart(page, `${view.id} ${part} ${turns}`);
  return (
    <div className="bundle-page" ref={page}>
      <BundleHead key={view.id} stores={stores} view={view} />
      <BundleSteps stores={stores} view={view} />
      <BundleRail view={view} now={part} onGo={turnTo} />
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <div className="step-body" data-part={part}>
        <PartBody stores={stores} view={view} part={part} />
      </div>
      <BundleBar stores={stores} view={view} />
    </div>
  );
}

function PartBody({ stores, view, part }: BundlePageProps & { readonly part: BundlePart }) {
  switch (part) {
    case 'situation':
      return <PoolQuestions stores={stores} view={view} />;
    case 'form':
      return <FormStep stores={stores} />;
    case 'materials':
      return <PoolTable stores={stores} view={view} />;
    case 'result':
      break;
  }
  return <BundleResult stores={stores} view={view} />;
}

function BundleHead({ stores, view }: BundlePageProps) {
  const words = useWords();
  const { bundle } = words;
  const { discard, offerOf, busy } = useStore(stores.bundle);
  const [asks, setAsks] = useState(false);
  const list = useGuidanceList(stores.desk);
  const counted = view.steps.filter(({ standing }) => standing !== 'left-out');
  const done = counted.filter(({ standing }) => standing === 'done').length;
  return (
    <header className="case-head">
      <div className="el">
        <div className="bundle-name">
          <h1 className="el">{inLanguage(words, view.nameZh, view.nameEn)}</h1>
          <span className="tag q">{bundle.kinds[view.kind]}</span>
          <span className={`tag ${STATE_TONES[view.state]}`}>{bundle.states[view.state]}</span>
        </div>
        <output className="note el" data-pdf={list.made?.pdf}>
          {listSays(words, list) ??
            bundle.head(
              inLanguage(words, view.leadDepartmentZh, view.leadDepartmentEn),
              done,
              counted.length,
            )}
        </output>
      </div>
      <div className="tags">
        <ActButton
          act="guidance-list"
          look="quiet"
          busy={list.busy}
          onAct={() => list.make({ kind: 'bundle', bundleId: view.id })}
        >
          {words.guidance.makeList}
        </ActButton>
        {view.subject && (
          <ActButton act="bundle-again" look="quiet" onAct={() => offerOf(view.catalogueId)}>
            {bundle.again(inLanguage(words, view.subject.nameZh, view.subject.nameEn))}
          </ActButton>
        )}
        {view.mayDiscard && (
          <ActButton act="take-away" look="quiet" onAct={() => setAsks(true)}>
            {bundle.discard}
          </ActButton>
        )}
      </div>
      {asks && (
        <Dialog
          title={bundle.discardTitle}
          note={bundle.discardNote}
          onClose={() => setAsks(false)}
          foot={
            <>
              <button
                type="button"
                className="btn big quiet stop"
                aria-busy={busy === 'discard' || undefined}
                onClick={() => {
                  setAsks(false);
                  void discard().then((gone) => gone && stores.caseFile.getState().oneMore());
                }}
              >
                {bundle.discardDo}
              </button>
              <button type="button" className="btn big" data-first onClick={() => setAsks(false)}>
                <Key act="back" />
                {bundle.keep}
              </button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </header>
  );
}

const STATE_TONES = { open: 'i', 'partly-done': 'p', done: 'p', 'partly-refused': 'z' } as const;

/** The one form is reached through a case that is open; on its way on it leads to the papers of the bundle. */
function useOneForm({ caseFile, form, bundle }: Stores, view: BundleView, part: BundlePart): void {
  const fileId = useStore(caseFile, (s) => s.file?.id ?? null);
  const step = useStore(caseFile, (s) => s.step);
  const caseId = view.form?.caseId ?? null;
  useEffect(() => {
    if (part !== 'form' || caseId === null) return;
    if (fileId !== caseId) void caseFile.getState().turnTo(caseId);
  }, [caseFile, part, caseId, fileId]);
  const followed = useStore(form, (s) => s.caseId);
  const scope = useStore(form, (s) => s.scope);
  useEffect(() => {
    if (part !== 'form' || followed === null || followed !== caseId) return;
    if (scope !== 'visit') void form.getState().turnTo('visit');
  }, [form, part, followed, caseId, scope]);
  const wasOnForm = useRef(false);
  useEffect(() => {
    if (part === 'form' && wasOnForm.current && step === 'materials') bundle.getState().turnTo('materials');
    wasOnForm.current = part === 'form';
    if (part === 'form' && step !== 'form') caseFile.getState().goTo('form');
  }, [bundle, caseFile, part, step]);
}

/** A part begins at its first thing to do. A push never moves the focus. */
function useFirstOfPart(page: { readonly current: HTMLElement | null }, place: string): void {
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (begun.current === place) return;
    begun.current = place;
    const body = page.current?.querySelector<HTMLElement>('.step-body');
    body?.querySelector<HTMLElement>('[data-focus-first]')?.focus({ preventScroll: true });
  }, [page, place]);
}
