import { useId } from 'react';
import { useWords } from '../words/words.ts';
import { PickList } from './pick-list.tsx';

export interface ReasonChoice {
  /** Row of the list; the last row is the reason in one's own words. */
  readonly at: number;
  readonly own: string;
}

interface ReasonFieldProps {
  readonly reasons: readonly string[];
  readonly choice: ReasonChoice;
  readonly onChange: (choice: ReasonChoice) => void;
  readonly onChoose: () => void;
  readonly first?: boolean;
}

/** The reason chosen or written; null while it is not enough (at least two signs). */
export function reasonOf(reasons: readonly string[], { at, own }: ReasonChoice): string | null {
  const chosen = at < reasons.length ? reasons[at] : own.trim();
  return chosen !== undefined && chosen.length >= 2 ? chosen : null;
}

/** A short list of reasons by digit, and a line for any other. */
export function ReasonField({ reasons, choice, onChange, onChoose, first }: ReasonFieldProps) {
  const { dialogs: words } = useWords().frame;
  const ownId = useId();
  const rows = [...reasons, words.otherReason];
  const isOwn = choice.at === reasons.length;
  return (
    <div className="reasons">
      <PickList
        label={words.reason}
        rows={rows}
        rowKey={(row) => row}
        at={choice.at}
        onMove={(at) => onChange({ ...choice, at })}
        onChoose={(row) => {
          if (row === words.otherReason)
            document.querySelector<HTMLElement>(`#${CSS.escape(ownId)}`)?.focus();
          else onChoose();
        }}
        digits
        first={first ?? false}
        renderRow={(row, index) => (
          <>
            <kbd className="kbd">{index + 1}</kbd>
            <span>{row}</span>
          </>
        )}
      />
      {isOwn && (
        <label className="field">
          <span className="sr">{words.otherReason}</span>
          <input
            id={ownId}
            className="input"
            value={choice.own}
            maxLength={100}
            placeholder={words.otherHint}
            onChange={(event) => onChange({ ...choice, own: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault();
                onChoose();
              }
            }}
          />
        </label>
      )}
    </div>
  );
}
