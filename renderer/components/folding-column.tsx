import { type ReactNode, use, useEffect, useRef, useState } from 'react';
import { useAct } from '../keys/keys-context.ts';
import { FoldedContext } from '../theme/seat-shape.ts';
import { Key } from './key.tsx';

interface FoldingColumnProps {
  readonly className: string;
  readonly label: string;
  /** What is left to see when the column is folded. */
  readonly strip: ReactNode;
  readonly children: ReactNode;
}

/** The column on the right. Where there is no room it is a strip that Alt+E opens over the sheet. */
export function FoldingColumn(props: FoldingColumnProps) {
  const { className, label, children } = props;
  const isFolded = use(FoldedContext);
  if (isFolded) return <FoldedColumn {...props} />;
  return (
    <aside className={className} aria-label={label} data-region="person" tabIndex={-1}>
      {children}
    </aside>
  );
}

function FoldedColumn({ className, label, strip, children }: FoldingColumnProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const turn = () => (isOpen ? close() : setIsOpen(true));
  useAct('go-person', turn);
  return (
    <aside className="folded" aria-label={label} data-region="person" tabIndex={-1}>
      <button
        ref={button}
        type="button"
        className="strip"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={turn}
      >
        {strip}
        <Key act="go-person" />
      </button>
      {isOpen && (
        <Unfolded className={className} onClose={close} onLeft={() => setIsOpen(false)}>
          {children}
        </Unfolded>
      )}
    </aside>
  );
}

interface UnfoldedProps {
  readonly className: string;
  readonly onClose: () => void;
  /** The focus went to another part of the page. */
  readonly onLeft: () => void;
  readonly children: ReactNode;
}

function Unfolded({ className, onClose, onLeft, children }: UnfoldedProps) {
  const place = useRef<HTMLDivElement>(null);
  useAct('back', onClose);
  useEffect(() => {
    const first = place.current?.querySelector<HTMLElement>('[tabindex="0"], button, input');
    (first ?? place.current)?.focus();
  }, []);
  useEffect(() => {
    const moved = ({ target }: FocusEvent) => {
      const column = place.current?.closest('aside');
      if (target instanceof Node && column && !column.contains(target)) onLeft();
    };
    document.addEventListener('focusin', moved);
    return () => document.removeEventListener('focusin', moved);
  }, [onLeft]);
  return (
    <div className={`unfolded ${className}`} ref={place} tabIndex={-1}>
      {children}
    </div>
  );
}
