import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';

interface ReceiveDialogProps {
  readonly missing: number;
  readonly onClose: () => void;
  readonly onReceive: () => void;
}

/** Receiving with papers missing, or with a form that is not whole, starts the five days: it is asked about once. */
export function ReceiveDialog({ missing, onClose, onReceive }: ReceiveDialogProps) {
  const words = useWords();
  const { dialogs } = words.sheet.deciding;
  return (
    <Dialog
      title={missing > 0 ? dialogs.receiveTitle : dialogs.receiveFormTitle}
      note={missing > 0 ? dialogs.receiveNote(missing) : dialogs.receiveFormNote}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn big quiet" onClick={onClose}>
            <Key act="back" />
            {dialogs.back}
          </button>
          <button type="button" className="btn big primary" data-first onClick={onReceive}>
            <Key cap="Enter" />
            {dialogs.receiveDo}
          </button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
