import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input } from '#contract/calls.ts';
import type { CaseId, StoredFile } from '#contract/shapes/case.ts';
import type { Crop, Page, PageId } from '#contract/shapes/page.ts';
import { turnBy } from '#rules/intake/page-frame.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';
import { createPageAddresses, drawThumbnail, fetchPage } from './page-bytes.ts';
import { createPdfPictures, type PdfPictures } from './pdf-pictures.ts';
import { printPages } from './page-print.ts';
import { createUploads, type Upload } from './page-uploads.ts';

export interface PagesState {
  readonly caseId: CaseId | null;
  readonly pages: readonly Page[];
  /** Small pictures by the hash of the file, as addresses for an image. */
  readonly thumbnails: Readonly<Record<string, string>>;
  readonly uploads: readonly Upload[];
  /** The page beside the form, or null when nothing lies beside it. */
  readonly viewed: PageId | null;
  readonly cropping: boolean;
  readonly setback: Setback | null;
  readonly follow: (caseId: CaseId | null) => Promise<void>;
  readonly look: () => Promise<void>;
  readonly addFiles: (materialId: string, picked: readonly File[]) => Promise<void>;
  readonly forgetUpload: (uploadId: string) => void;
  /** Moves a page so many places along its paper. */
  readonly move: (page: Page, by: number) => Promise<void>;
  readonly turn: (page: Page) => Promise<void>;
  readonly crop: (page: Page, crop: Crop | null) => Promise<void>;
  readonly remove: (page: Page) => Promise<void>;
  readonly view: (pageId: PageId | null) => void;
  readonly startCrop: (page: Page) => void;
  readonly endCrop: () => void;
  /** Fetches the small pictures of these pages; what has none is drawn and kept. */
  readonly wantThumbnails: (pages: readonly Page[]) => Promise<void>;
  /** The print that was asked for last. */
  readonly print: PrintState | null;
  /** Has the pages of the paper that this page belongs to made into a PDF. */
  readonly printPaper: (page: Page) => Promise<void>;
  readonly address: ReturnType<typeof createPageAddresses>['of'];
  readonly drawPdf: PdfPictures['of'];
}

/** How far a print is: the sheets are drawn here, then pressed by the desk. */
export interface PrintState {
  readonly materialId: string;
  readonly drawn: number;
  readonly of: number;
  readonly printId: string | null;
  readonly state: 'drawing' | 'waiting' | 'pressed' | 'trouble' | 'not-drawn';
}

export type PagesStore = StoreApi<PagesState>;

type PageChange = 'pages.move' | 'pages.turn' | 'pages.crop' | 'pages.remove';
const AT_ONCE = 60;

