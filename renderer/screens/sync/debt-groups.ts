import type { Debt, SyncView } from '#contract/shapes/sync-state.ts';

export type DebtGroup = 'clerk' | 'sending' | 'queued' | 'done';
export const DEBT_GROUPS = ['clerk', 'sending', 'queued', 'done'] as const satisfies readonly DebtGroup[];

/** Where a debt stands in the list: what waits for a person comes first. */
export function groupOf(debt: Debt, sendingReceiptNumber: string | null): DebtGroup {
  if (debt.state === 'done') return 'done';
  if (debt.state === 'returned' || debt.state === 'quarantined') return 'clerk';
  return debt.receiptNumber !== null && debt.receiptNumber === sendingReceiptNumber ? 'sending' : 'queued';
}

/** The debts of a view, group by group, in the order the desk gave them. */
export function grouped(view: SyncView): ReadonlyMap<DebtGroup, readonly Debt[]> {
  const groups = new Map<DebtGroup, Debt[]>(DEBT_GROUPS.map((group) => [group, []]));
  for (const debt of view.debts) groups.get(groupOf(debt, view.sendingReceiptNumber))?.push(debt);
  return groups;
}
