import { lazy, Suspense, useEffect, useRef } from 'react';
import type { GuidedPaper } from '#contract/shapes/guidance.ts';
import { Key } from '../../components/key.tsx';
import { inLanguage, ticketItem, useWords, type Words } from '../../words/words.ts';
import type { TakenTicket } from './use-guiding.ts';

const QrCode = lazy(async () => ({ default: (await import('../../components/qr-code.tsx')).QrCode }));

/** A code with more than this is not read from a screen by an old phone. */
const LONGEST_LIST = 480;

interface TakenPanelProps {
  readonly taken: TakenTicket;
  /** What to bring, as text. */
  readonly list: string | null;
  readonly onNext: () => void;
}

/** The number, who is ahead, and the list of papers as a code to take along. */
export function TakenPanel({ taken, list, onNext }: TakenPanelProps) {
  const words = useWords();
  const said = words.guidance;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <div className="taken-panel">
      <output className="big-number n">{taken.ticket.number}</output>
      <b>{ticketItem(words, taken.ticket)}</b>
      <span className="note">{said.ahead(taken.ahead)}</span>
      {list !== null && (
        <figure>
          <Suspense fallback={<span className="qr" />}>
            <QrCode text={list} label={said.scan} size={220} />
          </Suspense>
          <figcaption className="note">{said.scan}</figcaption>
        </figure>
      )}
      <button ref={next} type="button" className="btn big primary" onClick={onNext}>
        <Key cap="Enter" />
        {said.next}
      </button>
    </div>
  );
}

/** Its name, and each paper that is asked for. */
export function listAsText(
  words: Words,
  name: { readonly nameZh: string; readonly nameEn: string },
  papers: readonly GuidedPaper[],
): string {
  const names = papers
    .filter(({ asked }) => asked)
    .map(({ material }, at) => `${at + 1}. ${inLanguage(words, material.nameZh, material.nameEn)}`);
  const whole = [inLanguage(words, name.nameZh, name.nameEn), ...names].join('\n');
  return Array.from(whole).slice(0, LONGEST_LIST).join('');
}
