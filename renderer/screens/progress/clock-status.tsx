import { Icon } from '../../components/icon.tsx';
import { StatusItem } from '../../components/status-item.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { useClockLists } from './use-clock-lists.ts';

/** How many cases a clock asks somebody to look at; nothing at all where there are none. */
export function ClockStatus({ stores }: { readonly stores: Stores }) {
  const { lists: said } = useWords().progress;
  const counts = useClockLists(stores.desk, 'alarms', 'the-minute')?.counts;
  const count = counts ? counts.notice + counts.due + counts.overdue + counts.alarms + counts.mismatch : 0;
  if (count === 0) return null;
  return (
    <StatusItem
      icon={<Icon name="warn" size="s" tone="amber" />}
      label={said.status}
      value={said.statusCount(count)}
      tone="warn"
      why={said.statusWhy}
    />
  );
}
