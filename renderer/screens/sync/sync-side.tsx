import type { SyncView } from '#contract/shapes/sync-state.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockSecondsWords, clockWords, runningWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';
import { useClockwork, useDeskNowMs } from '../case/hall-time.ts';
import { ExceptionsCard } from './exceptions-card.tsx';

interface SyncSideProps {
  readonly stores: Stores;
  readonly view: SyncView;
  readonly busy: boolean;
  readonly onTryNow: () => void;
}

/** Today's figures, the state of the line, and the numbers this window still has. */
export function SyncSide({ stores, view, busy, onTryNow }: SyncSideProps) {
  const clock = useClockwork(stores.status);
  const nowMs = useDeskNowMs(stores.status);
  const { words } = clock;
  const { sync } = words.sheet;
  const at = (ms: number | null) => (ms === null ? sync.never : clockSecondsWords(ms, clock));
  const good = view.line === 'ok';
  return (
    <aside className="sync-side">
      <section className="sheet card">
        <div className="h">{sync.todayTitle}</div>
        <div className="sum">
          <div>
            <b className="n">{view.doneToday}</b>
            {sync.done}
          </div>
          <div>
            <b className="n">{view.needsClerk}</b>
            {sync.needs}
          </div>
          <div>
            <b className="n">{view.owed}</b>
            {sync.left}
          </div>
        </div>
      </section>
      <section className="sheet card" aria-label={sync.lineTitle}>
        <div className="h">
          {sync.lineTitle}
          <span className="note">
            {view.lineSinceMs !== null && sync.lineSince(clockWords(view.lineSinceMs, clock))}
          </span>
        </div>
        <p className="line-state">
          <Icon name={good ? 'ok' : 'warn'} size="s" tone={good ? 'pine' : 'amber'} />
          <b>{sync.lines[view.line]}</b>
        </p>
        <p className="note">{sync.linesDo[view.line]}</p>
        <dl>
          <dt>{sync.lastTry}</dt>
          <dd className="n">{at(view.lastTryAtMs)}</dd>
          <dt>{sync.nextTry}</dt>
          <dd className="n">
            {view.nextTryAtMs === null ? sync.never : runningWords(Math.max(0, view.nextTryAtMs - nowMs))}
          </dd>
          <dt>{sync.skew}</dt>
          <dd>{skewWords(words, view.skewMs)}</dd>
        </dl>
        <button type="button" className="btn" disabled={busy} onClick={onTryNow}>
          <Key act="try-now" />
          {busy ? sync.trying : sync.tryAll}
        </button>
      </section>
      <ExceptionsCard stores={stores} />
      <NumberBlock words={words} block={view.numberBlock} />
    </aside>
  );
}

function NumberBlock({ words, block }: { readonly words: Words; readonly block: SyncView['numberBlock'] }) {
  const { sync } = words.sheet;
  const used = block ? block.next - block.from : 0;
  const all = block ? block.to - block.from + 1 : 1;
  return (
    <section className="sheet card" aria-label={sync.block}>
      <div className="h">
        {sync.block}
        {block && (
          <span className="note n">{sync.blockRange(sixDigits(block.from), sixDigits(block.to))}</span>
        )}
      </div>
      {block ? (
        <>
          <progress className="block" value={used} max={all} aria-label={sync.block} />
          <p className="note">
            {block.left < 20 ? sync.blockLow(block.left) : sync.blockUsed(used, block.left)}
          </p>
        </>
      ) : (
        <p className="note">{sync.blockNone}</p>
      )}
    </section>
  );
}

function sixDigits(serial: number): string {
  return String(serial).padStart(6, '0');
}

function skewWords(words: Words, skewMs: number | null): string {
  const { sync } = words.sheet;
  if (skewMs === null) return sync.skewNone;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (seconds < 2) return sync.skewSame;
  return skewMs > 0 ? sync.skewAhead(seconds) : sync.skewBehind(seconds);
}
