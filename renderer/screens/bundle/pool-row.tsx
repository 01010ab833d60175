import type { KeyboardEvent } from 'react';
import type { BundleStepView, BundleView, PoolCell, PoolPaper } from '#contract/shapes/bundle-view.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { RouteSeal } from '../../components/route-seal.tsx';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { stepNo } from './step-words.ts';

interface PoolRowProps {
  readonly no: number;
  readonly view: BundleView;
  readonly steps: readonly BundleStepView[];
  readonly paper: PoolPaper;
  readonly isNow: boolean;
  readonly isFirst: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

const SIGNS: Readonly<Record<PoolCell['state'], readonly [IconName, Tone]>> = {
  missing: ['warn', 'amber'],
  later: ['wait', 'indigo'],
  comes: ['wait', 'indigo'],
  owed: ['warn', 'amber'],
  here: ['ok', 'pine'],
  'not-needed': ['none', 'dim'],
};
const WORST_FIRST = ['missing', 'owed', 'later', 'comes', 'here', 'not-needed'] as const;

/** One paper: whether it is here, which cases it serves, how it came. */
export function PoolRow({ no, view, steps, paper, isNow, isFirst, onFocus, onKey }: PoolRowProps) {
  const words = useWords();
  const state = WORST_FIRST.find((one) => paper.cells.some((cell) => cell.state === one)) ?? 'not-needed';
  const [sign, tone] = SIGNS[state];
  const seal = sealOf(paper);
  const papers = words.sheet.intake.papers;
  return (
    <button
      type="button"
      className={isNow ? 'pool-row now' : 'pool-row'}
      data-row={paper.id}
      data-state={state}
      data-focus-first={isFirst || undefined}
      tabIndex={isNow ? 0 : -1}
      aria-current={isNow || undefined}
      data-why={paper.note ? inLanguage(words, paper.note.zh, paper.note.en) : undefined}
      onFocus={onFocus}
      onClick={onFocus}
      onKeyDown={onKey}
    >
      <span className="k n">{no}</span>
      <Icon name={sign} tone={tone} />
      <span className="nm">
        <b className="el">{inLanguage(words, paper.nameZh, paper.nameEn)}</b>
        <span className="el">{whyOf(words, view, paper)}</span>
      </span>
      {steps.map(({ itemCode }) => (
        <Dot key={itemCode} cell={paper.cells.find((cell) => cell.itemCode === itemCode)} view={view} />
      ))}
      <span className="rt">
        <RouteSeal
          sign={seal ? papers.seals[seal] : null}
          {...(state === 'here' ? { tone: 'p' } : state === 'missing' ? { tone: 'a' } : { tone: 'i' })}
        />
        <span className="how el">{howOf(words, paper, state)}</span>
      </span>
    </button>
  );
}

function Dot({ cell, view }: { readonly cell: PoolCell | undefined; readonly view: BundleView }) {
  const { papers } = useWords().bundle;
  if (!cell) return <span className="d" data-dot="none" />;
  return (
    <span className="d" data-dot={cell.state}>
      <span className="sr">{papers.cell(String(stepNo(view, cell.itemCode)), papers.cells[cell.state])}</span>
    </span>
  );
}

/** The way it came, where it came the same way everywhere. */
function sealOf({ cells }: PoolPaper): PoolCell['route'] {
  const routes = new Set(cells.flatMap(({ route }) => route ?? []));
  return routes.size === 1 ? ([...routes][0] ?? null) : null;
}

function whyOf(words: Words, view: BundleView, paper: PoolPaper): string {
  const { papers } = words.bundle;
  const maker = paper.cells.find(({ from }) => from !== null)?.from;
  if (maker) return papers.comes(String(stepNo(view, maker)));
  const parts = [
    paper.mandatory ? '' : papers.optional,
    paper.cells.length > 1 ? papers.once(paper.cells.length) : stepName(words, view, paper),
  ];
  return parts.filter(Boolean).join(' · ');
}

function stepName(words: Words, view: BundleView, { cells }: PoolPaper): string {
  const step = view.steps.find(({ itemCode }) => itemCode === cells[0]?.itemCode);
  return step ? inLanguage(words, step.itemNameZh, step.itemNameEn) : '';
}

function howOf(words: Words, { cells }: PoolPaper, state: PoolCell['state']): string {
  const { papers } = words.bundle;
  const due = cells.find(({ dueOn }) => dueOn !== null)?.dueOn;
  if (state === 'later' && due) return `${papers.cells.later} ${dayWords(due, words)}`;
  if (state !== 'here') return papers.cells[state];
  const routes = new Set(cells.flatMap(({ route }) => route ?? []));
  return routes.size > 1 ? papers.mixed : papers.cells.here;
}
