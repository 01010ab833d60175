import type { Day } from '#contract/shapes/day.ts';
import type { CaseRecord } from '../store/cases.ts';

type Dated = Pick<CaseRecord, 'allInOn' | 'arrivedOn' | 'passedOn' | 'receivedOn'>;

/** 代收代办: received here, and the body that decides does not have it yet. No clock runs. */
export function isOnItsWay({ passedOn, arrivedOn }: Dated): boolean {
  return passedOn && arrivedOn === null;
}

/**
 * The day the five working days count from: all corrections in, else received, else had by the body it was passed on
 * to. Null before that day.
 *
 * @source 行政许可法 art. 32; domain.md 6 代收代办
 */
export function countsFrom({ allInOn, arrivedOn, passedOn, receivedOn }: Dated): Day | null {
  return allInOn ?? (passedOn ? arrivedOn : receivedOn);
}
