import type { CrossingMay, CrossingReason, LevelCode } from '#contract/shapes/crossing.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';

export interface CrossingFacts {
  readonly item: Pick<
    ServiceItem,
    'counterOutcomeAuthority' | 'crossRegion' | 'delegatedLevels' | 'mustAppearInPerson'
  >;
  /** Level and region of this hall. */
  readonly level: LevelCode;
  readonly region: string;
  /** The region that decides, where a clerk named another one. */
  readonly decisionRegion: string | null;
}

export interface CrossingStanding {
  readonly may: CrossingMay;
  readonly because: CrossingReason | null;
}

/**
 * What this hall may do with an item: accept it in the department's name, only receive it and pass it on (代收代办),
 * or neither.
 *
 * Within a province the halls accept for each other as far as the item reaches (通办范围), because one list of items
 * holds there. Across provinces another list holds, so the papers are only received and passed on. A level the
 * department has not delegated to receives and passes on. Who must be seen by the organ itself is not helped by
 * papers that travel: such an item is neither accepted nor received where it would have to be passed on. An item that
 * only its department's own seat accepts is received here and handed over in the hall.
 *
 * @source domain.md 6 跨省通办 and 代收代办, 12 F13, F29, F42; 行政许可法 art. 24, 29
 */
export function crossingOf(facts: CrossingFacts): CrossingStanding {
  const { item, level, region, decisionRegion } = facts;
  const elsewhere = decisionRegion !== null && !covers(decisionRegion, region);
  if (elsewhere && !reaches(item.crossRegion, region, decisionRegion)) return notHere('outside-scope');
  const travels =
    elsewhere && provinceOf(region) !== provinceOf(decisionRegion)
      ? 'other-region'
      : item.delegatedLevels !== null && !item.delegatedLevels.includes(level)
        ? 'level-not-delegated'
        : null;
  if (travels !== null) {
    return item.mustAppearInPerson ? notHere('person-at-organ') : { may: 'receive-only', because: travels };
  }
  return item.counterOutcomeAuthority === 'department_seat_only'
    ? { may: 'receive-only', because: 'department-seat-only' }
    : { may: 'accept', because: null };
}

/** 代收代办: the papers leave this hall, and the clocks of the deciding body start when it has them. */
export function isPassedOn({ may, because }: CrossingStanding): boolean {
  return may === 'receive-only' && because !== 'department-seat-only';
}

/** Digits of a region that a level fills: a province has two, a township nine. */
const DIGITS: Readonly<Record<string, number>> = { '1': 0, '2': 2, '3': 4, '4': 6, '5': 9, '6': 12 };

/**
 * The region of the body that exercises an item, seen from a hall that lies within it: a township's hall passes a
 * county's item to its county.
 *
 * @param exerciseLevel of the item; a level without a region of its own is decided where it is received
 */
export function regionAtLevel(region: string, exerciseLevel: string): string {
  const digits = DIGITS[exerciseLevel] ?? region.length;
  const kept = region.slice(0, Math.min(digits, region.length));
  return kept.padEnd(Math.max(6, kept.length), '0');
}

/** Whether a region is, or holds, another: 990100 holds 990101 and 990101005. */
function covers(region: string, other: string): boolean {
  return other.startsWith(stem(region)) || stem(region).startsWith(stem(other));
}

function reaches(scope: ServiceItem['crossRegion'], from: string, to: string): boolean {
  switch (scope) {
    case null:
      return false;
    case 'city-wide':
      return cityOf(from) === cityOf(to);
    case 'province-wide':
      return provinceOf(from) === provinceOf(to);
    case 'cross-province':
      break;
  }
  return true;
}

/** A region without the zeros that only fill it up. */
function stem(region: string): string {
  const whole = region.replace(/(?<=^[0-9]{6,9})(000){1,2}$/, '');
  return whole.length === 6 ? whole.replace(/(00){1,3}$/, '') : whole;
}

function cityOf(region: string): string {
  return region.slice(0, 4);
}

function provinceOf(region: string): string {
  return region.slice(0, 2);
}

function notHere(because: CrossingReason): CrossingStanding {
  return { may: 'not-here', because };
}
