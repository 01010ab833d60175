import { useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { CaseState } from '../../stores/case-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { SupervisorFields, type SupervisorWords } from '../progress/supervisor-fields.tsx';
import { type CorrectionLine, linesFor, listOf } from './correction-lines.ts';

interface CorrectionDialogProps {
  readonly file: CaseView;
  readonly stores: Stores;
  readonly onClose: () => void;
  readonly onCorrect: CaseState['correct'];
}

/** Stable, so that it is called when the line comes and not each time it is drawn. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

/** 一次性告知: the complete list, ready to be sent, each sentence open to change. */
export function CorrectionDialog({ file, stores, onClose, onCorrect }: CorrectionDialogProps) {
  const words = useWords();
  const { dialogs } = words.sheet.deciding;
  const { busy, setback } = useStore(stores.caseFile);
  const [lines, setLines] = useState<readonly CorrectionLine[]>(() => linesFor(words, file));
  const [added, setAdded] = useState(0);
  const list = listOf(lines);
  const again = file.state === 'received-again';
  const [supervisor, setSupervisor] = useState<SupervisorWords>({ number: '', password: '', reason: '' });
  const [refused, setRefused] = useState<Setback | null>(null);
  const vouched =
    !again ||
    (supervisor.reason.trim().length >= 4 && supervisor.number !== '' && supervisor.password !== '');
  const isFull = list !== null && busy === null && vouched;

  const rewrite = (key: string, say: string) => {
    setLines(lines.map((line) => (line.key === key ? { ...line, say } : line)));
  };
  const addLine = () => {
    setLines([...lines, { key: `other-${added}`, materialId: null, say: '' }]);
    setAdded(added + 1);
  };
  const send = async () => {
    if (!list || !isFull) return;
    const { number, password, reason } = supervisor;
    const told = again ? await tell(stores.desk, 'access.vouch', { number, password }) : null;
    setRefused(told && !told.ok ? told.setback : null);
    if (told && !told.ok) return;
    const second = told && { voucher: told.value.voucher, reason: reason.trim() };
    if (await onCorrect(list, second)) onClose();
  };

  return (
    <Dialog title={dialogs.correctTitle} note={dialogs.correctNote} wide onClose={onClose}>
      <form
        className="correction"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ol>
          {lines.map((line, index) => (
            <li key={line.key}>
              <label>
                <span className="n dim">{index + 1}</span>
                <span className="sr">{dialogs.lineLabel(index + 1)}</span>
                <input
                  className="input"
                  value={line.say}
                  maxLength={300}
                  placeholder={dialogs.other}
                  data-first={index === 0 || undefined}
                  // A line that was just added is where one goes on to type.
                  ref={line.key === `other-${added - 1}` ? focusOnce : undefined}
                  onChange={(event) => rewrite(line.key, event.target.value)}
                />
              </label>
              {line.materialId === null && (
                <button
                  type="button"
                  className="btn quiet"
                  onClick={() => setLines(lines.filter((one) => one.key !== line.key))}
                >
                  {dialogs.removeLine}
                </button>
              )}
            </li>
          ))}
        </ol>
        {again && <SupervisorFields value={supervisor} onChange={setSupervisor} />}
        {refused && <SetbackLine>{setbackWords(words, refused)}</SetbackLine>}
        {setback?.act === 'correct' && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
        <div className="dialog-acts">
          <ActButton act="add-line" onAct={addLine}>
            {dialogs.addLine}
          </ActButton>
          <button type="button" className="btn big quiet" onClick={onClose}>
            <Key act="back" />
            {dialogs.back}
          </button>
          <button type="submit" className="btn big primary" disabled={!isFull}>
            <Key cap="Enter" />
            {dialogs.correctDo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
