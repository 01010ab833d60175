import './query-log.css';
import { useState } from 'react';
import type { CaseId } from '#contract/shapes/case.ts';
import { type QueryLog, QueryOutcome } from '#contract/shapes/query-log.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useClockwork } from '../case/hall-time.ts';
import { queryCells } from './query-cells.tsx';
import { PERIODS, type QueryWish, useQueryLog } from './use-query-log.ts';

interface QueryLogDialogProps {
  readonly stores: Stores;
  readonly onOpen: (caseId: CaseId) => void;
  readonly onClose: () => void;
}

const OUTCOMES = ['all', ...QueryOutcome.options] as const;

/** 查询记录: every query of this window, found by its source, case or clerk; Enter opens the case (F08). */
export function QueryLogDialog({ stores, onOpen, onClose }: QueryLogDialogProps) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { queries: said } = words;
  const [typed, setTyped] = useState('');
  const [wish, setWish] = useState<QueryWish>({ text: '', days: '30', outcome: 'all' });
  const [at, setAt] = useState(0);
  const { log, isLooking, setback } = useQueryLog(stores.desk, wish);
  const wishFor = (part: Partial<QueryWish>) => {
    setWish((before) => ({ ...before, ...part }));
    setAt(0);
  };
  const lines = log?.lines ?? [];
  return (
    <Dialog title={said.title} note={said.note} wide high onClose={onClose}>
      <div className="query-log">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            wishFor({ text: typed.trim() });
          }}
        >
          <input
            className="input"
            aria-label={said.label}
            placeholder={said.label}
            value={typed}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            data-first
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="btn" aria-busy={isLooking || undefined}>
            <Key cap="Enter" />
            {isLooking ? said.looking : said.do}
          </button>
          <label>
            <span className="note">{said.days.label}</span>
            <select
              className="input"
              value={wish.days}
              onChange={(event) =>
                wishFor({ days: PERIODS.find((one) => one === event.target.value) ?? '30' })
              }
            >
              {PERIODS.map((one) => (
                <option key={one} value={one}>
                  {said.days[one]}
                </option>
              ))}
            </select>
          </label>
        </form>
        <PickList
          label={said.outcomes.label}
          className="outcomes"
          rows={OUTCOMES}
          rowKey={(one) => one}
          at={OUTCOMES.indexOf(wish.outcome)}
          digits
          onMove={(index) => wishFor({ outcome: OUTCOMES[index] ?? 'all' })}
          renderRow={(one) => (
            <>
              {said.outcomes[one]} {log && <b className="n">{countOf(log, one)}</b>}
            </>
          )}
        />
        {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
        {log && lines.length === 0 && <p className="empty">{said.none}</p>}
        {log && lines.length > 0 && (
          <>
            <output className="note">{foundWords(said, lines.length, countOf(log, wish.outcome))}</output>
            <PickList
              label={said.lines}
              className="query-lines"
              rows={lines}
              rowKey={(line) => line.id}
              at={Math.min(at, lines.length - 1)}
              onMove={setAt}
              onChoose={({ caseId }) => {
                if (caseId !== null) onOpen(caseId);
              }}
              rowWhy={({ caseId }) => (caseId === null ? said.noCase : said.enter)}
              renderRow={(line) => queryCells(clock, line)}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function countOf({ counts }: QueryLog, outcome: QueryWish['outcome']): number {
  if (outcome !== 'all') return counts[outcome];
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function foundWords(
  said: { readonly most: (shown: number, all: number) => string; readonly count: (all: number) => string },
  shown: number,
  all: number,
): string {
  return shown < all ? said.most(shown, all) : said.count(all);
}
