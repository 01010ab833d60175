import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

const SHORTEST = 2;
const LONGEST = 200;

/** What is wrong with an answer, in one line: Enter reports it, Esc does not. The focus goes back to the paper. */
export function WrongReport({
  stores,
  materialId,
}: {
  readonly stores: Stores;
  readonly materialId: string;
}) {
  const { sources } = useWords();
  const { report, forget } = stores.sources.getState();
  const [say, setSay] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isLong = say.trim().length >= SHORTEST;
  const backToPaper = () =>
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(materialId)}"]`)?.focus();
  const send = async () => {
    if (isLong && (await report(say))) backToPaper();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void send();
    else if (event.key === 'Escape') {
      forget();
      backToPaper();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="wrong-report">
      <input
        className="input"
        ref={field}
        maxLength={LONGEST}
        aria-label={sources.whatIsWrong}
        placeholder={sources.whatIsWrong}
        value={say}
        onChange={(event) => setSay(event.target.value)}
        onKeyDown={press}
      />
      <button
        type="button"
        className={isLong ? 'btn' : 'btn off'}
        aria-disabled={!isLong || undefined}
        onClick={() => void send()}
      >
        <Key cap="Enter" />
        {sources.report}
      </button>
    </div>
  );
}
