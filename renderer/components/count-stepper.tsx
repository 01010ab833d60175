interface CountStepperProps {
  readonly label: string;
  readonly count: number;
  readonly atMost: number;
  readonly fewer: string;
  readonly more: string;
  readonly onChange: (count: number) => void;
}

/** A small number of sheets, changed one by one. */
export function CountStepper({ label, count, atMost, fewer, more, onChange }: CountStepperProps) {
  return (
    <fieldset className="stepper">
      <legend className="note">{label}</legend>
      <button
        type="button"
        aria-label={fewer}
        disabled={count <= 0}
        onClick={() => onChange(Math.max(0, count - 1))}
      >
        −
      </button>
      <b className="n" aria-live="polite">
        {count}
      </b>
      <button
        type="button"
        aria-label={more}
        disabled={count >= atMost}
        onClick={() => onChange(Math.min(atMost, count + 1))}
      >
        +
      </button>
    </fieldset>
  );
}
