import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { useWords } from '../../words/words.ts';

interface AnswerDialogProps {
  readonly title: string;
  readonly note: string;
  /** What Enter does, for whoever listens. */
  readonly act: string;
  readonly paper: string;
  readonly onPaper: (paper: string) => void;
  readonly isOff: boolean;
  readonly isBusy: boolean;
  readonly sentence: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** The fields before the name of the paper. */
  readonly children: ReactNode;
}

/** What a department answered about a step, yes or no, and by which paper. */
export function AnswerDialog({
  title,
  note,
  act,
  paper,
  onPaper,
  children,
  onClose,
  ...foot
}: AnswerDialogProps) {
  const { givePaper } = useWords().bundle;
  return (
    <Dialog title={title} note={note} onClose={onClose} foot={<DialogFoot {...foot} />}>
      <form
        className="give-form"
        onSubmit={(event) => {
          event.preventDefault();
          foot.onConfirm();
        }}
      >
        {children}
        <label className="field">
          <span>{givePaper}</span>
          <input
            className="input"
            autoComplete="off"
            maxLength={120}
            value={paper}
            onChange={(event) => onPaper(event.target.value)}
          />
        </label>
        <button type="submit" className="sr" tabIndex={-1}>
          {act}
        </button>
      </form>
    </Dialog>
  );
}
