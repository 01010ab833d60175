import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface DialogFootProps {
  readonly onConfirm: () => void;
  readonly isOff: boolean;
  readonly isBusy: boolean;
  /** Why it did not happen. */
  readonly sentence: string | null;
  /** Takes the focus when the dialog opens. */
  readonly first?: boolean;
}

/** The answer of a dialog, and why it was not taken. */
export function DialogFoot({ onConfirm, isOff, isBusy, sentence, first }: DialogFootProps) {
  const { confirm, reasons } = useWords().frame;
  return (
    <>
      {sentence !== null && (
        <p className="say setback" role="alert">
          <Icon name="warn" size="s" tone="amber" />
          <span>{sentence}</span>
        </p>
      )}
      <button
        type="button"
        className={isOff ? 'btn primary off' : 'btn primary'}
        aria-disabled={isOff || undefined}
        aria-busy={isBusy || undefined}
        data-first={first || undefined}
        title={isOff ? reasons['choose-first'] : undefined}
        onClick={onConfirm}
      >
        <kbd className="kbd">Enter</kbd>
        {confirm}
      </button>
    </>
  );
}
