import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import type { ExpertQuestion } from '#contract/shapes/expert.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm } from '../../components/dialog-form.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { useClockwork } from '../case/hall-time.ts';
import { useExpert } from './use-expert.ts';

interface ExpertProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly onClose: () => void;
}

/** 远程帮办: asks an expert of the county about this case, and shows what was asked before. */
export function ExpertDialog({ stores, file, onClose }: ExpertProps) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { expert: said } = words;
  const { questions, setback, ask } = useExpert(stores.desk, file.id);
  const [text, setText] = useState('');
  const send = async () => {
    if (await ask(text.trim())) setText('');
  };
  return (
    <Dialog title={said.title} note={said.note} wide onClose={onClose}>
      <DialogForm isWhole={text.trim().length >= 4} submit={said.do} onSubmit={() => void send()}>
        <DialogField label={said.label} value={text} maxLength={500} first onType={setText} />
      </DialogForm>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {questions?.length === 0 && <p className="note">{said.none}</p>}
      <ol className="said-list">
        {(questions ?? []).map((question) => (
          <li key={question.id}>
            {question.text} <span className="note">{stands(clock, question)}</span>
            {question.answer && <b className="answer">{question.answer.text}</b>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function stands(clock: Clockwork, { askedBy, askedAtMs, keptAtMs, answer }: ExpertQuestion): string {
  const { expert: said } = clock.words;
  const asked = said.asked(askedBy, clockWords(askedAtMs, clock));
  if (answer) return `${asked} · ${said.answered(answer.by, clockWords(answer.atMs, clock))}`;
  return `${asked} · ${keptAtMs === null ? said.owed : said.waits}`;
}
