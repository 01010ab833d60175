import './result.css';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { CaseState, CaseView } from '#contract/shapes/case.ts';
import { Icon } from '../../components/icon.tsx';
import { ProofLine } from '../../components/proof-line.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords, type Words } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { ForwardLine } from '../crossing/forward-line.tsx';
import { ComeBackLine } from '../trips/come-back-line.tsx';
import { CutBar } from './cut-bar.tsx';
import { DueDays } from './due-days.tsx';
import { OwedList } from './owed-list.tsx';
import { proofPoints } from './proof-points.ts';
import { ReceiptPaper } from './receipt-paper.tsx';
import { ResultActs } from './result-acts.tsx';
import { sayAloud } from './say-aloud.ts';

/** 结果: the paper for the citizen, what to say, what is owed, and the proof line. */
export function ResultStep({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const file = useStore(stores.caseFile, (s) => s.file);
  if (!file || file.receiptNumber === null) return <p className="empty">{words.sheet.result.none}</p>;
  return <Result stores={stores} file={file} />;
}

const TONES = {
  draft: 'dim',
  blocked: 'dim',
  received: 'pine',
  'awaiting-correction': 'amber',
  'received-again': 'pine',
  accepted: 'pine',
  'accepted-tolerant': 'pine',
  'accepted-commitment': 'pine',
  'deemed-accepted': 'amber',
  suspended: 'amber',
  'in-review': 'pine',
  'decided-granted': 'pine',
  'decided-denied': 'zhu',
  ready: 'pine',
  delivered: 'pine',
  refused: 'zhu',
  'closed-not-needed': 'dim',
  'closed-wrong-organ': 'dim',
  'closed-lapsed': 'zhu',
  'closed-returned': 'zhu',
  referred: 'dim',
  withdrawn: 'dim',
  archived: 'dim',
} as const satisfies Record<CaseState, string>;

function Result({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { result } = words.sheet;
  const { paper, setback, showPaper } = useStore(stores.caseFile);
  const status = useStore(stores.status, (s) => s.status);
  const readSync = useStore(stores.sync, (s) => s.read);
  const shownId = file.notices[0]?.id ?? null;
  useEffect(() => {
    if (shownId !== null) void showPaper(shownId);
  }, [showPaper, shownId]);
  useEffect(() => void readSync(), [readSync]);
  const tone = TONES[file.state];
  const shown = paper?.notice.id === shownId ? paper : null;
  return (
    <div className="result-step">
      <CutBar stores={stores} />
      {/* What does not fit scrolls with the arrows: most of it can hold no focus of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <article className="two" aria-label={bigWords(words, file)} tabIndex={0}>
        {shown ? (
          <ReceiptPaper
            notice={file.notices.find((one) => one.id === shownId) ?? shown.notice}
            content={shown.content}
            pending={file.sync !== 'done'}
          />
        ) : (
          <figure className="receipt-paper loading" aria-label={result.paper.loading} />
        )}
        <div className="done">
          <h1 className={tone}>
            <Icon name={tone === 'zhu' ? 'stop' : tone === 'amber' ? 'warn' : 'ok'} size="l" />
            {bigWords(words, file)}
          </h1>
          {setback && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
          <div className="tell">
            <span className="note">{result.say}</span>
            <p>{sayAloud(words, file)}</p>
          </div>
          <DueDays file={file} />
          <ForwardLine stores={stores} file={file} />
          <ComeBackLine stores={stores} file={file} />
          <OwedList stores={stores} file={file} />
        </div>
      </article>
      <div className="chain">
        <div className="h">
          {result.chain}
          <span className="note">{result.chainNote}</span>
        </div>
        <ProofLine label={result.chain} points={proofPoints(clock, file, status)} />
      </div>
      <ResultActs stores={stores} file={file} />
    </div>
  );
}

function bigWords(words: Words, file: CaseView): string {
  const { result } = words.sheet;
  const big = result.big[file.state];
  const pdf = file.notices[0]?.pdf.state;
  if (pdf === 'pressed') return result.bigPressed(big);
  if (pdf === 'not-pressed') return result.bigNotPressed(big);
  return pdf === 'waiting' ? result.bigPressing(big) : big;
}
