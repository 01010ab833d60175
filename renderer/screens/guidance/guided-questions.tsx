import { useEffect, useRef } from 'react';
import type { Guidance } from '#contract/shapes/guidance.ts';
import type { Situation } from '#contract/shapes/item.ts';
import { useWords, type Words } from '../../words/words.ts';
import { SituationQuestion } from '../case/situation-question.tsx';
import type { Guiding } from './use-guiding.ts';

const AGENT = 'agent';

interface GuidedQuestionsProps {
  readonly guiding: Guiding;
  readonly guidance: Guidance;
}

/** Who comes, then the questions of the item; digits answer and go on. */
export function GuidedQuestions({ guiding, guidance }: GuidedQuestionsProps) {
  const words = useWords();
  const { item, rerouteTo } = guidance;
  const { agent, answers, comesFor, answer } = guiding;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[data-option][tabindex="0"]')?.focus();
  }, []);
  const who = agent === null ? null : agent ? 'other' : 'self';
  return (
    <div className="situation-step" ref={list}>
      <ol>
        <SituationQuestion
          no={1}
          situation={agentQuestion(words)}
          item={item}
          chosen={who}
          frozen={false}
          first={agent === null}
          onChoose={(optionId) => comesFor(optionId === 'other')}
        />
        {item.situations.map((one, index) => (
          <SituationQuestion
            key={one.id}
            no={index + 2}
            situation={one}
            item={item}
            chosen={answers[one.id] ?? null}
            frozen={false}
            first={false}
            onChoose={(optionId) => answer(one.id, optionId)}
          />
        ))}
      </ol>
      {rerouteTo !== null && (
        <div className="reroute" role="alert">
          <b>{words.guidance.reroute(rerouteTo)}</b>
        </div>
      )}
      <span data-next tabIndex={-1} className="sr" onFocus={focusTake} />
    </div>
  );
}

/** After the last answer the keys go on to the ticket. */
function focusTake(): void {
  document.querySelector<HTMLElement>('.take-guided [data-take]')?.focus();
}

/** Asked of everybody, because a letter of authorisation is the paper most often forgotten. */
function agentQuestion({ guidance }: Words): Situation {
  const { agent } = guidance;
  const plain = {
    dropMaterials: [],
    addMaterials: [],
    replaceMaterials: [],
    dataShareInstead: null,
    addSpecialProcedure: null,
    rerouteTo: null,
    basis: null,
  };
  return {
    id: AGENT,
    questionZh: agent.question,
    questionEn: agent.question,
    options: [
      { ...plain, id: 'self', labelZh: agent.self, labelEn: agent.self, note: agent.selfNote },
      { ...plain, id: 'other', labelZh: agent.other, labelEn: agent.other, note: agent.otherNote },
    ],
  };
}
