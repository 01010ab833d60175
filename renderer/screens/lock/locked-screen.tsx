import '../../styles/sign-in.css';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

/**
 * The screen is covered: nothing of the citizen is left on the page, only blank shapes. What was typed
 * is in the desk. The person who is signed in unlocks.
 */
export function LockedScreen({ stores: { session, queue, screen, status } }: { readonly stores: Stores }) {
  const words = useWords();
  const { locked: said } = words.frame;
  const staff = useStore(session, (s) => s.staff);
  const busy = useStore(session, (s) => s.busy);
  const setback = useStore(session, (s) => s.setback);
  const originals = useStore(status, (s) => s.status?.originals.here ?? 0);
  const number = useStore(queue, (s) => s.view?.inHand?.number);
  const badge = useStore(session, (s) => s.badge);
  const noticeNo = useStore(screen, (s) => s.notice?.no);
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A badge, or a card that was told to wait, leads to the password.
    if (badge !== null || noticeNo !== undefined) form.current?.querySelector('input')?.focus();
  }, [badge, noticeNo]);
  const unlock = (event: SyntheticEvent) => {
    event.preventDefault();
    if (password !== '') void session.getState().unlock(password);
  };
  return (
    <main className="work covered">
      <div className="shape" aria-hidden="true" />
      <div className="shape" aria-hidden="true" />
      <div className="shape" aria-hidden="true" />
      <section className="sheet cover" aria-labelledby="lock-title">
        <h1 id="lock-title">
          <Icon name="lock" size="l" />
          {said.title}
          {number !== undefined && <span className="tag q n">{number}</span>}
        </h1>
        <p className="note">{said.sentence}</p>
        <form ref={form} onSubmit={unlock} aria-busy={busy}>
          <PasswordField
            label={`${staff?.name ?? ''} ${staff?.number ?? ''}`}
            value={password}
            onChange={setPassword}
            first
          />
          {badge !== null && (
            <output className="note">
              {badge === staff?.number ? said.ownBadge : said.otherBadge(badge)}
            </output>
          )}
          {setback && (
            <p className="say" role="alert">
              <Icon name="warn" tone="amber" />
              <span>{setbackWords(words, setback)}</span>
            </p>
          )}
          <div className="acts">
            <button type="submit" className="btn big primary" aria-busy={busy}>
              <kbd className="kbd">Enter</kbd>
              {said.unlock}
            </button>
            <ActButton act="sign-out" look="quiet" onAct={() => session.getState().signOut()}>
              {said.other}
            </ActButton>
          </div>
          <p className="note">{said.otherHint}</p>
          {originals > 0 && <output className="note amber">{words.handOver.beforeLeaving(originals)}</output>}
        </form>
      </section>
    </main>
  );
}
