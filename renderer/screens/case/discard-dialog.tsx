import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';

interface DiscardDialogProps {
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** A draft is thrown away only after being asked; staying is the first choice. */
export function DiscardDialog({ onClose, onDiscard }: DiscardDialogProps) {
  const words = useWords();
  const { dialogs } = words.sheet.deciding;
  return (
    <Dialog
      title={dialogs.discardTitle}
      note={dialogs.discardNote}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn big quiet stop" onClick={onDiscard}>
            {dialogs.discardDo}
          </button>
          <button type="button" className="btn big" data-first onClick={onClose}>
            <Key act="back" />
            {dialogs.back}
          </button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
