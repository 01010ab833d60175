import { useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { ReasonField, type ReasonChoice, reasonOf } from '../../components/reason-field.tsx';
import { useWords } from '../../words/words.ts';

type Outcome = 'refused' | 'impossible';

interface NotSignedDialogProps {
  readonly onClose: () => void;
  readonly onSettle: (outcome: Outcome, reason: string) => Promise<boolean>;
}

/** Refused, or not possible, and why: both are printed on the paper with the clerk's number. */
export function NotSignedDialog({ onClose, onSettle }: NotSignedDialogProps) {
  const { papers: said } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('refused');
  const [choice, setChoice] = useState<ReasonChoice>({ at: 0, own: '' });
  const [busy, setBusy] = useState(false);
  const reason = reasonOf(said.reasons, choice);
  const send = async (): Promise<void> => {
    if (reason === null || busy) return;
    setBusy(true);
    const done = await onSettle(outcome, reason);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      title={said.notSignedTitle}
      note={said.notSignedNote}
      onClose={onClose}
      foot={
        <DialogFoot onConfirm={() => void send()} isOff={reason === null} isBusy={busy} sentence={null} />
      }
    >
      <div className="tabs">
        {(['refused', 'impossible'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={outcome === one}
            className={outcome === one ? 'btn on' : 'btn'}
            onClick={() => setOutcome(one)}
          >
            {said[one]}
          </button>
        ))}
      </div>
      <ReasonField
        reasons={said.reasons}
        choice={choice}
        onChange={setChoice}
        onChoose={() => void send()}
        first
      />
    </Dialog>
  );
}