/** The pages of the case on the sheet. A copy for looking at: the desk process holds the truth. */
export function createPagesStore(desk: Desk): PagesStore {
  const addresses = createPageAddresses(desk);
  const pdfs = createPdfPictures(addresses);
  const release = (): void => {
    addresses.release();
    pdfs.release();
  };
  const store = createStore<PagesState>()((set, get) => {
    let asked = 0;
    let shown = 0;
    const wanted = new Set<string>();

    const uploads = createUploads(desk, {
      show: (changed) => set((state) => ({ uploads: changed(state.uploads) })),
      stored: async (caseId, materialId, file, picked) => {
        if (get().caseId !== caseId) return;
        await get().look();
        await keepDrawn(pageOf(materialId, file), picked);
      },
    });

    function pageOf(materialId: string, { hash }: StoredFile): Page | undefined {
      return get().pages.findLast((page) => page.materialId === materialId && page.file.hash === hash);
    }

    function show(order: number, pages: readonly Page[]): void {
      if (order < shown) return;
      shown = order;
      const { viewed } = get();
      const gone = viewed !== null && !pages.some(({ id }) => id === viewed);
      set({ pages, ...(gone ? { viewed: null, cropping: false } : {}) });
    }

    async function change<N extends PageChange>(name: N, input: Input<N>): Promise<void> {
      const order = (asked += 1);
      const told = await tell<PageChange>(desk, name, input);
      if (told.ok) {
        show(order, told.value);
        set({ setback: null });
        return;
      }
      await get().look();
      set({ setback: told.setback });
    }

    /** Draws a small picture from bytes in hand; shown at once, kept by the desk for the next look. */
    async function keepDrawn(page: Page | undefined, blob: Blob): Promise<void> {
      if (!page || page.hasThumbnail || get().thumbnails[page.file.hash]) return;
      const base64 = await drawThumbnail(blob);
      if (base64 === null) return;
      showThumbnail(page.file.hash, base64);
      await tell(desk, 'pages.keep-thumbnail', { pageId: page.id, base64 });
    }

    function showThumbnail(hash: string, base64: string): void {
      set(({ thumbnails }) => ({
        thumbnails: { ...thumbnails, [hash]: `data:image/jpeg;base64,${base64}` },
      }));
    }

    return {
      caseId: null,
      pages: [],
      thumbnails: {},
      uploads: [],
      viewed: null,
      cropping: false,
      setback: null,
      print: null,

      follow: async (caseId) => {
        if (get().caseId === caseId) return;
        shown = asked += 1;
        wanted.clear();
        release();
        set({ caseId, pages: [], thumbnails: {}, viewed: null, cropping: false, setback: null, print: null });
        await get().look();
      },

      look: async () => {
        const { caseId } = get();
        if (caseId === null) return;
        const order = (asked += 1);
        const told = await tell(desk, 'pages.list', { caseId });
        if (told.ok) show(order, told.value);
        else if (told.setback.kind === 'refused') show(order, []);
      },

      addFiles: async (materialId, picked) => {
        const { caseId } = get();
        if (caseId !== null && picked.length > 0) await uploads.send(caseId, materialId, picked);
      },
      forgetUpload: (uploadId) =>
        set((state) => ({ uploads: state.uploads.filter(({ id }) => id !== uploadId) })),

      move: async (page, by) => {
        const place = page.place + by;
        const last = get().pages.filter(({ materialId }) => materialId === page.materialId).length;
        if (place >= 1 && place <= last) await change('pages.move', { pageId: page.id, place });
      },
      turn: async (page) => change('pages.turn', { pageId: page.id, turn: turnBy(page.turn, 90) }),
      crop: async (page, crop) => {
        set({ cropping: false });
        await change('pages.crop', { pageId: page.id, crop });
      },
      remove: async (page) => change('pages.remove', { pageId: page.id }),

      view: (viewed) => {
        set({ viewed, cropping: false });
        if (viewed === null) release();
      },
      startCrop: (page) => {
        if (page.widthPx !== null) set({ viewed: page.id, cropping: true });
      },
      endCrop: () => set({ cropping: false }),

      wantThumbnails: async (pages) => {
        const { caseId, thumbnails } = get();
        const fresh = pages.filter(({ file }) => !wanted.has(file.hash) && !thumbnails[file.hash]);
        if (caseId === null || fresh.length === 0) return;
        for (const { file } of fresh) wanted.add(file.hash);
        const kept = fresh.filter(({ hasThumbnail }) => hasThumbnail);
        for (let at = 0; at < kept.length; at += AT_ONCE) {
          const some = kept.slice(at, at + AT_ONCE);
          const told = await tell(desk, 'pages.thumbnails', { caseId, pageIds: some.map(({ id }) => id) });
          if (!told.ok) break;
          for (const { pageId, base64 } of told.value) {
            const hash = some.find(({ id }) => id === pageId)?.file.hash;
            if (hash) showThumbnail(hash, base64);
          }
        }
        for (const page of fresh) {
          if (page.hasThumbnail || get().caseId !== caseId) continue;
          const fetched = await fetchPage(desk, page);
          if ('blob' in fetched) await keepDrawn(page, fetched.blob);
        }
      },
      printPaper: async ({ materialId }) => {
        const { caseId, print, pages } = get();
        if (caseId === null || print?.state === 'drawing') return;
        const ofPaper = pages.filter((page) => page.materialId === materialId);
        const of = ofPaper.reduce((sum, { pagesInFile }) => sum + pagesInFile, 0);
        const begun: PrintState = { materialId, drawn: 0, of, printId: null, state: 'drawing' };
        set({ print: begun, setback: null });
        const done = await printPages(
          desk,
          { caseId, materialId, pages: ofPaper },
          { addresses, pdfs },
          (drawn) => set({ print: { ...begun, drawn } }),
        );
        if ('setback' in done) return set({ print: null, setback: done.setback });
        if ('notDrawn' in done) return set({ print: { ...begun, state: 'not-drawn' } });
        set({ print: { ...begun, drawn: of, printId: done.printId, state: 'waiting' } });
        await lookAtPrint(done.printId);
      },
      address: addresses.of,
      drawPdf: pdfs.of,
    };
  });

  /** The press may be quicker than the last answer: it is asked as well as heard. */
  async function lookAtPrint(printId: string): Promise<void> {
    const told = await tell(desk, 'pages.print-state', { printId });
    const { print } = store.getState();
    if (!told.ok || !print || print.printId !== printId || told.value.state === 'waiting') return;
    const state = told.value.state === 'pressed' ? 'pressed' : 'trouble';
    store.setState({ print: { ...print, state } });
  }

  desk.hear('pages.pressed', ({ printId }) => void lookAtPrint(printId));
  desk.hear('case.changed', ({ caseId }) => {
    if (store.getState().caseId === caseId) void store.getState().look();
  });
  desk.hear('session.changed', () => void store.getState().look());
  desk.onBack(() => void store.getState().look());
  return store;
}
