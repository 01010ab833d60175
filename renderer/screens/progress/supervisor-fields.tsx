import { PasswordField } from '../../components/password-field.tsx';
import { useWords } from '../../words/words.ts';

export interface SupervisorWords {
  readonly number: string;
  readonly password: string;
  readonly reason: string;
}

/** A supervisor types number, password and reason at the clerk's window. */
export function SupervisorFields({
  value,
  onChange,
}: {
  readonly value: SupervisorWords;
  readonly onChange: (value: SupervisorWords) => void;
}) {
  const { fields, secondNote, supervisorNote } = useWords().progress;
  return (
    <fieldset className="supervisor">
      <p className="note">{secondNote}</p>
      <label className="field">
        <span>{fields.reason}</span>
        <input
          className="input"
          value={value.reason}
          maxLength={300}
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{fields.supervisor}</span>
        <input
          className="input"
          value={value.number}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, number: event.target.value })}
        />
      </label>
      <PasswordField
        label={fields.password}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
      />
      <p className="note">{supervisorNote}</p>
    </fieldset>
  );
}
