import '../../styles/sign-in.css';
import { type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';

/** Who sits down at this window. In a practice hall a person can be picked from a list. */
export function SignInScreen({ stores: { session } }: { readonly stores: Stores }) {
  const words = useWords();
  const site = useStore(session, (s) => s.site);
  const known = useStore(session, (s) => s.known);
  const people = useStore(session, (s) => s.people);
  return (
    <main className="entry">
      <section className="sheet door" aria-labelledby="door-title">
        <div className="plate on-dark">
          <span className="seal" aria-hidden="true">
            {words.frame.seal}
          </span>
          {site && (
            <>
              <p>{inLanguage(words, site.hallName, site.hallNameEn)}</p>
              <b className="n">{site.window}</b>
              <p>{words.frame.windowNamed(site.window, site.windowName)}</p>
            </>
          )}
        </div>
        <div className="form">
          <h1 id="door-title">{words.frame.signIn.title}</h1>
          {known ? <SignInForm session={session} /> : <Starting />}
          {known && people.length > 0 && <People session={session} />}
        </div>
      </section>
      {site && <p className="note version">{words.frame.signIn.version(site.version)}</p>}
    </main>
  );
}

function Starting() {
  const words = useWords();
  return (
    <>
      <p className="note">{words.frame.signIn.waiting}</p>
      <Bones />
    </>
  );
}

function SignInForm({ session }: { readonly session: Stores['session'] }) {
  const words = useWords();
  const badge = useStore(session, (s) => s.badge);
  const busy = useStore(session, (s) => s.busy);
  const setback = useStore(session, (s) => s.setback);
  const hasPeople = useStore(session, (s) => s.people.length > 0);
  const [typed, setTyped] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const numberField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const number = typed ?? badge ?? '';
  useLayoutEffect(() => {
    if (badge !== null) passwordField.current?.focus();
    else if (!hasPeople) numberField.current?.focus();
  }, [badge, hasPeople]);
  const signIn = (event: SyntheticEvent) => {
    event.preventDefault();
    if (number !== '' && password !== '')
      void session.getState().signIn(number.trim().toUpperCase(), password);
  };
  return (
    <form onSubmit={signIn} aria-busy={busy}>
      <label className="field">
        <span>{words.frame.signIn.number}</span>
        <input
          ref={numberField}
          className="input"
          value={number}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{words.frame.signIn.password}</span>
        <input
          ref={passwordField}
          className="input"
          type="password"
          value={password}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {setback && (
        <p className="say" role="alert">
          <Icon name="warn" tone="amber" />
          <span>{setbackWords(words, setback)}</span>
        </p>
      )}
      <button type="submit" className="btn big primary" aria-busy={busy}>
        <kbd className="kbd">Enter</kbd>
        {busy ? words.frame.signIn.going : words.frame.signIn.go}
      </button>
      <p className="note">{words.frame.signIn.cardHint}</p>
    </form>
  );
}

function People({ session }: { readonly session: Stores['session'] }) {
  const words = useWords();
  const people = useStore(session, (s) => s.people);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), []);
  return (
    <div className="people" ref={list}>
      <h2 className="h">
        {words.frame.signIn.people}
        <span className="note">{words.frame.signIn.peopleHint}</span>
      </h2>
      <PickList
        label={words.frame.signIn.people}
        rows={people}
        rowKey={(person) => person.number}
        at={at}
        onMove={setAt}
        onChoose={(person) => void session.getState().signIn(person.number, person.password)}
        renderRow={(person) => (
          <>
            <Icon name="user" />
            <b>{person.name}</b>
            <span className="n">{person.number}</span>
            <span className="note el">{person.roles.map((role) => words.frame.roles[role]).join(' · ')}</span>
            <kbd className="kbd">↵</kbd>
          </>
        )}
      />
      <p className="note">{words.frame.signIn.initialHint}</p>
    </div>
  );
}
