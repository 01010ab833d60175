import type { Day } from '#contract/shapes/day.ts';

/** What a reused copy bears wherever it is shown. */
interface CopyMark {
  readonly clerk: string;
  readonly window: number | null;
  readonly on: Day;
  readonly receiptNumber: string;
  /** The item it is used for now. */
  readonly itemNameZh: string;
}

/** The mark of a verified copy: who compared it with the original, and the one use it may have. @source domain.md 4.3 */
export function copyMark({ clerk, window, on, receiptNumber, itemNameZh }: CopyMark): string {
  const where = window === null ? '' : `${window} 号窗口 `;
  return `已与原件核对（${on} ${where}工号 ${clerk}，件号 ${receiptNumber}），仅用于办理“${itemNameZh}”`;
}
