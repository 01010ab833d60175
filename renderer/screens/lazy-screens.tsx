// What screens lay over: it must come before their own styles, whose rules weigh the same.
import '../styles/counter.css';
import '../styles/dialog.css';
import '../styles/tray.css';
import type { Stores } from '../stores/stores.ts';
import { AntdFrame } from '../theme/antd-frame.tsx';
import { CaseSheet as BareCaseSheet } from './case/case-sheet.tsx';
import { CatalogueScreen as BareCatalogueScreen } from './catalogue/catalogue-screen.tsx';
import { GuidanceScreen as BareGuidanceScreen } from './guidance/guidance-screen.tsx';
import { CasesScreen as BareCasesScreen } from './cases/cases-screen.tsx';
import { Dialogs } from './frame/dialogs.tsx';
import { Work } from './frame/work.tsx';
import { HandOverScreen } from './hand-over/hand-over-screen.tsx';
import { OneNumberScreen as BareOneNumberScreen } from './one-number/one-number-screen.tsx';
import { PaperViewer } from './pages/paper-viewer.tsx';
import { PersonColumn as BarePersonColumn } from './person/person-column.tsx';
import { PracticeTray } from './practice/practice-tray.tsx';
import { SyncScreen as BareSyncScreen } from './sync/sync-screen.tsx';

interface ScreenProps {
  readonly stores: Stores;
}

// What only somebody at work needs is loaded after the window can be used, in one piece with the UI kit.

export function CaseSheet({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BareCaseSheet stores={stores} />
    </AntdFrame>
  );
}

export function PersonColumn({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BarePersonColumn stores={stores} />
    </AntdFrame>
  );
}

export function GuidanceScreen({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BareGuidanceScreen stores={stores} />
    </AntdFrame>
  );
}

export function CasesScreen({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BareCasesScreen stores={stores} />
    </AntdFrame>
  );
}

export function CatalogueScreen({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BareCatalogueScreen stores={stores} />
    </AntdFrame>
  );
}

export function OneNumberScreen({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BareOneNumberScreen stores={stores} />
    </AntdFrame>
  );
}

export function SyncScreen({ stores }: ScreenProps) {
  return (
    <AntdFrame>
      <BareSyncScreen stores={stores} />
    </AntdFrame>
  );
}

/** Drawn with nothing of the kit. */
export { Dialogs, HandOverScreen, PaperViewer, PracticeTray, Work };
