import { configure, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createKeyBoard } from '#renderer/keys/key-board.ts';
import { KeyBoardContext, useKeyListener } from '#renderer/keys/keys-context.ts';
import { createStores, type Stores } from '#renderer/stores/stores.ts';
import { type Language, WordsContext, wordsIn } from '#renderer/words/words.ts';
import { deskThatAnswers, type SetDesk } from './desk.ts';
import { aStatus } from './hall-views.ts';
import { aCase, aVisit, aVisitCase } from './sheet-views.ts';
import { aSyncView } from './sync-views.ts';

configure({ asyncUtilTimeout: 8000 });

export interface OpenSheet {
  readonly desk: SetDesk;
  readonly stores: Stores;
  readonly user: UserEvent;
}

type Answers = Parameters<SetDesk['answer']>[0];

/** A desk with a citizen at the window and a draft in the middle of its papers. */
export function aSheetDesk(answers: Answers = {}): SetDesk {
  return deskThatAnswers({
    'desk.status': { ok: true, value: aStatus() },
    'intake.visit': { ok: true, value: aVisit({ cases: [aVisitCase] }) },
    'intake.look': { ok: true, value: aCase() },
    'pages.list': { ok: true, value: [] },
    'sync.view': { ok: true, value: aSyncView() },
    ...answers,
  });
}

/** Draws one part of the window with keys, words and stores. */
export function openSheet(
  desk: SetDesk,
  part: (stores: Stores) => ReactNode,
  language: Language = 'zh-CN',
): OpenSheet {
  const stores = createStores(desk, Date.now);
  const user = userEvent.setup();
  render(
    <WordsContext value={wordsIn(language)}>
      <Keys>{part(stores)}</Keys>
    </WordsContext>,
  );
  return { desk, stores, user };
}

const keyBoard = createKeyBoard();

function Keys({ children }: { readonly children: ReactNode }) {
  useKeyListener(keyBoard);
  return (
    <KeyBoardContext value={keyBoard}>
      <div data-app>{children}</div>
    </KeyBoardContext>
  );
}
