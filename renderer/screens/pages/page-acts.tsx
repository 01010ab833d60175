import type { Page } from '#contract/shapes/page.ts';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';

interface PageActsProps {
  readonly page: Page;
  readonly of: number;
  readonly frozen: boolean;
  /** Delete was pressed once. */
  readonly armed: boolean;
  readonly onLook: () => void;
  readonly onMove: (by: number) => void;
  readonly onTurn: () => void;
  readonly onCrop: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the page in hand; the keys work while it has the focus. */
export function PageActs(props: PageActsProps) {
  const { page, of, frozen, armed, onLook, onMove, onTurn, onCrop, onRemove } = props;
  const { pages } = useWords();
  const acts = [
    { cap: 'Enter', said: pages.look, act: onLook, off: false },
    { cap: 'Alt ↑', said: pages.earlier, act: () => onMove(-1), off: frozen || page.place === 1 },
    { cap: 'Alt ↓', said: pages.later, act: () => onMove(1), off: frozen || page.place === of },
    { cap: 'R', said: pages.turn, act: onTurn, off: frozen },
    { cap: 'C', said: pages.crop, act: onCrop, off: frozen || page.widthPx === null },
    { cap: 'Del', said: armed ? pages.removeAgain : pages.remove, act: onRemove, off: frozen },
  ];
  return (
    <>
      {acts.map(({ cap, said, act, off }) => (
        <button
          key={cap}
          type="button"
          className={off ? 'btn quiet off' : 'btn quiet'}
          tabIndex={-1}
          aria-disabled={off || undefined}
          onClick={() => {
            if (!off) act();
          }}
        >
          <Key cap={cap} />
          <span>{said}</span>
        </button>
      ))}
      {armed && <output className="note amber">{pages.removedFor(page.place)}</output>}
    </>
  );
}
