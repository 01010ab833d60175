import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { listKeyDown } from '../keys/list-keys.ts';

interface PickListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly renderRow: (row: T, index: number) => ReactNode;
  readonly at: number;
  readonly onMove: (index: number) => void;
  readonly onChoose?: (row: T) => void;
  readonly onKey?: (event: KeyboardEvent, row: T) => void;
  /** Digits 1–9 go straight to a row. */
  readonly digits?: boolean;
  readonly className?: string;
  readonly rowClass?: (row: T, index: number) => string;
  /** What F1 says about a row. */
  readonly rowWhy?: (row: T) => string;
  /** Takes the focus when a dialog opens. */
  readonly first?: boolean;
  /** The focus stays elsewhere (a search box): rows are shown as chosen, never focused. */
  readonly still?: boolean;
}

/** A list with one stop for Tab: arrows move, Enter, Space or a click choose. */
export function PickList<T>(props: PickListProps<T>) {
  const { label, rows, rowKey, renderRow, at, onMove, onChoose, onKey } = props;
  const { digits, className, rowClass, rowWhy, first, still } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (still) list.current?.querySelectorAll('[data-row]')[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at, still]);
  const moveTo = (index: number) => {
    onMove(index);
    if (!still) list.current?.querySelectorAll<HTMLElement>('[data-row]')[index]?.focus();
  };
  const choose = (index: number) => {
    const row = rows[index];
    if (row !== undefined) onChoose?.(row);
  };
  return (
    <ul ref={list} aria-label={label} className={className ? `picks ${className}` : 'picks'}>
      {rows.map((row, index) => (
        <li key={rowKey(row)}>
          <button
            type="button"
            className={rowClass?.(row, index)}
            data-row
            data-why={rowWhy?.(row)}
            data-first={(first && index === at) || undefined}
            tabIndex={index === at && !still ? 0 : -1}
            aria-current={index === at || undefined}
            onFocus={() => onMove(index)}
            onKeyDown={(event) => {
              onKey?.(event, row);
              if (event.defaultPrevented) return;
              listKeyDown(event, {
                count: rows.length,
                at: index,
                moveTo,
                ...(onChoose ? { choose } : {}),
                ...(digits ? { digits } : {}),
              });
            }}
            onMouseDown={(event) => {
              if (still) event.preventDefault();
            }}
            onClick={() => {
              onMove(index);
              onChoose?.(row);
            }}
          >
            {renderRow(row, index)}
          </button>
        </li>
      ))}
    </ul>
  );
}
