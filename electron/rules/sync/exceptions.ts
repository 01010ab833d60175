import type { Day } from '#contract/shapes/day.ts';
import type {
  DeclaredException,
  ExceptionStanding,
  ExceptionKind,
  NetException,
} from '#contract/shapes/exception.ts';

/** Something that is off the net, before it is known who answers for it. */
export type Found = Pick<NetException, 'kind' | 'about' | 'nameZh' | 'nameEn' | 'why'>;

/**
 * 联网通办是原则，孤网是例外: every exception with its owner and end. One without them is a fault of the site, not of the
 * clerk, and comes first; then what should have ended by now, the longest overdue before the others.
 *
 * @source domain.md 12.2 F27, F28
 */
export function netExceptions(
  found: readonly Found[],
  declared: readonly DeclaredException[],
  today: Day,
): { readonly lines: NetException[]; readonly settled: DeclaredException[] } {
  const ownerOf = new Map(declared.map((one) => [keyOf(one), one]));
  const lines = found.map((one): NetException => {
    const said = ownerOf.get(keyOf(one));
    const until = said?.until ?? null;
    return { ...one, owner: said?.owner ?? null, until, standing: standingOf(until, today) };
  });
  const standing = new Set(found.map(keyOf));
  return {
    lines: lines.toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing] || before(a.until, b.until)),
    settled: declared.filter((one) => !standing.has(keyOf(one))),
  };
}

const ORDER: Readonly<Record<ExceptionStanding, number>> = { missing: 0, overdue: 1, running: 2 };

function standingOf(until: Day | null, today: Day): ExceptionStanding {
  if (until === null) return 'missing';
  return until < today ? 'overdue' : 'running';
}

function before(a: Day | null, b: Day | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

function keyOf({ kind, about }: { readonly kind: ExceptionKind; readonly about: string }): string {
  return `${kind} ${about}`;
}
