import { useEffect, useRef, useState } from 'react';
import type { HandOverView, PaperHere, PaperKey } from '#contract/shapes/hand-over.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { paperKey, paperWord } from './paper-key.ts';

interface PapersHereProps {
  readonly view: HandOverView;
  readonly busy: boolean;
  readonly setback: string | null;
  readonly onMake: (department: string, papers: readonly PaperKey[]) => Promise<boolean>;
  readonly onGiveBack: (papers: readonly PaperKey[]) => Promise<boolean>;
}

/** Originals here, by department. Space marks; one key lists them for the department, another gives them back. */
export function PapersHere({ view, busy, setback, onMake, onGiveBack }: PapersHereProps) {
  const words = useWords();
  const said = words.handOver;
  const [department, setDepartment] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const shownOf = view.departments.find(({ key }) => key === department) ?? view.departments[0];
  const shown = view.here.filter((paper) => paper.department === shownOf?.key);
  const inMark = shown.filter((paper) => marked.has(paperWord(paper)));
  const inHand = shown[Math.min(at, shown.length - 1)];
  const toList = inMark.length > 0 ? inMark : shown.filter(({ goesBack }) => !goesBack);
  const toGive = inMark.length > 0 ? inMark : inHand ? [inHand] : [];
  const overnight = view.here.filter((paper) => paper.overnight).length;
  const isThere = shown.length > 0;
  useEffect(() => {
    if (isThere) place.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  }, [isThere]);

  const mark = (paper: PaperHere) =>
    setMarked((now) => {
      const next = new Set(now);
      if (!next.delete(paperWord(paper))) next.add(paperWord(paper));
      return next;
    });
  const after = async (act: Promise<boolean>) => {
    if (!(await act)) return;
    setMarked(new Set());
    setAt(0);
  };

  return (
    <section className="sheet papers-here" aria-label={said.here}>
      <header>
        <h1>{said.here}</h1>
        <span className="note">{said.hereNote}</span>
        {overnight > 0 && (
          <output className="overnight">
            <Icon name="warn" size="s" tone="amber" /> {said.overnight(overnight)}
          </output>
        )}
      </header>
      {setback && <SetbackLine>{setback}</SetbackLine>}
      {view.departments.length > 1 && (
        <PickList
          label={said.departments}
          className="tabs"
          rows={view.departments}
          rowKey={({ key }) => key}
          at={Math.max(
            0,
            view.departments.findIndex(({ key }) => key === shownOf?.key),
          )}
          digits
          onMove={(index) => {
            setDepartment(view.departments[index]?.key ?? null);
            setMarked(new Set());
            setAt(0);
          }}
          rowClass={({ key }) => (key === shownOf?.key ? 'tab on' : 'tab')}
          renderRow={({ key, nameZh, nameEn }) => (
            <>
              {inLanguage(words, nameZh, nameEn)}{' '}
              <b className="n">{view.here.filter((paper) => paper.department === key).length}</b>
            </>
          )}
        />
      )}
      {view.departments.length === 1 && shownOf && (
        <p className="of-one">{inLanguage(words, shownOf.nameZh, shownOf.nameEn)}</p>
      )}
      {isThere ? (
        <div className="rows" ref={place}>
          <div className="here-line head" aria-hidden="true">
            <span />
            <span>{said.head.number}</span>
            <span>{said.head.paper}</span>
            <span>{said.head.count}</span>
            <span>{said.head.since}</span>
          </div>
          <PickList
            label={said.here}
            rows={shown}
            rowKey={paperWord}
            at={Math.min(at, shown.length - 1)}
            onMove={setAt}
            onChoose={mark}
            rowClass={() => 'here-line'}
            renderRow={(paper) => <Row paper={paper} isMarked={marked.has(paperWord(paper))} />}
          />
        </div>
      ) : (
        <p className="empty">{said.none}</p>
      )}
      <footer>
        <span className="note el">{isThere ? said.keys : ''}</span>
        <ActButton
          act="go-back"
          busy={busy}
          standing={toGive.length > 0 ? 'open' : 'nothing-here'}
          onAct={() => after(onGiveBack(toGive.map(paperKey)))}
        >
          {said.giveBack(toGive.length)}
        </ActButton>
        <ActButton
          act="accept"
          main
          busy={busy}
          standing={toList.length > 0 ? 'open' : 'nothing-here'}
          onAct={() => after(onMake(shownOf?.key ?? '', toList.map(paperKey)))}
        >
          {said.make(toList.length)}
        </ActButton>
      </footer>
    </section>
  );
}

function Row({ paper, isMarked }: { readonly paper: PaperHere; readonly isMarked: boolean }) {
  const words = useWords();
  const said = words.handOver;
  return (
    <>
      <span className="mark">
        {isMarked && <Icon name="ok" size="s" tone="pine" />}
        {isMarked && <span className="sr">{said.marked}</span>}
      </span>
      <span className="n">{shortReceiptNumber(paper.receiptNumber)}</span>
      <span className="nm">
        <b className="el">{inLanguage(words, paper.nameZh, paper.nameEn)}</b>
        <span className="note el">{inLanguage(words, paper.itemNameZh, paper.itemNameEn)}</span>
      </span>
      <span className="nm">
        <span className="el">{said.count(paper.originals, paper.copies)}</span>
        {paper.goesBack && <span className="note el">{said.goesBack}</span>}
      </span>
      <span className={paper.overnight ? 'since amber' : 'since'}>
        {paper.overnight ? dayWords(paper.since, words) : said.today}
      </span>
    </>
  );
}
