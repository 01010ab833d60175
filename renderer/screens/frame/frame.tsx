import { useStore } from 'zustand';
import { ErrorPanel } from '../../components/error-panel.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { LockedScreen } from '../lock/locked-screen.tsx';
import { ChangePasswordScreen } from '../sign-in/change-password-screen.tsx';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';
import { NoticeLine } from './notice-line.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { useFrameActs } from './use-frame-acts.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { type Loading, useScreens } from './use-screens.ts';

/** Top bar, the screen in front, status bar, and what may lie over them. */
export function Frame({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const practice = useStore(stores.session, (s) => s.site?.practice ?? false);
  const staffed = useStore(stores.session, (s) => s.staff !== null);
  const loading = useScreens(staffed);
  const screens = loading.state === 'ready' ? loading.screens : null;
  const standing = useStanding(stores, loading.state !== 'loading');
  useFrameActs(stores, standing);
  useIdleLock(stores, standing === 'at-work');
  return (
    <>
      <div className="app" data-app>
        <TopBar stores={stores} atWork={standing === 'at-work'} />
        <ErrorPanel key={standing}>
          <Front stores={stores} standing={standing} loading={loading} />
        </ErrorPanel>
        <StatusBar stores={stores} />
        {practice && <div className="watermark" aria-hidden="true" data-mark={words.frame.practiceTag} />}
      </div>
      {practice && screens && <screens.PracticeTray stores={stores} />}
      {standing === 'at-work' && screens && <screens.Dialogs stores={stores} />}
      <NoticeLine stores={stores} />
      <TroubleBanner stores={stores} />
    </>
  );
}

/** How far the person at this seat is: each step shows its own screen. */
export type SeatStanding = 'unknown' | 'signed-out' | 'first-password' | 'locked' | 'at-work';

function useStanding({ session }: Stores, screensAreHere: boolean): SeatStanding {
  return useStore(session, (s) => {
    if (!s.known) return 'unknown';
    if (!s.staff) return 'signed-out';
    if (s.locked) return 'locked';
    if (s.mustChangePassword) return 'first-password';
    return screensAreHere ? 'at-work' : 'unknown';
  });
}

interface FrontProps {
  readonly stores: Stores;
  readonly standing: SeatStanding;
  readonly loading: Loading;
}

function Front({ stores, standing, loading }: FrontProps) {
  switch (standing) {
    case 'at-work':
      if (loading.state === 'broken') throw loading.thrown;
      return loading.state === 'ready' ? (
        <loading.screens.Work stores={stores} screens={loading.screens} />
      ) : null;
    case 'locked':
      return <LockedScreen stores={stores} />;
    case 'first-password':
      return <ChangePasswordScreen stores={stores} />;
    case 'signed-out':
    case 'unknown':
      break;
  }
  return <SignInScreen stores={stores} />;
}
