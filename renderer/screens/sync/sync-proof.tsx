import { useStore } from 'zustand';
import type { SyncView } from '#contract/shapes/sync-state.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { ProofLine, type ProofPoint } from '../../components/proof-line.tsx';
import type { DeskStatus } from '../../stores/status-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockSecondsWords, clockWords, type Clockwork } from '../../words/dates.ts';
import { useClockwork } from '../case/hall-time.ts';

/** What is owed in one number, and the way of a record from this disk to the province. */
export function SyncProof({ stores, view }: { readonly stores: Stores; readonly view: SyncView }) {
  const clock = useClockwork(stores.status);
  const status = useStore(stores.status, (s) => s.status);
  const { sync } = clock.words.sheet;
  const noneNote =
    view.lastAckAtMs === null ? sync.emptyNote : sync.owedNoneNote(clockWords(view.lastAckAtMs, clock));
  return (
    <section className="sheet sync-proof" aria-label={sync.line}>
      <div>
        <h1>{view.owed === 0 ? sync.owedNone : sync.owed(view.owed, view.owedCases)}</h1>
        <span className="note">{view.owed === 0 ? noneNote : sync.owedNote}</span>
      </div>
      <ProofLine label={sync.line} points={pointsOf(clock, view, status)} />
    </section>
  );
}

function pointsOf(clock: Clockwork, view: SyncView, status: DeskStatus | null): ProofPoint[] {
  const { sync } = clock.words.sheet;
  const written = status?.lastWriteAtMs ?? null;
  const writes = status ? status.writes.toLocaleString('en').replaceAll(',', ' ') : '…';
  return [
    {
      key: 'disk',
      state: 'done',
      title: written === null ? sync.notWritten : sync.disk(clockSecondsWords(written, clock)),
      note: sync.diskNote(writes),
    },
    sendingPoint(clock, view),
    {
      key: 'ack',
      state: view.lastAckAtMs === null ? 'owed' : 'done',
      title: view.lastAckAtMs === null ? sync.noAck : sync.ack(clockSecondsWords(view.lastAckAtMs, clock)),
      note: sync.today(view.doneToday),
    },
  ];
}

const STOPPED = new Set<SyncView['line']>([
  'away',
  'intercepted',
  'not-authorised',
  'wrong-address',
  'certificate',
]);

function sendingPoint(clock: Clockwork, view: SyncView): ProofPoint {
  const { sync } = clock.words.sheet;
  if (view.sendingReceiptNumber !== null) {
    const title = sync.sending(shortReceiptNumber(view.sendingReceiptNumber));
    return { key: 'sending', state: 'busy', title, note: sync.sendingNote(view.owed) };
  }
  if (view.owed === 0) return { key: 'sending', state: 'done', title: sync.sendingNothing, note: '' };
  const oldest =
    view.oldestQueuedAtMs === null ? '' : sync.queueNote(clockWords(view.oldestQueuedAtMs, clock));
  return STOPPED.has(view.line)
    ? { key: 'sending', state: 'failed', title: sync.cut, note: oldest }
    : { key: 'sending', state: 'owed', title: sync.waits, note: oldest };
}
