import type { DelegatedSeal, Delegation, LevelCode } from '#contract/shapes/crossing.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { CrossingStanding } from './crossing.ts';

/** Whether a hall lies below the level that exercises an item, and accepts it all the same because it was let. */
function isDelegated(
  item: Pick<ServiceItem, 'delegatedLevels' | 'exerciseLevelCode'>,
  level: LevelCode,
  { may }: CrossingStanding,
): boolean {
  return may === 'accept' && item.delegatedLevels !== null && level > item.exerciseLevelCode;
}

/**
 * In whose name a lower hall accepts: the department that delegates, and the seal it gave. The written proof of an
 * acceptance bears the organ's special seal, so a hall that was let and has no seal is told to the technician.
 *
 * @source domain.md 12 F41 delegated seals; 行政许可法 art. 24, 32 last paragraph
 */
export function delegationOf(
  item: Pick<ServiceItem, 'delegatedLevels' | 'exerciseLevelCode' | 'department'>,
  hall: { readonly level: LevelCode; readonly seals: readonly DelegatedSeal[] },
  crossing: CrossingStanding,
): { readonly delegation: Delegation | null; readonly sealMissing: boolean } {
  if (!isDelegated(item, hall.level, crossing)) return { delegation: null, sealMissing: false };
  const { key, nameZh: organ } = item.department;
  const seal = hall.seals.find(({ department }) => department === key);
  return seal
    ? { delegation: { ...seal, organ }, sealMissing: false }
    : { delegation: null, sealMissing: true };
}

/** How a paper names it. Chinese: it is a legal paper. */
export function delegationOnPaper({ kind, organ, seal, basis }: Delegation): string {
  return kind === 'entrusted'
    ? `受${organ}委托办理（${basis}），使用“${seal}”。`
    : `经授权以${organ}名义办理（${basis}），使用“${seal}”。`;
}
