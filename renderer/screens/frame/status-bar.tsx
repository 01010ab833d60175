import { useStore } from 'zustand';
import type { DeviceHealth, DeviceKind } from '#contract/shapes/device.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { StatusItem } from '../../components/status-item.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { DeskStatus } from '../../stores/status-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockSecondsWords, clockWords, dateWords, longDateWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { ClockStatus } from '../progress/clock-status.tsx';
import { isSameDay, useCarriedOn, useClockwork } from './use-running.ts';

/** Proof, not lamps: what each part last really did. */
export function StatusBar({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const status = useStore(stores.status, (s) => s.status);
  const practice = useStore(stores.session, (s) => s.site?.practice ?? false);
  const { screen } = stores;
  const clerk = useStore(stores.session, (s) => (s.staff && !s.locked ? s.staff.number : null));
  const isLocked = useStore(stores.session, (s) => s.locked);
  const isLarge = useStore(stores.session, (s) => clerk !== null && s.largeType);
  const turnLarge = useStore(stores.session, (s) => s.turnLarge);
  useAct('large-type', turnLarge, clerk === null ? (isLocked ? 'locked' : 'not-signed-in') : 'open');
  return (
    <footer className="status" aria-label={words.frame.regions.status}>
      {status && <Items stores={stores} status={status} />}
      {clerk !== null && (
        <button
          type="button"
          className="to-type"
          aria-pressed={isLarge}
          aria-label={words.frame.largeType}
          onClick={() => void turnLarge()}
        >
          <span>{words.frame.largeType}</span>
          <Key act="large-type" />
        </button>
      )}
      {practice && (
        <button
          type="button"
          className="to-tray"
          aria-label={words.frame.tray.title}
          onClick={() => screen.getState().showTray(!screen.getState().trayOpen)}
        >
          <span>{words.frame.tray.title}</span>
          <Key act="tray" />
        </button>
      )}
      {status && <Clock stores={stores} status={status} />}
    </footer>
  );
}

function Items({ stores, status }: { readonly stores: Stores; readonly status: DeskStatus }) {
  const words = useWords().frame.status;
  const clockwork = useClockwork(stores.status);
  const isAtWork = useStore(stores.session, (s) => s.staff !== null && !s.locked);
  const { hall, province, devices } = status;
  const hallIsOk = hall.state === 'ok';
  return (
    <>
      <Device kind="id-card-reader" label={words.reader} devices={devices} />
      <Device kind="scanner" label={words.scanner} devices={devices} />
      <StatusItem
        icon={<Icon name="todo" size="s" tone="dim" />}
        label={words.printer}
        value={words.device['not-configured']}
        why={words.printerRemedy}
      />
      <StatusItem
        icon={hallIsOk ? <Icon name="ok" size="s" tone="pine" /> : <Icon name="warn" size="s" tone="amber" />}
        label={words.hall}
        value={hallIsOk ? words.hallOk : words.hallAway}
        tone={hallIsOk ? undefined : 'warn'}
        why={words.hallRemedy[hall.state]}
      />
      {isAtWork && <ClockStatus stores={stores} />}
      <Province province={province} nowMs={status.nowMs} stores={stores} />
      <StatusItem
        icon={<Icon name="owe" size="s" />}
        label={words.owed}
        value={words.owedCount(province.owed)}
        tone={province.owed > 0 && province.line !== 'ok' ? 'on-way' : undefined}
        why={words.owedWhy(province.owed, province.owedCases)}
      />
      {status.diskTrouble === null ? (
        <StatusItem
          icon={<Icon name="disk" size="s" />}
          label={words.written}
          value={
            status.lastWriteAtMs === null
              ? words.neverWritten
              : clockSecondsWords(status.lastWriteAtMs, clockwork)
          }
          why={words.writtenWhy}
        />
      ) : (
        <StatusItem
          icon={<Icon name="stop" size="s" tone="zhu" />}
          label={words.written}
          value={words.diskTrouble}
          tone="bad"
          why={words.diskTroubleWhy}
        />
      )}
    </>
  );
}

const SHOWN = {
  'not-configured': ['todo', 'dim'],
  connecting: ['wait', 'indigo'],
  ready: ['ok', 'pine'],
  busy: ['wait', 'indigo'],
  unplugged: ['warn', 'amber'],
  'port-taken': ['warn', 'amber'],
  'no-rights': ['warn', 'amber'],
  silent: ['warn', 'amber'],
  'module-fault': ['stop', 'zhu'],
  'wrong-device': ['stop', 'zhu'],
} as const satisfies Record<DeviceHealth['state'], readonly [IconName, Tone]>;

const TONES = { amber: 'warn', zhu: 'bad', indigo: undefined, pine: undefined, dim: undefined } as const;

interface DeviceProps {
  readonly kind: DeviceKind;
  readonly label: string;
  readonly devices: readonly DeviceHealth[];
}

function Device({ kind, label, devices }: DeviceProps) {
  const words = useWords().frame.status;
  const state = devices.find((device) => device.kind === kind)?.state ?? 'not-configured';
  const [icon, tone] = SHOWN[state];
  return (
    <StatusItem
      icon={<Icon name={icon} size="s" tone={tone} />}
      label={label}
      value={words.device[state]}
      tone={TONES[tone]}
      why={words.deviceRemedy[state]}
    />
  );
}

interface ProvinceProps {
  readonly stores: Stores;
  readonly province: DeskStatus['province'];
  readonly nowMs: number;
}

/** The line is judged by the last acknowledged write, not by a ping. */
function Province({ stores, province, nowMs }: ProvinceProps) {
  const words = useWords().frame.status;
  const clockwork = useClockwork(stores.status);
  const { line, lastAckAtMs, lineSinceMs } = province;
  const isOk = line === 'ok';
  const isQuiet = line === 'never-tried' || line === 'not-configured';
  const ack =
    lastAckAtMs === null
      ? null
      : isSameDay(lastAckAtMs, nowMs, clockwork)
        ? words.ack(clockSecondsWords(lastAckAtMs, clockwork))
        : words.ackDay(dateWords(lastAckAtMs, clockwork));
  return (
    <StatusItem
      icon={
        isOk ? (
          <Icon name="ok" size="s" tone="pine" />
        ) : (
          <Icon name={isQuiet ? 'todo' : 'warn'} size="s" tone={isQuiet ? 'dim' : 'amber'} />
        )
      }
      label={words.province}
      value={isOk && ack ? ack : words.line[line]}
      tone={isOk || isQuiet ? undefined : 'warn'}
      why={words.lineWhy(words.line[line], lineSinceMs === null ? '' : clockWords(lineSinceMs, clockwork))}
    />
  );
}

function Clock({ stores, status }: { readonly stores: Stores; readonly status: DeskStatus }) {
  const words = useWords().frame.status;
  const clockwork = useClockwork(stores.status);
  const seenAtMs = useStore(stores.status, (s) => s.seenAtMs);
  const nowMs = useCarriedOn(status.nowMs, seenAtMs) ?? status.nowMs;
  return (
    <div className="push" data-why={words.clockWhy(status.timeZone)}>
      <span>{longDateWords(nowMs, clockwork)}</span>
      <b className="n">{clockWords(nowMs, clockwork)}</b>
    </div>
  );
}
