import { useStore } from 'zustand';
import type { BundleView, PoolQuestion } from '#contract/shapes/bundle-view.ts';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords, type Words } from '../../words/words.ts';
import { QuestionList } from './question-list.tsx';
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
  const isOpen = view.questions.some((one) => one.answer === null);
  return (
    <QuestionList
      questions={view.questions}
      noteOf={(question) => servesWords(words, view, question)}
      onAnswer={(question, optionId) => void answer(question.id, optionId)}
    >
      <div className="step-foot">
        <button
          type="button"
          className="btn primary"
          data-next
          data-focus-first={!isOpen || undefined}
          onClick={() => turnTo('form')}
        >
          {questions.next}
          <Key cap="Enter" />
        </button>
      </div>
    </QuestionList>
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
