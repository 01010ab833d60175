import { useState } from 'react';
import type { Input } from '#contract/calls.ts';
import type { HandOverList } from '#contract/shapes/hand-over.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { inLanguage, useWords } from '../../words/words.ts';
import { paperKey, paperWord } from './paper-key.ts';

interface ListPapersProps {
  readonly list: HandOverList;
  readonly busy: boolean;
  readonly onSign: (signed: Input<'originals.sign-list'>) => Promise<boolean>;
}

/** The papers of a list; until it is signed, Space says that one is not there. */
export function ListPapers({ list, busy, onSign }: ListPapersProps) {
  const words = useWords();
  const said = words.handOver;
  const [at, setAt] = useState(0);
  const [notFound, setNotFound] = useState<ReadonlySet<string>>(new Set());
  const [takenBy, setTakenBy] = useState('');
  const [badge, setBadge] = useState('');
  const { papers, taken } = list;
  const mayWrite = takenBy.trim().length > 1 && badge.trim().length > 1;
  const sign = () =>
    onSign({
      handOverId: list.id,
      takenBy,
      badge,
      notFound: papers.filter((paper) => notFound.has(paperWord(paper))).map(paperKey),
    });
  return (
    <>
      <PickList
        label={said.head.paper}
        className="list-papers"
        rows={papers}
        rowKey={paperWord}
        at={Math.min(at, papers.length - 1)}
        onMove={setAt}
        onChoose={(paper) => {
          if (taken) return;
          setNotFound((now) => {
            const next = new Set(now);
            if (!next.delete(paperWord(paper))) next.add(paperWord(paper));
            return next;
          });
        }}
        rowClass={(paper) => (paper.cameBack || notFound.has(paperWord(paper)) ? 'gone' : '')}
        renderRow={(paper) => (
          <>
            <span className="n">{shortReceiptNumber(paper.receiptNumber)}</span>
            <span className="el">{inLanguage(words, paper.nameZh, paper.nameEn)}</span>
            <span className="el note">
              {paper.cameBack
                ? said.cameBack
                : notFound.has(paperWord(paper))
                  ? said.notFound
                  : said.count(paper.originals, paper.copies)}
            </span>
          </>
        )}
      />
      {taken ? (
        <p className="signed">
          <Icon name="ok" size="s" tone="pine" /> {said.taken(taken.by, taken.badge)}
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (mayWrite && !busy) void sign();
          }}
        >
          <p className="note">{said.signNote}</p>
          <label>
            <span>{said.takenBy}</span>
            <input
              className="input"
              name="takenBy"
              value={takenBy}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setTakenBy(event.target.value)}
            />
          </label>
          <label>
            <span>{said.badge}</span>
            <input
              className="input"
              name="badge"
              value={badge}
              maxLength={30}
              autoComplete="off"
              onChange={(event) => setBadge(event.target.value)}
            />
          </label>
          <ActButton
            act="sign-on-paper"
            main
            busy={busy}
            standing={mayWrite ? 'open' : 'receiver-first'}
            onAct={sign}
          >
            {said.sign}
          </ActButton>
        </form>
      )}
    </>
  );
}
