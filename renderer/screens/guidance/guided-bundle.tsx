import { useEffect, useRef } from 'react';
import type { BundleGuidance } from '#contract/shapes/guidance.ts';
import type { PoolQuestion } from '#contract/shapes/bundle-view.ts';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { QuestionList } from '../bundle/question-list.tsx';
import { TakeGuided } from './take-guided.tsx';
import type { Guiding } from './use-guiding.ts';

interface GuidedBundleProps {
  readonly stores: Stores;
  readonly guiding: Guiding;
  readonly whole: BundleGuidance;
}

const AGENT = 'agent';

/** A bundle at the greeter's desk: who comes, then each question once for all of its steps. */
export function GuidedBundle({ stores, guiding, whole }: GuidedBundleProps) {
  const words = useWords();
  const { bundle, steps } = whole.offer;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[data-option][tabindex="0"]')?.focus();
  }, []);
  const answer = ({ id }: PoolQuestion, optionId: string) => {
    if (id === AGENT) guiding.comesFor(optionId === 'other');
    else guiding.answer(id, optionId);
  };
  // What was answered here is shown at once; the desk gives the papers for it.
  const questions = whole.questions.map((one) => ({ ...one, answer: guiding.answers[one.id] ?? null }));
  return (
    <>
      <header>
        <div className="el">
          <h2 className="el">{inLanguage(words, bundle.nameZh, bundle.nameEn)}</h2>
          <span className="note el">
            {inLanguage(words, bundle.leadDepartment.nameZh, bundle.leadDepartment.nameEn)}
          </span>
        </div>
        <span className="tag q">{words.bundle.kinds[bundle.kind]}</span>
        <span className="tag">{words.bundle.steps(steps.length)}</span>
        <button type="button" className="btn quiet" onClick={guiding.next}>
          <Key cap="Esc" />
          {words.guidance.other}
        </button>
      </header>
      <div className="guided-bundle" ref={list}>
        <QuestionList
          questions={[agentQuestion(words, whole, guiding.agent), ...questions]}
          noteOf={(question) => (question.id === AGENT ? '' : servesWords(words, whole, question))}
          onAnswer={answer}
        >
          {whole.reroutes.map(({ itemCode, to }) => (
            <div className="reroute" role="alert" key={itemCode}>
              <b>{words.guidance.reroute(to)}</b>
            </div>
          ))}
          <span data-next tabIndex={-1} className="sr" onFocus={focusTake} />
        </QuestionList>
      </div>
      <TakeGuided stores={stores} guiding={guiding} queueCode={bundle.queue} asksNumber={false} />
    </>
  );
}

function focusTake(): void {
  document.querySelector<HTMLElement>('.take-guided [data-take]')?.focus();
}

function agentQuestion(words: Words, { offer }: BundleGuidance, agent: boolean | null): PoolQuestion {
  const said = words.guidance.agent;
  return {
    id: AGENT,
    situationId: AGENT,
    questionZh: said.question,
    questionEn: said.question,
    options: [
      { id: 'self', labelZh: said.self, labelEn: said.self },
      { id: 'other', labelZh: said.other, labelEn: said.other },
    ],
    answer: agent === null ? null : agent ? 'other' : 'self',
    itemCodes: offer.steps.map(({ itemCode }) => itemCode),
  };
}

/** Which of the steps ask it. */
function servesWords({ bundle }: Words, { offer }: BundleGuidance, { itemCodes }: PoolQuestion): string {
  const [only] = itemCodes;
  if (itemCodes.length > 1) return bundle.questions.once(itemCodes.length);
  return bundle.questions.step(1 + offer.steps.findIndex(({ itemCode }) => itemCode === only));
}
