import { type ReactNode, useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { KeyBoardContext, LayerContext, useAct } from '../keys/keys-context.ts';
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly note?: string;
  readonly hint?: string;
  readonly wide?: boolean;
  /** Hangs from the top, so that a list growing in it moves nothing. */
  readonly high?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/**
 * A sheet over the screen. Everything under it rests (`inert`) and its keys are off; Esc takes it away
 * and the focus goes back to where it was.
 */
export function Dialog(props: DialogProps) {
  const keyBoard = useContext(KeyBoardContext);
  const [layer] = useState(keyBoard.newLayer);
  useLayoutEffect(() => keyBoard.layOver(layer), [keyBoard, layer]);
  return createPortal(
    <LayerContext value={layer}>
      <DialogSheet {...props} />
    </LayerContext>,
    document.body,
  );
}

function DialogSheet({ title, note, hint, wide, high, onClose, children, foot }: DialogProps) {
  const words = useWords();
  const titleId = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  useAct('back', onClose);
  useRestUnder();
  useEffect(() => {
    const within = sheet.current;
    const first = within?.querySelector<HTMLElement>('[data-first]');
    (first ?? within?.querySelector<HTMLElement>('input, [role="listbox"], button'))?.focus();
  }, []);
  return (
    <div className="veil">
      <dialog
        open
        className={['dialog', wide && 'wide', high && 'high'].filter(Boolean).join(' ')}
        aria-modal="true"
        aria-labelledby={titleId}
        ref={sheet}
      >
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="btn quiet close" onClick={onClose} title={words.frame.close}>
            <kbd className="kbd">Esc</kbd>
            <Icon name="cross" size="s" />
            <span className="sr">{words.frame.close}</span>
          </button>
          {note && <p className="note">{note}</p>}
        </header>
        <div className="body">{children}</div>
        {(foot || hint) && (
          <footer>
            {hint && <span className="note">{hint}</span>}
            {foot}
          </footer>
        )}
      </dialog>
    </div>
  );
}

/** Lays everything under the dialog to rest and gives the focus back afterwards. */
function useRestUnder(): void {
  useLayoutEffect(() => {
    const under = document.querySelector<HTMLElement>('[data-app]');
    const before = document.activeElement;
    under?.setAttribute('inert', '');
    return () => {
      under?.removeAttribute('inert');
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
