import type { Day } from '#contract/shapes/day.ts';
import type { Limit } from '#contract/shapes/item.ts';

/** `2026年11月24日`, as a legal paper writes a day. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `5 个工作日，至 2026年12月1日`; on the spot for a limit of 0 days. */
export function limitInWords(limit: Limit, dueOn: Day | null): string {
  if (limit.days === null || dueOn === null) return '按实施清单办理';
  if (limit.days === 0) return `当场办结，${dayInWords(dueOn)}`;
  const unit = limit.unit === 'calendar_day' ? '个自然日' : '个工作日';
  return `${limit.days} ${unit}，至 ${dayInWords(dueOn)}`;
}
