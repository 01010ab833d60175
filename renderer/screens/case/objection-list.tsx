import { useId, useState } from 'react';
import type { Objection } from '#contract/shapes/party.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords, type Words } from '../../words/words.ts';

interface ObjectionListProps {
  readonly objections: readonly Objection[];
  readonly onOverride: (field: Objection['field'], reason: string) => void;
}

/** What a rule objects to, beside the value; going on in spite of it takes a written reason. */
export function ObjectionList({ objections, onOverride }: ObjectionListProps) {
  if (objections.length === 0) return null;
  return (
    <ul className="objections">
      {objections.map((objection) => (
        <ObjectionRow
          key={`${objection.field}.${objection.problem}`}
          objection={objection}
          onOverride={(reason) => onOverride(objection.field, reason)}
        />
      ))}
    </ul>
  );
}

export function objectionWords(words: Words, objection: Objection): string {
  const { identity } = words.sheet;
  const known: Readonly<Record<string, string>> = identity.objections;
  return known[objection.problem] ?? identity.objectionOther(objection.problem);
}

interface ObjectionRowProps {
  readonly objection: Objection;
  readonly onOverride: (reason: string) => void;
}

function ObjectionRow({ objection, onOverride }: ObjectionRowProps) {
  const words = useWords();
  const { identity, deciding } = words.sheet;
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  const isOpen = objection.blocks && objection.overriddenBecause === null;
  const isEnough = reason.trim().length >= 4;
  return (
    <li className={isOpen ? 'open' : undefined}>
      <Icon name={isOpen ? 'warn' : 'info'} size="s" tone={isOpen ? 'amber' : 'dim'} />
      <span>{objectionWords(words, objection)}</span>
      {objection.overriddenBecause !== null && (
        <span className="note">{identity.overridden(objection.overriddenBecause)}</span>
      )}
      {isOpen && !asked && (
        <button type="button" className="btn quiet" onClick={() => setAsked(true)}>
          {identity.goOn}
        </button>
      )}
      {isOpen && asked && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isEnough) onOverride(reason.trim());
          }}
        >
          <label className="sr" htmlFor={id}>
            {identity.goOnReason}
          </label>
          <input
            id={id}
            className="input"
            value={reason}
            maxLength={200}
            placeholder={identity.goOnReason}
            ref={focusOnce}
            onChange={(event) => setReason(event.target.value)}
          />
          <button
            type="submit"
            className="btn"
            disabled={!isEnough}
            title={isEnough ? '' : deciding.dialogs.tooShort}
          >
            {identity.goOnSave}
          </button>
        </form>
      )}
    </li>
  );
}

/** The field was asked for by a press: the next key belongs to it. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
