import { useStore } from 'zustand';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { stepAfterQuestions } from '../../stores/case-acts.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { useClockwork } from './hall-time.ts';
import { SituationQuestion } from './situation-question.tsx';

/** 情形: each question with its options on the digits, and what every answer does to the papers. */
export function SituationStep({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const clock = useClockwork(stores.status);
  const { situation, rail } = words.sheet.intake;
  const { file, setback, answer, goTo } = useStore(stores.caseFile);
  if (!file) return <p className="empty">{rail.afterItem}</p>;
  const { situations } = file.item;
  const firstOpen = situations.findIndex((one) => !file.answers[one.id]);
  const decided = file.state !== 'draft';
  const next = stepAfterQuestions(file);
  return (
    <div className="situation-step">
      {setback && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
      {file.guided && file.guided.situations.length > 0 && (
        <p className="note guided">
          {words.guidance.asked(file.guided.madeBy, clockWords(file.guided.madeAtMs, clock))}
        </p>
      )}
      {situations.length === 0 && <p className="empty">{situation.none}</p>}
      <ol>
        {situations.map((one, index) => (
          <SituationQuestion
            key={one.id}
            no={index + 1}
            situation={one}
            item={file.item}
            chosen={file.answers[one.id] ?? null}
            frozen={decided}
            first={index === firstOpen}
            onChoose={(optionId) => void answer(one.id, optionId)}
          />
        ))}
      </ol>
      {file.rerouteTo !== null && (
        <div className="reroute" role="alert">
          <b>{situation.rerouteTitle}</b>
          <span>{situation.reroute(file.rerouteTo)}</span>
        </div>
      )}
      <div className="step-foot">
        <button
          type="button"
          className="btn primary"
          data-focus-first={firstOpen < 0 || undefined}
          data-next
          onClick={() => goTo(next)}
        >
          {next === 'form' ? situation.nextForm : situation.next}
          <Key cap="Enter" />
        </button>
      </div>
    </div>
  );
}
