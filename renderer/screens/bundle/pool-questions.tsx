import { type KeyboardEvent, useRef } from 'react';
import { useStore } from 'zustand';
import type { BundleView, PoolQuestion } from '#contract/shapes/bundle-view.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { stepNo } from './step-words.ts';

interface PoolQuestionsProps {
  readonly stores: Stores;
  readonly view: BundleView;
}

/** Every question of the bundle once; a fact about the citizen answers each case that asks it. */
export function PoolQuestions({ stores, view }: PoolQuestionsProps) {
  const words = useWords();
  const { questions } = words.bundle;
  const { answer, turnTo } = useStore(stores.bundle);
  const body = useRef<HTMLDivElement>(null);
  const firstOpen = view.questions.findIndex((one) => one.answer === null);

  const beside = (index: number) => {
    const groups = [...(body.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const next = groups[index]?.querySelector<HTMLElement>('[data-option][tabindex="0"]');
    (next ?? body.current?.querySelector<HTMLElement>('[data-next]'))?.focus();
  };
  const press = (event: KeyboardEvent, question: PoolQuestion, index: number, at: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const options = [
      ...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-option]') ?? []),
    ];
    const digit = /^[1-9]$/.test(event.key) ? question.options[Number(event.key) - 1] : undefined;
    if (digit) {
      void answer(question.id, digit.id);
      beside(index + 1);
    } else if (event.key === 'ArrowDown') beside(index + 1);
    else if (event.key === 'ArrowUp' && index > 0) beside(index - 1);
    else if (event.key === 'ArrowRight') options[at + 1]?.focus();
    else if (event.key === 'ArrowLeft') options[at - 1]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div className="situation-step pool-questions" ref={body}>
      {view.questions.length === 0 && <p className="empty">{questions.none}</p>}
      <ol>
        {view.questions.map((question, index) => {
          const chosen = Math.max(
            0,
            question.options.findIndex(({ id }) => id === question.answer),
          );
          return (
            <li className="question" key={question.id}>
              <fieldset className="options" data-question>
                <legend>
                  <span className="n dim">{index + 1}</span>{' '}
                  {inLanguage(words, question.questionZh, question.questionEn)}
                  {question.answer !== null && <Icon name="ok" size="s" tone="pine" />}
                  <span className="note">{servesWords(words, view, question)}</span>
                </legend>
                {question.options.map((option, at) => (
                  <button
                    key={option.id}
                    type="button"
                    data-option
                    aria-pressed={option.id === question.answer}
                    className={option.id === question.answer ? 'on' : undefined}
                    tabIndex={at === chosen ? 0 : -1}
                    data-focus-first={(index === firstOpen && at === chosen) || undefined}
                    onKeyDown={(event) => press(event, question, index, at)}
                    onClick={() => void answer(question.id, option.id)}
                  >
                    <Key cap={String(at + 1)} />
                    <span className="label">{inLanguage(words, option.labelZh, option.labelEn)}</span>
                  </button>
                ))}
              </fieldset>
            </li>
          );
        })}
      </ol>
      <div className="step-foot">
        <button
          type="button"
          className="btn primary"
          data-next
          data-focus-first={firstOpen < 0 || undefined}
          onClick={() => turnTo('form')}
        >
          {questions.next}
          <Key cap="Enter" />
        </button>
      </div>
    </div>
  );
}

function servesWords(
  { bundle: { questions } }: Words,
  view: BundleView,
  { itemCodes }: PoolQuestion,
): string {
  const [only] = itemCodes;
  if (itemCodes.length > 1) return questions.once(itemCodes.length);
  return only ? questions.step(stepNo(view, only)) : '';
}
