import type { ActName } from '../../keys/key-map.ts';
import { useAct } from '../../keys/keys-context.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Step } from '../../stores/case-acts.ts';
import { useWords } from '../../words/words.ts';
import { RAIL_SIGNS, type RailAnswer } from './rail-answers.ts';

const ACT_OF = {
  identity: 'step-identity',
  item: 'step-item',
  situation: 'step-situation',
  form: 'step-form',
  materials: 'step-materials',
  result: 'step-result',
} as const satisfies Record<Step, ActName>;

interface StepRailProps {
  readonly answers: readonly RailAnswer[];
  readonly now: Step;
  readonly onGo: (step: Step) => void;
}

/** The six steps of a case, each with its state and its answer in words. */
export function StepRail({ answers, now, onGo }: StepRailProps) {
  const words = useWords();
  return (
    <ol className="rail" aria-label={words.sheet.intake.rail.label}>
      {answers.map((answer) => (
        <RailStep key={answer.step} answer={answer} isNow={answer.step === now} onGo={onGo} />
      ))}
    </ol>
  );
}

interface RailStepProps {
  readonly answer: RailAnswer;
  readonly isNow: boolean;
  readonly onGo: (step: Step) => void;
}

function RailStep({ answer, isNow, onGo }: RailStepProps) {
  const words = useWords();
  const act = ACT_OF[answer.step];
  useAct(act, () => onGo(answer.step));
  const [sign, tone] = RAIL_SIGNS[answer.state];
  return (
    <li className={isNow ? 'now' : answer.state} aria-current={isNow ? 'step' : undefined}>
      <button type="button" onClick={() => onGo(answer.step)}>
        <Icon name={sign} tone={tone} />
        <span className="l">
          {words.sheet.intake.steps[answer.step]} <Key act={act} />
        </span>
        <span className="v el">{answer.answer}</span>
      </button>
    </li>
  );
}
