import { type ReactNode, useId } from 'react';

interface DraftFieldProps {
  readonly label: string;
  /** What was typed here since it was last fetched, or null. */
  readonly text: string | null;
  /** The saved value, masked; null when nothing is saved. */
  readonly saved: string | null;
  readonly stateWords: string | null;
  readonly readOnly?: boolean;
  readonly readOnlyWhy?: string;
  readonly savedWords: string | null;
  readonly invalid?: boolean;
  readonly note?: ReactNode;
  readonly fetchBack?: { readonly label: string; readonly onFetch: () => void };
  readonly onType: (text: string) => void;
  /** Fingers are off this field: what was typed is saved at once. */
  readonly onLeave: () => void;
}

/**
 * One field of a form that is saved as it is typed. A saved value is shown masked and never as the
 * input's own text, so that a masked value can never be saved back.
 */
export function DraftField(props: DraftFieldProps) {
  const { label, text, saved, savedWords, stateWords, readOnly, readOnlyWhy, invalid, note, fetchBack } =
    props;
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={invalid ? 'draft-field invalid' : 'draft-field'}>
      <label htmlFor={id}>{label}</label>
      <div className="control">
        <input
          id={id}
          className="input"
          value={readOnly ? (saved ?? '') : (text ?? '')}
          placeholder={saved ?? ''}
          readOnly={readOnly}
          title={readOnly ? readOnlyWhy : undefined}
          aria-invalid={invalid || undefined}
          aria-describedby={noteId}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => props.onType(event.target.value)}
          onBlur={props.onLeave}
        />
        {!readOnly && text === null && saved !== null && fetchBack && (
          <button type="button" className="btn quiet" onClick={fetchBack.onFetch}>
            {fetchBack.label}
          </button>
        )}
      </div>
      <div className="below" id={noteId}>
        {stateWords && <span className="note">{stateWords}</span>}
        {!stateWords && !readOnly && savedWords && <span className="note">{savedWords}</span>}
        {note}
      </div>
    </div>
  );
}
