import type { FormEvent, ReactNode } from 'react';

interface DialogFormProps {
  /** Enough is filled in: Enter sends it. */
  readonly isWhole: boolean;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Beside the button that sends. */
  readonly beside?: ReactNode;
}

/** A few fields in a dialog that are sent together with Enter; nothing is kept before that. */
export function DialogForm({ isWhole, submit, onSubmit, children, beside }: DialogFormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) onSubmit();
  };
  return (
    <form className="dialog-form" onSubmit={send}>
      {children}
      <span className="row-end">
        {beside}
        <button type="submit" className={isWhole ? 'btn primary' : 'btn primary off'}>
          <kbd className="kbd">Enter</kbd>
          {submit}
        </button>
      </span>
    </form>
  );
}

interface DialogFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  /** `code`: letters and digits, set evenly; `digits`: digits only. */
  readonly kind?: 'text' | 'code' | 'digits' | 'phone' | 'date';
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Takes the focus when the dialog opens. */
  readonly first?: boolean;
  /** Of a date: the first and the last day that may be chosen. */
  readonly min?: string;
  readonly max?: string;
  /** The placeholder says it: the label is for a reader's voice only. */
  readonly quiet?: boolean;
}

/** One labelled field of such a form. */
export function DialogField({
  label,
  value,
  onType,
  kind = 'text',
  first,
  quiet,
  ...rest
}: DialogFieldProps) {
  return (
    <label className={quiet ? 'quiet' : undefined}>
      <span className={quiet ? 'sr' : undefined}>{label}</span>
      <input
        {...rest}
        type={kind === 'date' ? 'date' : 'text'}
        inputMode={INPUT_MODES[kind]}
        className={kind === 'text' || kind === 'phone' ? 'input' : 'input n'}
        data-first={first || undefined}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}

const INPUT_MODES = {
  text: undefined,
  code: undefined,
  digits: 'numeric',
  phone: 'tel',
  date: undefined,
} as const satisfies Record<NonNullable<DialogFieldProps['kind']>, string | undefined>;

/** From the list above into the first field of the form. */
export function focusDialogForm(): void {
  document.querySelector<HTMLElement>('.dialog-form input')?.focus();
}
