import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { PoolQuestion } from '#contract/shapes/bundle-view.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { inLanguage, useWords } from '../../words/words.ts';

interface QuestionListProps {
  readonly questions: readonly PoolQuestion[];
  readonly noteOf: (question: PoolQuestion) => string;
  readonly onAnswer: (question: PoolQuestion, optionId: string) => void;
  /** What comes after the last question; it holds the `data-next` the keys go on to. */
  readonly children: ReactNode;
}

/** Questions of a bundle. Digits answer and go on; left and right look, up and down change the question. */
export function QuestionList({ questions, noteOf, onAnswer, children }: QuestionListProps) {
  const words = useWords();
  const body = useRef<HTMLDivElement>(null);
  const firstOpen = questions.findIndex((one) => one.answer === null);

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
      onAnswer(question, digit.id);
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
      {questions.length === 0 && <p className="empty">{words.bundle.questions.none}</p>}
      <ol>
        {questions.map((question, index) => {
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
                  <span className="note">{noteOf(question)}</span>
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
                    onClick={() => onAnswer(question, option.id)}
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
      {children}
    </div>
  );
}
