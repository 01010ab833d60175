import type { Desk } from '../desk.ts';
import { type BundleStore, createBundleStore } from './bundle-store.ts';
import { type CaseStore, createCaseStore } from './case-store.ts';
import { type CatalogueStore, createCatalogueStore } from './catalogue-store.ts';
import { createFormStore, type FormStore } from './form-store.ts';
import { createPagesStore, type PagesStore } from './pages-store.ts';
import { createPracticeStore, type PracticeStore } from './practice-store.ts';
import { createQueueStore, type QueueStore } from './queue-store.ts';
import { createScreenStore, type ScreenStore } from './screen-store.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { createSourceStore, type SourceStore } from './source-store.ts';
import { createStatusStore, type StatusStore } from './status-store.ts';
import { createSyncStore, type SyncStore } from './sync-store.ts';
import { createVisitStore, type VisitStore } from './visit-store.ts';

/** Everything a screen may look at. Made once for the window, handed down as a prop. */
export interface Stores {
  readonly desk: Desk;
  readonly session: SessionStore;
  readonly queue: QueueStore;
  readonly status: StatusStore;
  readonly practice: PracticeStore;
  readonly visit: VisitStore;
  readonly caseFile: CaseStore;
  readonly bundle: BundleStore;
  readonly form: FormStore;
  readonly pages: PagesStore;
  readonly sources: SourceStore;
  readonly sync: SyncStore;
  readonly catalogue: CatalogueStore;
  readonly screen: ScreenStore;
}

export function createStores(desk: Desk, nowMs: () => number): Stores {
  return {
    desk,
    session: createSessionStore(desk),
    queue: createQueueStore(desk, nowMs),
    status: createStatusStore(desk, nowMs),
    practice: createPracticeStore(desk),
    visit: createVisitStore(desk),
    caseFile: createCaseStore(desk),
    bundle: createBundleStore(desk),
    form: createFormStore(desk),
    pages: createPagesStore(desk),
    sources: createSourceStore(desk),
    sync: createSyncStore(desk),
    catalogue: createCatalogueStore(desk),
    screen: createScreenStore(),
  };
}
