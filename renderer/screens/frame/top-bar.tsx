import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { useAct } from '../../keys/keys-context.ts';
import type { ScreenName } from '../../stores/screen-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { SCREEN_ACTS } from './use-frame-acts.ts';

interface TopBarProps {
  readonly stores: Stores;
  readonly atWork: boolean;
}

/** Which window this is, the screens, the find box, and who sits here. */
export function TopBar({ stores, atWork }: TopBarProps) {
  const words = useWords();
  const site = useStore(stores.session, (s) => s.site);
  return (
    <header className="top">
      <div className="brand">
        <span className="seal" aria-hidden="true">
          {words.frame.seal}
        </span>
        <b>{words.frame.product}</b>
        {site && <span className="el">{words.frame.windowBrief(site.window, site.windowName)}</span>}
        {site?.practice && <span className="tag z">{words.frame.practiceTag}</span>}
      </div>
      <nav className="nav" aria-label={words.frame.mainMenu}>
        {atWork && <ScreenLinks stores={stores} />}
      </nav>
      <div className="clerk">
        <LanguageButton stores={stores} />
        {atWork && <Clerk stores={stores} />}
      </div>
    </header>
  );
}

function ScreenLinks({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const needsClerk = useStore(stores.status, (s) => s.status?.province.needsClerk ?? 0);
  const isKeeper = useStore(
    stores.session,
    (s) => s.staff?.roles.some((role) => role === 'technician' || role === 'manager') ?? false,
  );
  const isCaseWorker = useStore(
    stores.session,
    (s) => s.staff?.roles.some((role) => role === 'clerk' || role === 'manager') ?? false,
  );
  const open = () => stores.screen.getState().open({ name: 'find' });
  useAct('find', open);
  return (
    <>
      <ScreenLink stores={stores} to="counter" />
      <ScreenLink stores={stores} to="cases" />
      <ScreenLink stores={stores} to="sync" count={needsClerk} countWords={words.frame.needClerk} />
      <ScreenLink stores={stores} to="guidance" />
      {isCaseWorker && <HandOverLink stores={stores} />}
      {isKeeper && <ScreenLink stores={stores} to="catalogue" />}
      <button type="button" className="find" onClick={open}>
        <Icon name="find" size="s" />
        <span className="el">{words.frame.findHint}</span>
        <Key act="find" />
      </button>
    </>
  );
}

/** Originals that lie here are counted all day, so that none is left when the window closes. */
function HandOverLink({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const here = useStore(stores.status, (s) => s.status?.originals.here ?? 0);
  const overnight = useStore(stores.status, (s) => s.status?.originals.overnight ?? 0);
  return (
    <ScreenLink
      stores={stores}
      to="hand-over"
      count={here}
      countWords={() => words.handOver.status(here, overnight)}
    />
  );
}

interface ScreenLinkProps {
  readonly stores: Stores;
  readonly to: ScreenName;
  readonly count?: number;
  readonly countWords?: (count: number) => string;
}

function ScreenLink({ stores, to, count = 0, countWords }: ScreenLinkProps) {
  const words = useWords();
  const here = useStore(stores.screen, (s) => s.screen === to);
  const go = () => stores.screen.getState().go(to);
  useAct(SCREEN_ACTS[to], go);
  return (
    <button
      type="button"
      className={here ? 'to on' : 'to'}
      aria-current={here ? 'page' : undefined}
      onClick={go}
    >
      {words.frame.screens[to]}
      {count > 0 && (
        <span className="count act">
          {count}
          {countWords && <span className="sr">{countWords(count)}</span>}
        </span>
      )}
      <Key act={SCREEN_ACTS[to]} />
    </button>
  );
}

function LanguageButton({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const change = () => stores.screen.getState().speak(words.language === 'en' ? 'zh-CN' : 'en');
  return (
    <ActButton act="language" look="quiet" onAct={change} label={words.frame.otherLanguageLong}>
      {words.frame.otherLanguage}
    </ActButton>
  );
}

function Clerk({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const staff = useStore(stores.session, (s) => s.staff);
  if (!staff) return null;
  return (
    <>
      <span className="who-am-i" title={staff.roles.map((role) => words.frame.roles[role]).join(' · ')}>
        <Icon name="user" />
        <b className="el">{staff.name}</b> {staff.number}
      </span>
      <ActButton act="lock" look="quiet" onAct={() => stores.session.getState().lock('asked')}>
        {words.frame.lock}
      </ActButton>
    </>
  );
}
