import type { Day } from '#contract/shapes/day.ts';
import type { Limit } from '#contract/shapes/item.ts';

/** `2026年11月24日`, as a legal paper writes a day. */
export function dayInWords(day: Day): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** `5 个工作日，至 2026年12月1日`; on the spot for a limit of 0 days. */
export function limitInWords(limit: Limit, dueOn: Day | null): string {
  if (limit.days === null || dueOn === null) return BY_THE_LIST;
  if (limit.days === 0) return `${lengthInWords(limit)}，${dayInWords(dueOn)}`;
  return `${lengthInWords(limit)}，至 ${dayInWords(dueOn)}`;
}

/** `5 个工作日`, while no day is known from which it runs. */
export function lengthInWords({ days, unit }: Limit): string {
  if (days === null) return BY_THE_LIST;
  if (days === 0) return '当场办结';
  return `${days} ${unit === 'calendar_day' ? '个自然日' : '个工作日'}`;
}

const BY_THE_LIST = '按实施清单办理';
