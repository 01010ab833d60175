import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { BundlePart } from '../../stores/bundle-store.ts';
import { useWords, type Words } from '../../words/words.ts';
import { RAIL_SIGNS, type RailAnswer } from '../case/rail-answers.ts';

const ACT_OF = {
  situation: 'step-situation',
  form: 'step-form',
  materials: 'step-materials',
  result: 'step-result',
} as const;

const PARTS = ['situation', 'form', 'materials', 'result'] as const satisfies readonly BundlePart[];

interface BundleRailProps {
  readonly view: BundleView;
  readonly now: BundlePart;
  readonly onGo: (part: BundlePart) => void;
}

/** What is asked once for all cases: questions, form, papers; and what came of them. */
export function BundleRail({ view, now, onGo }: BundleRailProps) {
  const words = useWords();
  return (
    <ol className="rail bundle-rail" aria-label={words.sheet.intake.rail.label}>
      {PARTS.map((part) => (
        <RailPart key={part} part={part} view={view} isNow={part === now} onGo={onGo} />
      ))}
    </ol>
  );
}

interface RailPartProps {
  readonly part: BundlePart;
  readonly view: BundleView;
  readonly isNow: boolean;
  readonly onGo: (part: BundlePart) => void;
}

function RailPart({ part, view, isNow, onGo }: RailPartProps) {
  const words = useWords();
  const act = ACT_OF[part];
  useAct(act, () => onGo(part));
  const { state, answer } = answerOf[part](words, view);
  const [sign, tone] = RAIL_SIGNS[state];
  return (
    <li className={isNow ? 'now' : state} aria-current={isNow ? 'step' : undefined}>
      <button type="button" onClick={() => onGo(part)}>
        <Icon name={sign} tone={tone} />
        <span className="l">
          {words.sheet.intake.steps[part]} <Key act={act} />
        </span>
        <span className="v el">{answer}</span>
      </button>
    </li>
  );
}

type Said = Omit<RailAnswer, 'step'>;

const answerOf: Readonly<Record<BundlePart, (words: Words, view: BundleView) => Said>> = {
  situation: ({ bundle: { rail, questions: said } }, { questions }) => {
    if (questions.length === 0) return { state: 'done', answer: said.none };
    const open = questions.filter(({ answer }) => answer === null).length;
    return open > 0
      ? { state: 'open', answer: rail.questions(open) }
      : { state: 'done', answer: rail.answered };
  },
  form: ({ bundle: { rail } }, { form }) => {
    if (!form) return { state: 'done', answer: rail.formDone };
    const { asked, open, wrong, differing } = form.standing;
    if (differing > 0) return { state: 'open', answer: rail.formDiffers(differing) };
    if (wrong > 0) return { state: 'open', answer: rail.formWrong(wrong) };
    return open > 0
      ? { state: 'open', answer: rail.form(open) }
      : { state: 'done', answer: rail.formWhole(asked) };
  },
  materials: ({ bundle: { rail } }, { papers }) => {
    const missing = papers.filter(({ cells }) => cells.some(({ state }) => state === 'missing')).length;
    return missing > 0
      ? { state: 'open', answer: rail.papers(papers.length, missing) }
      : { state: 'done', answer: rail.papersIn(papers.length) };
  },
  result: ({ bundle: { rail } }, { steps }) => {
    const cases = steps.flatMap(({ case: one }) => one ?? []);
    const received = cases.filter(({ receiptNumber }) => receiptNumber !== null).length;
    const answer = rail.result(received, cases.length);
    return { state: received === 0 ? 'todo' : received < cases.length ? 'open' : 'done', answer };
  },
};
