import '../../styles/tray.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useAct } from '../../keys/keys-context.ts';
import { tell } from '../../stores/asking.ts';
import type { TrayAct, TrayState } from '../../stores/practice-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { TakeTicket } from './take-ticket.tsx';

const LOOK_EVERY_MS = 2000;

/** Every stand-in device within reach of the hand, so that nobody needs a second terminal to try things. */
export function PracticeTray({ stores }: { readonly stores: Stores }) {
  const isOpen = useStore(stores.screen, (s) => s.trayOpen);
  return isOpen ? <OpenTray stores={stores} /> : null;
}

function OpenTray({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { practice, screen } = stores;
  const tray = useStore(practice, (s) => s.tray);
  const setback = useStore(practice, (s) => s.setback);
  const close = () => screen.getState().showTray(false);
  useAct('back', close);
  useEffect(() => {
    const look = () => void practice.getState().look();
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [practice]);
  return (
    <aside className="tray" aria-label={words.frame.tray.title}>
      <header>
        <Icon name="card" />
        <h2>{words.frame.tray.title}</h2>
        <button type="button" className="btn quiet" onClick={close} title={words.frame.close}>
          <kbd className="kbd">Ctrl J</kbd>
          <Icon name="cross" size="s" />
          <span className="sr">{words.frame.close}</span>
        </button>
      </header>
      {setback && (
        <p className="say" role="alert">
          <Icon name="warn" tone="amber" />
          <span>{setbackWords(words, setback)}</span>
        </p>
      )}
      {tray && <Plugs tray={tray} act={(act) => void practice.getState().act(act)} />}
      <CitizenScreenButton stores={stores} />
      <TakeTicket stores={stores} />
      {tray && <Cards tray={tray} act={(act) => void practice.getState().act(act)} />}
      {tray && <Codes tray={tray} act={(act) => void practice.getState().act(act)} />}
    </aside>
  );
}

/** The screen that is turned to the citizen: here in a window of its own, or on the second display. */
function CitizenScreenButton({ stores }: { readonly stores: Stores }) {
  const { papers } = useWords();
  const open = async (): Promise<void> => {
    const told = await tell(stores.desk, 'citizen.open-screen', {});
    if (!told.ok) stores.screen.getState().tell({ kind: 'setback', setback: told.setback });
  };
  return (
    <section>
      <ActButton act="citizen-screen" onAct={open}>
        {papers.openScreen}
      </ActButton>
    </section>
  );
}

/** How the stand-ins mark the code of an item. */
const ITEM = 'item: ';

function named(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return names[key];
}

interface TrayPartProps {
  readonly tray: TrayState;
  readonly act: (act: TrayAct) => void;
}

function Cards({ tray, act }: TrayPartProps) {
  const { tray: words } = useWords().frame;
  const order = Object.keys(words.cardNames);
  const cards = tray.cards.toSorted((a, b) => order.indexOf(a.file) - order.indexOf(b.file));
  return (
    <section>
      <h3 className="note">{words.cards}</h3>
      <ul className="cards">
        {cards.map(({ file, label }) => {
          const isPlaced = tray.placed === file;
          return (
            <li key={file}>
              <button
                type="button"
                className={isPlaced ? 'card placed' : 'card'}
                aria-pressed={isPlaced}
                onClick={() => act(isPlaced ? { act: 'lift-card' } : { act: 'place-card', file })}
              >
                <Icon name="card" size="s" />
                <span className="el">{named(words.cardNames, file) ?? label}</span>
                <em>{isPlaced ? words.lift : words.place}</em>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Codes({ tray, act }: TrayPartProps) {
  const { tray: words } = useWords().frame;
  const [own, setOwn] = useState('');
  return (
    <section>
      <h3 className="note">{words.codes}</h3>
      <ul className="codes">
        {tray.codes.map(({ text, label }) => (
          <li key={text}>
            <button type="button" className="card" onClick={() => act({ act: 'scan', text })}>
              <Icon name="code" size="s" />
              <span className="el">
                {label.startsWith(ITEM)
                  ? words.itemCode(label.slice(ITEM.length))
                  : (named(words.codeNames, label) ?? label)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="own"
        onSubmit={(event) => {
          event.preventDefault();
          if (own !== '') act({ act: 'scan', text: own });
        }}
      >
        <input
          className="input"
          aria-label={words.codes}
          value={own}
          maxLength={4096}
          onChange={(event) => setOwn(event.target.value)}
        />
        <button type="submit" className="btn">
          {words.scan}
        </button>
      </form>
    </section>
  );
}

function Plugs({ tray, act }: TrayPartProps) {
  const { tray: words } = useWords().frame;
  const isUp = tray.line === 'up';
  return (
    <section className="plugs">
      <Switch
        label={words.line}
        isOn={isUp}
        on={words.lineUp}
        off={words.lineDown}
        onChange={() => act({ act: 'line', up: !isUp })}
      />
      <Switch
        label={words.reader}
        isOn={tray.readerPlugged}
        on={words.pluggedIn}
        off={words.pluggedOut}
        onChange={() => act({ act: 'plug', device: 'id-card-reader', in: !tray.readerPlugged })}
      />
      <Switch
        label={words.scanner}
        isOn={tray.scannerPlugged}
        on={words.pluggedIn}
        off={words.pluggedOut}
        onChange={() => act({ act: 'plug', device: 'scanner', in: !tray.scannerPlugged })}
      />
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly on: string;
  readonly off: string;
  readonly onChange: () => void;
}

function Switch({ label, isOn, on, off, onChange }: SwitchProps) {
  return (
    <button type="button" className="switch" role="switch" aria-checked={isOn} onClick={onChange}>
      <span>{label}</span>
      <i aria-hidden="true" />
      <b>{isOn ? on : off}</b>
    </button>
  );
}
