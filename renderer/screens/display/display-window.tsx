import '../../styles/display.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '../../desk.ts';
import { createDisplayStore, watchDisplay } from '../../stores/display-store.ts';
import { WordsContext, wordsIn } from '../../words/words.ts';
import { DisplayScreen } from './display-screen.tsx';
import { useFitted } from './use-fitted.ts';

/** The public display in a window of its own, drawn at 1920×1080 and fitted to the screen it is on. */
export function DisplayWindow({ desk }: { readonly desk: Desk }) {
  const [display] = useState(() => createDisplayStore(desk, Date.now));
  const language = useStore(display, (s) => s.site?.language ?? 'zh-CN');
  const fitted = useFitted();
  useEffect(() => watchDisplay(desk, display), [desk, display]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.body.classList.add('public');
  }, [language]);
  return (
    <WordsContext value={wordsIn(language)}>
      <div className="fitted" ref={fitted}>
        <DisplayScreen display={display} />
      </div>
    </WordsContext>
  );
}
