import { type RefObject, useId, useState } from 'react';
import { LookPurpose } from '#contract/shapes/person-page.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';

interface NumberFormProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly reason: RefObject<HTMLSelectElement | null>;
  /** Typed elsewhere; only the reason is still to be said. */
  readonly text: string;
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onLook: (text: string, purpose: LookPurpose) => void;
}

/** A number and why it is looked at. Without a reason nothing is looked up. */
export function NumberForm({ box, reason, text, busy, onText, onLook }: NumberFormProps) {
  const words = useWords();
  const { page } = words.people;
  const [purpose, setPurpose] = useState<LookPurpose | null>(null);
  const id = useId();
  return (
    <form
      className="number-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (purpose && text.trim() !== '') onLook(text.trim(), purpose);
      }}
    >
      <label className="box" htmlFor={`${id}-number`}>
        <Icon name="find" />
        <span className="sr">{page.label}</span>
      </label>
      <input
        ref={box}
        id={`${id}-number`}
        className="input"
        value={text}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        placeholder={page.placeholder}
        data-focus-first
        onChange={(event) => onText(event.target.value)}
      />
      <select
        ref={reason}
        className="input"
        aria-label={page.purposeLabel}
        value={purpose ?? ''}
        onChange={(event) => setPurpose(LookPurpose.safeParse(event.target.value).data ?? null)}
      >
        <option value="">{page.purposeChoose}</option>
        {LookPurpose.options.map((one) => (
          <option key={one} value={one}>
            {page.purposes[one]}
          </option>
        ))}
      </select>
      <button type="submit" className="btn" disabled={busy || purpose === null || text.trim() === ''}>
        <Key cap="Enter" />
        {busy ? page.looking : page.look}
      </button>
      <span className="note">{page.traced}</span>
    </form>
  );
}
