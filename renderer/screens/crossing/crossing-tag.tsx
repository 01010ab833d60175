import type { CrossingReason } from '#contract/shapes/crossing.ts';
import { useWords } from '../../words/words.ts';

/** Why this hall may not accept the item: receive and pass on, or not at all. Nothing where it may. */
export function CrossingTag({ because }: { readonly because: CrossingReason | null }) {
  const { tags, notes } = useWords().crossing;
  if (because === null) return null;
  const stops = because === 'outside-scope' || because === 'person-at-organ';
  return (
    <span className={stops ? 'tag z' : 'tag a'} title={notes[because]}>
      {tags[because]}
    </span>
  );
}
