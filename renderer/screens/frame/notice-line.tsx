import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import type { Notice } from '../../stores/screen-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { reasonWords } from '../../words/saying.ts';
import { useWords, type Words } from '../../words/words.ts';

const SHOWN_FOR_MS = 7000;

/** One sentence over the sheet, for what happened without a cause on the screen. It goes by itself. */
export function NoticeLine({ stores: { screen } }: { readonly stores: Stores }) {
  const words = useWords();
  const shown = useStore(screen, (s) => s.notice);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => screen.getState().forgetNotice(), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [screen, shown]);
  return (
    <output className="notice-line">
      {shown && (
        <span className={shown.notice.kind === 'why' ? 'say why' : 'say'} key={shown.no}>
          {shown.notice.kind === 'why' ? <Icon name="info" tone="qing" /> : <Icon name="warn" tone="amber" />}
          <span>{sentenceOf(words, shown.notice)}</span>
        </span>
      )}
    </output>
  );
}

function sentenceOf(words: Words, notice: Notice): string {
  const { codes } = words.frame;
  switch (notice.kind) {
    case 'unknown-code':
      return codes.unknown(notice.shown);
    case 'scan-trouble':
      return codes[notice.trouble];
    case 'not-your-turn':
      return codes.notYourTurn(notice.number, notice.ahead);
    case 'ticket-elsewhere':
      return codes.ticketElsewhere(notice.number);
    case 'receipt-unknown':
      return codes.receiptUnknown(notice.number);
    case 'nobody-for-card':
      return codes.nobodyForCard(notice.name);
    case 'sign-in-first':
      return codes.signInFirst;
    case 'why':
      return notice.sentence;
    case 'key-off':
      break;
  }
  return reasonWords(words, notice.reason);
}
