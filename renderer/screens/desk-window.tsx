import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createKeyBoard } from '../keys/key-board.ts';
import { KeyBoardContext, useKeyListener } from '../keys/keys-context.ts';
import { listen } from '../stores/listening.ts';
import type { Stores } from '../stores/stores.ts';
import { FoldedContext, useSeatShape } from '../theme/seat-shape.ts';
import { WordsContext, wordsIn } from '../words/words.ts';
import { Frame } from './frame/frame.tsx';

/** The clerk's window: words, keys and news, then the frame. */
export function DeskWindow({ stores }: { readonly stores: Stores }) {
  const { screen, session } = stores;
  const language = useStore(screen, (s) => s.language);
  const siteLanguage = useStore(session, (s) => s.site?.language);
  const [keyBoard] = useState(createKeyBoard);
  useKeyListener(keyBoard);
  useEffect(() => listen(stores, keyBoard), [stores, keyBoard]);
  useEffect(() => {
    if (siteLanguage) screen.getState().speak(siteLanguage);
  }, [screen, siteLanguage]);
  const isFolded = useSeatShape(useStore(session, (s) => s.staff !== null && s.largeType));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(
    () => keyBoard.onClosed((_act, reason) => screen.getState().tell({ kind: 'key-off', reason })),
    [keyBoard, screen],
  );
  return (
    <WordsContext value={wordsIn(language)}>
      <KeyBoardContext value={keyBoard}>
        <FoldedContext value={isFolded}>
          <Frame stores={stores} />
        </FoldedContext>
      </KeyBoardContext>
    </WordsContext>
  );
}
