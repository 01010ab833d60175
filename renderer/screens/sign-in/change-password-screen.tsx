import '../../styles/sign-in.css';
import { type SyntheticEvent, useState } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

/** The first password is known to others: it is changed before anything else. */
export function ChangePasswordScreen({ stores: { session } }: { readonly stores: Stores }) {
  const words = useWords();
  const { password: said } = words.frame;
  const busy = useStore(session, (s) => s.busy);
  const setback = useStore(session, (s) => s.setback);
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const change = (event: SyntheticEvent) => {
    event.preventDefault();
    setDiffer(next !== again);
    if (old !== '' && next !== '' && next === again) void session.getState().changePassword(old, next);
  };
  const sentence = differ ? said.differ : setback ? setbackWords(words, setback) : null;
  return (
    <main className="entry">
      <section className="sheet door single" aria-labelledby="password-title">
        <div className="form">
          <h1 id="password-title">{said.title}</h1>
          <p>{said.because}</p>
          <form onSubmit={change} aria-busy={busy}>
            <PasswordField label={said.old} value={old} onChange={setOld} first />
            <PasswordField label={said.next} value={next} onChange={setNext} />
            <PasswordField label={said.again} value={again} onChange={setAgain} />
            <p className="note">{said.rule}</p>
            {sentence !== null && (
              <p className="say" role="alert">
                <Icon name="warn" tone="amber" />
                <span>{sentence}</span>
              </p>
            )}
            <button type="submit" className="btn big primary" aria-busy={busy}>
              <kbd className="kbd">Enter</kbd>
              {said.go}
            </button>
          </form>
        </div>
      </section>
    </main>
  );
}
