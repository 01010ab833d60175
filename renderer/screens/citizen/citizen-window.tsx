import './citizen.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '../../desk.ts';
import { createCitizenStore, watchCitizen } from '../../stores/citizen-store.ts';
import { WordsContext, wordsIn } from '../../words/words.ts';
import { CitizenScreen } from './citizen-screen.tsx';

/** The screen that is turned to the citizen, in a window of its own. It is touched, never typed at. */
export function CitizenWindow({ desk }: { readonly desk: Desk }) {
  const [citizen] = useState(() => createCitizenStore(desk));
  const language = useStore(citizen, (s) => s.language);
  useEffect(() => watchCitizen(desk, citizen), [desk, citizen]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <WordsContext value={wordsIn(language)}>
      <CitizenScreen citizen={citizen} />
    </WordsContext>
  );
}
