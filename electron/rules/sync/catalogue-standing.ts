/** An item as this window holds it. */
export interface HeldItem {
  readonly code: string;
  readonly version: number;
}

/** An item as the platform lists it. */
export interface ListedItem {
  readonly itemCode: string;
  readonly version: number;
  readonly inForce: boolean;
}

/**
 * Says whether the platform's list confirms the catalogue a window works with.
 *
 * confirmed: it names items of ours and contradicts none · behind: it has another version of one, or has
 * stopped one · silent: it names none of ours, which confirms nothing. Items that only this hall has are
 * left out of the comparison.
 *
 * @source domain.md 13.3 (20): acceptance offline only with a fresh catalogue
 */
export function catalogueStanding(
  held: readonly HeldItem[],
  listed: readonly ListedItem[],
): 'confirmed' | 'behind' | 'silent' {
  const byCode = new Map(listed.map((item) => [item.itemCode, item]));
  const named = held.flatMap((item) => {
    const theirs = byCode.get(item.code);
    return theirs ? [{ item, theirs }] : [];
  });
  if (named.length === 0) return 'silent';
  const agrees = named.every(({ item, theirs }) => theirs.inForce && theirs.version === item.version);
  return agrees ? 'confirmed' : 'behind';
}
