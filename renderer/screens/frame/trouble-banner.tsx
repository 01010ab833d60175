import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { StatusStore } from '../../stores/status-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { FirstCatalogue } from './first-catalogue.tsx';

const LONG_MS = 10_000;

/** What stops work, or stopped it a moment ago: the desk process gone, back, or not able to start. */
export function TroubleBanner({ stores: { status } }: { readonly stores: Stores }) {
  const { trouble: words } = useWords().frame;
  const gone = useStore(status, (s) => s.goneSinceMs !== null);
  const backAfterMs = useStore(status, (s) => s.backAfterMs);
  const trouble = useStore(status, (s) => s.trouble);
  const refused = useStore(status, (s) => s.refused);
  if (refused) {
    return (
      <div className="banner bad" role="alert">
        <Icon name="stop" tone="zhu" />
        <p>
          <b>{words.refused(refused.code)}</b>
          {refused.message}
        </p>
      </div>
    );
  }
  if (gone) return <Gone />;
  if (backAfterMs !== null) return <Back status={status} afterMs={backAfterMs} />;
  if (!trouble) return <FirstCatalogue status={status} />;
  return (
    <div className="banner warn" role="alert">
      <Icon name="warn" tone="amber" />
      <p>{words.desk(trouble.number)}</p>
      <Understood onSeen={status.getState().seen} />
    </div>
  );
}

interface BackProps {
  readonly status: StatusStore;
  readonly afterMs: number;
}

/** Good news goes by itself. */
function Back({ status, afterMs }: BackProps) {
  const { trouble: words } = useWords().frame;
  useEffect(() => {
    const timer = setTimeout(() => status.getState().seen(), LONG_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return (
    <output className="banner good">
      <Icon name="ok" tone="pine" />
      <span>{words.back(Math.max(1, Math.round(afterMs / 1000)))}</span>
      <Understood onSeen={status.getState().seen} />
    </output>
  );
}

function Gone() {
  const { trouble: words } = useWords().frame;
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="banner" role="alert">
      <Icon name="wait" tone="indigo" />
      <p>
        <b>{words.gone}</b>
        {isLong ? words.goneLong : words.goneNote}
      </p>
    </div>
  );
}

function Understood({ onSeen }: { readonly onSeen: () => void }) {
  const { trouble: words } = useWords().frame;
  useAct('back', onSeen);
  return (
    <button type="button" className="btn" onClick={onSeen}>
      <Key act="back" />
      {words.understood}
    </button>
  );
}
