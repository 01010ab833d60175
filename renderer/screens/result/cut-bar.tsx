import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, runningWords } from '../../words/dates.ts';
import { useClockwork, useDeskNowMs } from '../case/hall-time.ts';

/** The province is away: said once over the sheet, with the next try. Nothing of the work stops. */
export function CutBar({ stores }: { readonly stores: Stores }) {
  const clock = useClockwork(stores.status);
  const nowMs = useDeskNowMs(stores.status);
  const { result, sync } = clock.words.sheet;
  const province = useStore(stores.status, (s) => s.status?.province ?? null);
  const { busy, tryNow } = useStore(stores.sync);
  if (!province || province.line === 'ok' || province.line === 'never-tried' || province.line === 'slow')
    return null;
  const since = province.lineSinceMs === null ? null : clockWords(province.lineSinceMs, clock);
  const leftMs = province.nextTryAtMs === null ? null : province.nextTryAtMs - nowMs;
  return (
    <div className="cut-bar">
      <Icon name="cut" />
      <b className="el">
        {province.line === 'away' && since !== null ? result.cutBar(since) : result.cutBarPlain}
      </b>
      {leftMs !== null && (
        <span className="n nw">{leftMs > 0 ? result.cutNext(runningWords(leftMs)) : sync.nextNow}</span>
      )}
      <button type="button" className="btn" disabled={busy !== null} onClick={() => void tryNow()}>
        <Key act="try-now" />
        {busy === 'try-now' ? sync.trying : result.tryNow}
      </button>
    </div>
  );
}
