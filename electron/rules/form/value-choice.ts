import type { Day } from '#contract/shapes/day.ts';
import type { FormSource } from '#contract/shapes/form-value.ts';
import type { FormFieldKind } from '#contract/shapes/form.ts';
import { daysBetween } from '../calendar/days.ts';
import { agreesAsShown, showsPart } from './part-shown.ts';

/** One source's word on a fact. */
export interface Word {
  readonly source: FormSource;
  readonly value: string;
  readonly asOf: Day;
}

/** Which source a clerk picked, and what every source said then. */
export interface SourcePick {
  readonly source: FormSource;
  readonly seen: Readonly<Record<string, string>>;
}

export interface Choice<W extends Word> {
  /** The word that counts first, then the others by how near they are to whoever keeps the fact. */
  readonly words: readonly W[];
  /** They say different things and nobody has picked one of them. */
  readonly differs: boolean;
  /** The pick still holds: no source has said anything new since. */
  readonly picked: boolean;
}

/** Nearest to whoever keeps the fact first. @source domain.md 12.3 F44, one source for one number */
const NEAREST_FIRST: readonly FormSource[] = [
  'card',
  'shared-data',
  'licence',
  'predecessor',
  'by-hand',
  'earlier-case',
  'shared-data-before',
  'licence-before',
];

/** Whether two words say the same, as far as both show it. */
export function agree(kind: FormFieldKind, one: Word, other: Word): boolean {
  const [onePart, otherPart] = [showsPart(one), showsPart(other)];
  if (onePart && otherPart) return true;
  if (onePart) return agreesAsShown(kind, one.value, other.value);
  return otherPart ? agreesAsShown(kind, other.value, one.value) : one.value === other.value;
}

/**
 * Which of several sources counts. While they agree the nearest does. When they differ the nearest is shown first and
 * a person has to pick; a pick holds until one of them says something else. A source that shows a part is compared
 * with and never counts: its word stands behind all others.
 */
export function chosenWord<W extends Word>(
  words: readonly W[],
  pick: SourcePick | null,
  kind: FormFieldKind = 'text',
): Choice<W> {
  const ordered = words.toSorted(
    (one, other) =>
      Number(showsPart(one)) - Number(showsPart(other)) ||
      NEAREST_FIRST.indexOf(one.source) - NEAREST_FIRST.indexOf(other.source),
  );
  const [nearest] = ordered;
  if (!nearest || showsPart(nearest)) return { words: [], differs: false, picked: false };
  const differ = ordered.some((word) => !agree(kind, word, nearest));
  const chosen =
    differ && pick && isAsSeen(words, pick)
      ? ordered.find((word) => word.source === pick.source && !showsPart(word))
      : undefined;
  if (!chosen) return { words: ordered, differs: differ, picked: false };
  return { words: [chosen, ...ordered.filter((word) => word !== chosen)], differs: false, picked: true };
}

/** What every source says now, to be compared with what it says later. */
export function seenNow(words: readonly Word[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map(({ source, value }) => [source, value]));
}

function isAsSeen(words: readonly Word[], { seen }: SourcePick): boolean {
  return (
    words.length === Object.keys(seen).length && words.every(({ source, value }) => seen[source] === value)
  );
}

/** Sources that keep the fact for others and must hear when somebody at a window found it otherwise. */
const KEEPERS: ReadonlySet<FormSource> = new Set(['card', 'shared-data', 'licence', 'predecessor']);

/**
 * Whose word was found otherwise, so that a report is owed to it (多源校核).
 *
 * @source domain.md 12.3 F44
 */
export function toldOtherwise<W extends Word>(
  words: readonly W[],
  chosen: Word,
  kind: FormFieldKind = 'text',
): W[] {
  return words.filter((word) => KEEPERS.has(word.source) && !agree(kind, word, chosen));
}

/** Days a word of each kind stays fresh, where the field says nothing of its own. */
const FRESH_FOR_DAYS: Readonly<Record<FormSource, number>> = {
  card: 90,
  'shared-data': 1,
  licence: 30,
  predecessor: 90,
  'by-hand': 90,
  'earlier-case': 180,
  // Superseded already: whether it counts was decided by a person, and nobody can ask for it again.
  'shared-data-before': Number.POSITIVE_INFINITY,
  'licence-before': Number.POSITIVE_INFINITY,
};

/** Older than its kind of source may be without being asked again. @source domain.md 12.3 F44 (动态更新) */
export function isStale(
  { source, asOf }: Omit<Word, 'value'>,
  today: Day,
  freshForDays: number | null = null,
): boolean {
  const days = isWordBefore(source) ? null : freshForDays;
  return daysBetween(asOf, today) > (days ?? FRESH_FOR_DAYS[source]);
}

/** Where what a source said before stands, once it was asked again and says something else. */
const SHELF: Partial<Readonly<Record<FormSource, FormSource>>> = {
  'shared-data': 'shared-data-before',
  licence: 'licence-before',
};
const BEFORE: ReadonlySet<FormSource> = new Set(Object.values(SHELF));

/** It is what a source said until it was asked again. */
export function isWordBefore(source: FormSource): boolean {
  return BEFORE.has(source);
}

/**
 * What stays of a source's older word when the source is asked again: nothing while it says the same as far as both
 * show it; else the older word, beside the newer one, until a clerk says which counts.
 *
 * @source domain.md 12.3 F44 (动态更新、多源校核)
 */
export function wordBefore<W extends Word>(
  older: W | null,
  newer: Word,
  kind: FormFieldKind = 'text',
): (W & { readonly source: FormSource }) | null {
  const shelf = older && SHELF[older.source];
  return older && shelf && !agree(kind, older, newer) ? { ...older, source: shelf } : null;
}
