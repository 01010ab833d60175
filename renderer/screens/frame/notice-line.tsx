import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import type { Notice } from '../../stores/screen-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { reasonWords, setbackWords } from '../../words/saying.ts';
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
  const look = shown ? (LOOKS[shown.notice.kind] ?? WARNS) : WARNS;
  return (
    <output className="notice-line">
      {shown && (
        <span className={`say ${look.look}`} key={shown.no}>
          <Icon name={look.icon} tone={look.tone} />
          <span>{sentenceOf(words, shown.notice)}</span>
        </span>
      )}
    </output>
  );
}

interface Look {
  readonly look: 'warns' | 'why' | 'good';
  readonly icon: IconName;
  readonly tone: Tone;
}

const WARNS: Look = { look: 'warns', icon: 'warn', tone: 'amber' };
const EXPLAINS: Look = { look: 'why', icon: 'info', tone: 'qing' };
const AGREES: Look = { look: 'good', icon: 'ok', tone: 'pine' };

const LOOKS: Readonly<Partial<Record<Notice['kind'], Look>>> = {
  why: EXPLAINS,
  'kept-under-dialog': EXPLAINS,
  'card-matches': AGREES,
  'receipt-matches': AGREES,
  'sources-answered': EXPLAINS,
};

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
    case 'ticket-other-queue':
      return codes.ticketOtherQueue(notice.number, notice.name);
    case 'receipt-matches':
      return codes.receiptMatches(notice.number);
    case 'receipt-of-another':
      return codes.receiptOfAnother(notice.number);
    case 'nobody-for-card':
      return codes.nobodyForCard(notice.name);
    case 'card-matches':
      return codes.cardMatches(notice.name, words.sheet.identity.roles[notice.role]);
    case 'card-of-another':
      return codes.cardOfAnother(notice.name);
    case 'card-trouble':
      return words.sheet.identity.cardState[notice.phase];
    case 'item-needs-ticket':
      return words.frame.dialogs.findNeedsTicket;
    case 'licence-not-here':
      return codes.licenceNotHere;
    case 'credit-not-here':
      return codes.creditNotHere;
    case 'credit-from-chip':
      return codes.creditFromChip;
    case 'network-not-here':
      return words.network.notHere;
    case 'badge-at-work':
      return codes.badgeAtWork;
    case 'kept-under-dialog':
      return codes.keptUnderDialog;
    case 'sign-in-first':
      return codes.signInFirst;
    case 'unlock-first':
      return codes.unlockFirst;
    case 'sources-answered':
      return words.sources.answeredAgain(notice.asked, notice.proved);
    case 'setback':
      return setbackWords(words, notice.setback);
    case 'why':
      return notice.sentence;
    case 'key-off':
      break;
  }
  return reasonWords(words, notice.reason);
}
