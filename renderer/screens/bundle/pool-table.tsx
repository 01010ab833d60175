import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BundleView, PoolPaper } from '#contract/shapes/bundle-view.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { Key } from '../../components/key.tsx';
import type { PoolProvision } from '../../stores/bundle-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { openCase } from './bundle-steps.tsx';
import { pagesAt, PoolPages } from './pool-pages.tsx';
import { PoolRow } from './pool-row.tsx';
import { stepNo } from './step-words.ts';

interface PoolTableProps {
  readonly stores: Stores;
  readonly view: BundleView;
}

/** One pool of papers: each paper once, a dot for every case it serves. Digits take it in for all of them. */
export function PoolTable({ stores, view }: PoolTableProps) {
  const words = useWords();
  const { papers } = words.bundle;
  const { provide, provideScan } = useStore(stores.bundle);
  const list = useRef<HTMLDivElement>(null);
  const shown = view.papers;
  const steps = view.steps.filter(({ case: one }) => one !== null);
  const first = shown.find(isMissing) ?? shown[0];
  const [atId, setAtId] = useState<string | null>(first?.id ?? null);
  const at = shown.find(({ id }) => id === atId) ?? first;

  const move = (by: number) => {
    const next = at && shown[shown.indexOf(at) + by];
    if (!next) return;
    setAtId(next.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"]`)?.focus();
  };
  const choose = (paper: PoolPaper, way: Way | undefined) => {
    if (!way || way.closed !== null) return;
    if (way.name === 'scan') return scan(paper);
    if (way.name === 'open') {
      const cell = paper.cells.find(({ state }) => state === 'missing') ?? paper.cells[0];
      const step = view.steps.find(({ itemCode }) => itemCode === cell?.itemCode);
      if (step && step.standing !== 'waits') openCase(stores, step);
      return;
    }
    void provide(provisionOf(paper, way));
  };
  /** Pages that are there already are the scan; the first ones are still to be picked. */
  const scan = (paper: PoolPaper) => {
    const home = pagesAt(view, paper);
    const { caseId, pages } = stores.pages.getState();
    const page = pages.find(({ materialId }) => materialId === home?.cell.materialId);
    if (!home || !page || home.cell.route === 'scan' || caseId !== home.step.case.id)
      return list.current?.querySelector<HTMLElement>('[data-picker]')?.click();
    void provideScan({ caseId, materialId: home.cell.materialId, fileHash: page.file.hash });
  };
  const press = (event: KeyboardEvent, paper: PoolPaper) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'ArrowRight')
      list.current?.querySelector<HTMLElement>('[data-page][tabindex="0"]')?.focus();
    else if (/^[1-9]$/.test(event.key)) {
      choose(
        paper,
        waysOf(words, view, paper).find(({ digit }) => digit === Number(event.key)),
      );
    } else return;
    event.preventDefault();
  };

  if (shown.length === 0) return <p className="empty">{papers.none}</p>;
  return (
    <div className="pool" ref={list}>
      <div className="pool-head" aria-hidden="true">
        <span className="what">{papers.head}</span>
        {steps.map(({ itemCode }) => (
          <span key={itemCode} className="n">
            {stepNo(view, itemCode)}
          </span>
        ))}
        <span className="how">{papers.how}</span>
      </div>
      <div className="pool-list">
        {shown.map((paper, index) => (
          <PoolRow
            key={paper.id}
            no={index + 1}
            view={view}
            steps={steps}
            paper={paper}
            isNow={paper.id === at?.id}
            isFirst={paper.id === first?.id}
            onFocus={() => setAtId(paper.id)}
            onKey={(event) => press(event, paper)}
          />
        ))}
      </div>
      {at && (
        <fieldset className="pool-ways">
          <legend className="sr">{inLanguage(words, at.nameZh, at.nameEn)}</legend>
          {waysOf(words, view, at).map((way) => (
            <button
              key={way.name}
              type="button"
              className={way.closed === null ? 'btn quiet' : 'btn quiet off'}
              aria-disabled={way.closed !== null || undefined}
              title={way.closed ?? undefined}
              data-why={way.closed ?? undefined}
              tabIndex={-1}
              onClick={() => choose(at, way)}
            >
              <Key cap={String(way.digit)} />
              <span>{way.label}</span>
            </button>
          ))}
        </fieldset>
      )}
      {at && <PoolPages stores={stores} view={view} paper={at} />}
    </div>
  );
}

function isMissing({ cells }: PoolPaper): boolean {
  return cells.some(({ state }) => state === 'missing');
}

interface Way {
  readonly name: 'paper' | 'commitment' | 'later' | 'open' | 'scan' | 'back';
  readonly digit: number;
  readonly label: string;
  /** Why it is closed, or null. */
  readonly closed: string | null;
}

function waysOf(words: Words, view: BundleView, paper: PoolPaper): Way[] {
  const { papers } = words.bundle;
  const taken = paper.cells.some(({ route }) => route !== null && route !== 'card');
  const canOpen = paper.cells.some(({ itemCode }) =>
    view.steps.some((step) => step.itemCode === itemCode && step.standing === 'ready'),
  );
  const later = paper.laterBy === null ? '' : ` ${dayWords(paper.laterBy, words)}`;
  return [
    { name: 'paper', digit: 1, label: papers.ways.paper, closed: null },
    {
      name: 'commitment',
      digit: 2,
      label: papers.ways.commitment,
      closed: paper.commitmentReplaceable ? null : papers.notReplaceable,
    },
    {
      name: 'later',
      digit: 3,
      label: `${papers.ways.later}${later}`,
      closed: paper.laterBy === null ? papers.notTolerable : null,
    },
    {
      name: 'open',
      digit: 4,
      label: papers.ways.open,
      closed: canOpen ? null : words.bundle.standings.waits,
    },
    { name: 'scan', digit: 5, label: papers.ways.scan, closed: closedToPages(words, view, paper) },
    { name: 'back', digit: 9, label: papers.ways.back, closed: taken ? null : papers.missing },
  ];
}

/** Why no page may be added, or null: nothing to add it to, or a copy that stays what was compared. */
function closedToPages(words: Words, view: BundleView, paper: PoolPaper): string | null {
  const { papers } = words.bundle;
  const home = pagesAt(view, paper);
  if (!home || !takesPapers(home.step.case.state)) return papers.notWanted;
  return home.cell.route === 'reuse' ? words.pages.copied : null;
}

function provisionOf(paper: PoolPaper, { name }: Way): PoolProvision {
  const paperId = paper.id;
  if (name === 'paper') return { paperId, route: 'paper' };
  if (name === 'commitment') return { paperId, route: 'commitment' };
  return name === 'later' ? { paperId, route: 'later', dueOn: paper.laterBy } : { paperId, route: null };
}
