import { useWords } from '../words/words.ts';
import { Late } from './late.tsx';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

/** Grey rows where a list will be, when it takes longer than a moment. */
export function Bones({ rows = 3 }: { readonly rows?: 3 | 5 }) {
  const words = useWords();
  return (
    <Late>
      <output className="bones">
        <span className="sr">{words.frame.loading}</span>
        {ROWS.slice(0, rows).map((row) => (
          <i key={row} />
        ))}
      </output>
    </Late>
  );
}
