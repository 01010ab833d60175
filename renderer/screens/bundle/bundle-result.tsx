import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleStepView, BundleView } from '#contract/shapes/bundle-view.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { StepDone } from '../../stores/bundle-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { reasonWords } from '../../words/saying.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { PapersDialog } from '../papers/papers-dialog.tsx';
import { PartlyFailed } from './partly-failed.tsx';
import { stateWords, stepNo, stepSays, stepSign, waitedNames, waitedSteps } from './step-words.ts';

interface BundleResultProps {
  readonly stores: Stores;
  readonly view: BundleView;
}

/** Each case with its number, department and day; the one slip for all of them; what nobody has to go for. */
export function BundleResult({ stores, view }: BundleResultProps) {
  const words = useWords();
  const { result } = words.bundle;
  const done = useStore(stores.bundle, (s) => s.done);
  const finish = useStore(stores.queue, (s) => s.finish);
  const [papersOpen, setPapersOpen] = useState(false);
  const waiting = view.steps.find(({ standing, stuck }) => standing === 'waits' && !stuck);
  const slip = view.notices.at(-1);
  const isOpen = view.steps.some(({ standing }) => standing === 'ready');
  return (
    <div className="bundle-result">
      <PartlyFailed view={view} />
      <div className="case-scroll">
        <table className="case-rows">
          <tbody>
            {view.steps
              .filter((step) => step.case !== null)
              .map((step) => (
                <ResultRow
                  key={step.itemCode}
                  view={view}
                  step={step}
                  done={done.find(({ itemCode }) => itemCode === step.itemCode)}
                />
              ))}
          </tbody>
        </table>
      </div>
      {view.merged.length > 0 && (
        <section className="merged">
          <h2>{result.merged}</h2>
          <ul>
            {view.merged.map((one) => (
              <li key={one.departmentZh + one.filingNameZh}>
                <Icon
                  name={one.sync === 'done' ? 'ok' : 'wait'}
                  size="s"
                  tone={one.sync === 'done' ? 'pine' : 'indigo'}
                />
                {result.mergedNote(
                  inLanguage(words, one.filingNameZh, one.filingNameEn),
                  inLanguage(words, one.departmentZh, one.departmentEn),
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="bundle-slip">
        <Icon
          name={slip?.pdf.state === 'pressed' ? 'ok' : slip ? 'wait' : 'todo'}
          tone={slip?.pdf.state === 'pressed' ? 'pine' : slip ? 'indigo' : 'dim'}
        />
        <span>
          <b>
            {result.receipt} {slip?.documentNumber ?? ''}
          </b>
          <span className="note">{slipWords(words, view)}</span>
        </span>
        <ActButton act="papers" look="quiet" onAct={() => setPapersOpen(true)}>
          {result.print}
        </ActButton>
        {!isOpen && (
          <button type="button" className="btn big primary" data-focus-first onClick={() => void finish()}>
            <Key act="finish" />
            {result.finish}
          </button>
        )}
      </div>
      {waiting && slip && (
        <p className="say-aloud">
          <Icon name="volume" size="s" tone="qing" />
          {result.say(inLanguage(words, waitedNames(words, view, waiting), waitedSteps(view, waiting)))}
        </p>
      )}
      {papersOpen && <PapersDialog stores={stores} onClose={() => setPapersOpen(false)} />}
    </div>
  );
}

interface ResultRowProps {
  readonly view: BundleView;
  readonly step: BundleStepView;
  readonly done: StepDone | undefined;
}

function ResultRow({ view, step, done }: ResultRowProps) {
  const words = useWords();
  const { result } = words.bundle;
  const failed = done && done.because !== null;
  const [sign, tone] = failed ? (['stop', 'zhu'] as const) : stepSign(step);
  const { case: one } = step;
  return (
    <tr data-result={step.itemCode} data-standing={step.standing}>
      <td className="n dim">{stepNo(view, step.itemCode)}</td>
      <td>
        <Icon name={sign} tone={tone} />
      </td>
      <th scope="row">
        <b>{inLanguage(words, step.itemNameZh, step.itemNameEn)}</b>
        <span className="note">{inLanguage(words, step.departmentZh, step.departmentEn)}</span>
      </th>
      <td className="n">{one?.receiptNumber ?? result.notYet}</td>
      <td className="note">
        {failed ? result.failed(reasonWords(words, done.because ?? '')) : standingWords(words, view, step)}
      </td>
    </tr>
  );
}

function standingWords(words: Words, view: BundleView, step: BundleStepView): string {
  const { case: one } = step;
  if (step.standing !== 'under-way' || !one) return stepSays(words, view, step);
  return [
    stateWords(words, step, one.state),
    one.promisedDueOn ? words.bundle.due(dayWords(one.promisedDueOn, words)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function slipWords(words: Words, { notices, ...view }: BundleView): string {
  const { result } = words.bundle;
  const slip = notices.at(-1);
  const delivery = inLanguage(words, view.deliveryZh, view.deliveryEn);
  const standing = !slip
    ? result.noReceipt
    : slip.pdf.state === 'pressed'
      ? result.receiptPressed
      : result.receiptWaits;
  return `${standing} · ${delivery}`;
}
