import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

/** However long it is held, the whole value goes away again after this. */
export const SHOWN_AT_MOST_MS = 2_000;

interface HoldToRevealProps {
  readonly label: string;
  readonly masked: ReactNode;
  /** Asks for the whole value: an audited act. */
  readonly onReveal: () => Promise<string | null>;
}

/**
 * A masked value that shows whole while the eye is pressed. It hides when the pointer or key is let go,
 * when the focus leaves, and after two seconds.
 */
export function HoldToReveal({ label, masked, onReveal }: HoldToRevealProps) {
  const [whole, setWhole] = useState<string | null>(null);
  const held = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hide = useCallback(() => {
    held.current += 1;
    clearTimeout(timer.current);
    setWhole(null);
  }, []);
  useEffect(() => hide, [hide]);

  const show = async () => {
    if (whole !== null) return;
    const mine = (held.current += 1);
    const value = await onReveal();
    // Let go before the answer came: the value is not shown at all.
    if (mine !== held.current || value === null) return;
    setWhole(value);
    timer.current = setTimeout(hide, SHOWN_AT_MOST_MS);
  };

  return (
    <span className="reveal">
      <b className="n" data-shown={whole === null ? 'masked' : 'whole'}>
        {whole ?? masked}
      </b>
      <button
        type="button"
        className="eye"
        aria-label={label}
        title={label}
        onPointerDown={() => void show()}
        onPointerUp={hide}
        onPointerLeave={hide}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return;
          event.preventDefault();
          if (!event.repeat) void show();
        }}
        onKeyUp={hide}
      >
        <Icon name="eye" size="s" />
      </button>
    </span>
  );
}
