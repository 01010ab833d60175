import type { ItemHit } from '#contract/shapes/item.ts';

interface MatchedNameProps {
  readonly text: string;
  /** What was looked for. */
  readonly sought: string;
  readonly matched: ItemHit['matched'];
}

/** A name with the part that was recognised marked. Pinyin and initials match no visible part: a tag says so. */
export function MatchedName({ text, sought, matched }: MatchedNameProps) {
  const wanted = sought.trim();
  const at = matched === 'name' || matched === 'code' ? text.toLowerCase().indexOf(wanted.toLowerCase()) : -1;
  if (wanted === '' || at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}
