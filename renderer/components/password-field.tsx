import { useEffect, useRef } from 'react';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes the focus when it appears. */
  readonly first?: boolean;
}

export function PasswordField({ label, value, onChange, first }: PasswordFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <label className="field">
      <span>{label}</span>
      <input
        ref={field}
        className="input"
        type="password"
        value={value}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
