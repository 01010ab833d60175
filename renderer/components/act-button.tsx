import type { ReactNode } from 'react';
import type { Standing } from '../keys/key-board.ts';
import type { ActName } from '../keys/key-map.ts';
import { useAct } from '../keys/keys-context.ts';
import { reasonWords } from '../words/saying.ts';
import { useWords } from '../words/words.ts';
import { Key } from './key.tsx';

interface ActButtonProps {
  readonly act: ActName;
  readonly onAct: () => unknown;
  /** `open`, or the word of the reason why the act is off. */
  readonly standing?: Standing;
  /** key: a square of the key strip · button: in a row · big: the act bar · quiet: no edge */
  readonly look?: 'key' | 'button' | 'big' | 'quiet';
  readonly main?: boolean;
  readonly stop?: boolean;
  readonly busy?: boolean;
  /** Said to a screen reader instead of a sign that only the eye understands. */
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * A button and its key, which do the same. When the act is off the button stays where it is, dashed,
 * can still be focused, and says why.
 */
export function ActButton(props: ActButtonProps) {
  const { act, onAct, standing = 'open', look = 'button', main, stop, busy, label, children } = props;
  const words = useWords();
  useAct(act, onAct, busy ? 'busy' : standing);
  const isOff = standing !== 'open';
  const reason = isOff ? reasonWords(words, standing) : undefined;
  const names = look === 'key' ? ['key', main && 'main'] : ['btn', look, main && 'primary', stop && 'stop'];
  return (
    <button
      type="button"
      className={[...names, isOff && 'off'].filter(Boolean).join(' ')}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      aria-label={label}
      title={reason ?? label}
      data-why={reason}
      onClick={() => {
        if (!isOff && !busy) void onAct();
      }}
    >
      <Key act={act} />
      <span>{children}</span>
    </button>
  );
}
