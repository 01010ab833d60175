import { useWords } from '../../words/words.ts';

interface TurnPagesProps {
  /** Where one is. */
  readonly said: string;
  /** Null at the first page. */
  readonly onBefore: (() => void) | null;
  /** Null at the last page. */
  readonly onNext: (() => void) | null;
}

/** Two large buttons that turn the leaf; nothing on this screen is scrolled. */
export function TurnPages({ said, onBefore, onNext }: TurnPagesProps) {
  const { citizen } = useWords();
  return (
    <nav className="turn">
      <button type="button" className="btn touch" disabled={!onBefore} onClick={() => onBefore?.()}>
        {citizen.before}
      </button>
      <span className="n">{said}</span>
      <button type="button" className="btn touch" disabled={!onNext} onClick={() => onNext?.()}>
        {citizen.next}
      </button>
    </nav>
  );
}
