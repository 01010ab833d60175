import type { KeyboardEvent } from 'react';

export interface ListKeys {
  readonly count: number;
  readonly at: number;
  readonly moveTo: (index: number) => void;
  readonly choose?: (index: number) => void;
  /** Digits 1–9 go straight to a row. */
  readonly digits?: boolean;
}

/** Keys of a list: arrows, Home, End move; Enter or Space choose; digits go straight to a row. */
export function listKeyDown(event: KeyboardEvent, { count, at, moveTo, choose, digits }: ListKeys): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || count === 0) return;
  const to = moved(event.key, at, count);
  if (to !== null) {
    event.preventDefault();
    moveTo(to);
  } else if ((event.key === 'Enter' || event.key === ' ') && choose) {
    event.preventDefault();
    event.stopPropagation();
    choose(at);
  } else if (digits && /^[1-9]$/.test(event.key) && Number(event.key) <= count) {
    event.preventDefault();
    moveTo(Number(event.key) - 1);
  }
}

function moved(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
