import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input } from '#contract/calls.ts';
import type { CatalogueView, ImportOutcome } from '#contract/shapes/catalogue.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';
import { readPicked } from './file-pieces.ts';
import { sendPackage } from './package-pieces.ts';

const FOLLOW_EVERY_MS = 500;
/** A signature has 88 signs; more than this is none. */
const SIGNATURE_SIGNS = 400;

type From = Input<'catalogue.import'>['from'];

export interface CatalogueState {
  readonly view: CatalogueView | null;
  readonly busy: 'import' | 'go-back' | 'adopt' | null;
  readonly setback: Setback | null;
  /** What came of the last file, and how it was called. */
  readonly outcome: { readonly name: string; readonly of: ImportOutcome } | null;
  readonly read: () => Promise<void>;
  readonly importNamed: (name: string) => Promise<void>;
  /** A package, and the signature beside it when that was picked too. */
  readonly importPicked: (picked: readonly File[]) => Promise<void>;
  readonly goBack: (seq: number) => Promise<void>;
  readonly adopt: (partId: string, adopts: boolean) => Promise<void>;
}

export type CatalogueStore = StoreApi<CatalogueState>;

/** The catalogue of this window as its keepers see it. A copy for looking at: the desk holds the truth. */
export function createCatalogueStore(desk: Desk): CatalogueStore {
  return createStore<CatalogueState>()((set, get) => {
    async function read(): Promise<void> {
      const told = await tell(desk, 'catalogue.view', {});
      set(told.ok ? { view: told.value } : { setback: told.setback });
    }

    /** Looks again until the large catalogue is in, and says what came of it. */
    async function follow(): Promise<void> {
      while (get().view?.importing?.outcome === null && get().setback === null) {
        await new Promise((later) => setTimeout(later, FOLLOW_EVERY_MS));
        await read();
        const importing = get().view?.importing;
        if (importing?.outcome) set({ outcome: { name: importing.name, of: importing.outcome } });
      }
    }

    async function take(name: string, from: From): Promise<void> {
      const told = await tell(desk, 'catalogue.import', { from });
      if (told.ok && told.value.outcome !== 'started') set({ outcome: { name, of: told.value } });
      if (!told.ok) set({ setback: told.setback });
      await read();
      await follow();
    }

    async function act(busy: 'import' | 'go-back' | 'adopt', doIt: () => Promise<void>): Promise<void> {
      if (get().busy) return;
      set({ busy, setback: null, outcome: null });
      await doIt();
      set({ busy: null });
    }

    return {
      view: null,
      busy: null,
      setback: null,
      outcome: null,
      read: async () => {
        await read();
        if (get().view?.importing?.outcome === null && !get().busy) await act('import', follow);
      },
      importNamed: (name) => act('import', () => take(name, { kind: 'folder', name })),
      importPicked: (picked) =>
        act('import', async () => {
          const pair = pairOf(picked);
          if (!pair) return set({ setback: { kind: 'refused', refusal: 'no-such-package' } });
          const bytes = await readPicked(pair.file);
          if (typeof bytes === 'string') return set({ setback: { kind: 'refused', refusal: bytes } });
          const signature = pair.beside ? (await pair.beside.text()).trim().slice(0, SIGNATURE_SIGNS) : null;
          const sent = await sendPackage(desk, bytes);
          if ('setback' in sent) return set({ setback: sent.setback });
          const name = pair.file.name.slice(-120);
          await take(name, { kind: 'upload', uploadId: sent.uploadId, name, signature });
        }),
      goBack: (seq) =>
        act('go-back', async () => {
          const told = await tell(desk, 'catalogue.go-back', { seq });
          set(told.ok ? { view: told.value } : { setback: told.setback });
          await follow();
        }),
      adopt: (partId, adopts) =>
        act('adopt', async () => {
          const told = await tell(desk, 'catalogue.adopt', { partId, adopts });
          set(told.ok ? { view: told.value } : { setback: told.setback });
        }),
    };
  });
}

/** One package and what stands beside it as `.sig`; null when something else was picked. */
function pairOf(picked: readonly File[]): { readonly file: File; readonly beside: File | null } | null {
  const files = picked.filter(({ name }) => !name.endsWith('.sig'));
  const [file] = files;
  const signatures = picked.filter(({ name }) => name.endsWith('.sig'));
  return file && files.length === 1 && signatures.length < 2 ? { file, beside: signatures[0] ?? null } : null;
}
