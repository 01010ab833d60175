import './pages.css';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Page } from '#contract/shapes/page.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Late } from '../../components/late.tsx';
import { useAct } from '../../keys/keys-context.ts';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Box } from '../../stores/pdf-pictures.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { CropFrame } from './crop-frame.tsx';
import { PagePicture } from './page-picture.tsx';
import { sizeOf } from './upload-bar.tsx';
import { useDrawnPage } from './use-drawn-page.ts';
import { usePdfPage } from './use-pdf-page.ts';
import { useOwnKeys } from './use-own-keys.ts';
import { usePapersShown } from './use-papers-shown.ts';
import { useRoom } from './use-room.ts';

const ZOOMS = [1, 1.5, 2, 3, 4, 6] as const;
const SHIFT_PX = 60;

/**
 * The paper beside the form: one page of the case at a time, turned and cropped as it is kept, larger or smaller,
 * with the pages before and after it. Shows nothing while no page is asked for.
 */
export function PaperViewer({ stores }: { readonly stores: Stores }) {
  const viewed = useStore(stores.pages, (s) => s.viewed);
  const pages = useStore(stores.pages, (s) => s.pages);
  const papers = usePapersShown(stores);
  const place = (page: Page) => papers.findIndex(({ id }) => id === page.materialId);
  const inOrder = pages.toSorted((one, other) => place(one) - place(other) || one.place - other.place);
  const page = inOrder.find(({ id }) => id === viewed);
  return page ? <Viewer stores={stores} page={page} pages={inOrder} /> : null;
}

interface ViewerProps {
  readonly stores: Stores;
  readonly page: Page;
  readonly pages: readonly Page[];
}

function Viewer({ stores, page, pages }: ViewerProps) {
  const words = useWords();
  const { cropping, view, turn, crop, startCrop, endCrop, address, drawPdf, print, printPaper } = useStore(
    stores.pages,
  );
  const paper = usePapersShown(stores).find(({ id }) => id === page.materialId);
  const [zoomAt, setZoomAt] = useState(0);
  const [roomOf, room] = useRoom();
  const self = useRef<HTMLElement>(null);
  const at = pages.indexOf(page);
  const isPicture = page.widthPx !== null;
  const zoom = cropping ? 1 : (ZOOMS[zoomAt] ?? 1);
  const [inside, setInside] = useState({ pageId: page.id, no: 1 });
  const no = inside.pageId === page.id ? inside.no : 1;
  const photo = useDrawnPage(page, pages[at + 1], address);
  const sideways = page.turn === 90 || page.turn === 270;
  const dots = room && boxOf(sideways ? { width: room.height, height: room.width } : room, zoom);
  const pdf = usePdfPage(isPicture ? null : page, no, dots, drawPdf);
  const setback = isPicture ? photo.setback : pdf.setback;
  const drawn = isPicture ? pictureOf(photo.drawn) : pictureOfPdf(pdf.drawn);
  const ofPaper = pages.filter(({ materialId }) => materialId === page.materialId).length;
  const said = [
    words.pages.page(page.place, ofPaper),
    isPicture ? '' : words.pages.insidePdf(no, page.pagesInFile),
  ]
    .filter(Boolean)
    .join(' · ');

  useAct('back', () => view(null));
  // Looked at by key at once: the arrows move a larger page.
  useEffect(() => self.current?.focus(), []);

  const step = (by: 1 | -1) => {
    const next = pages[at + by];
    if (no + by >= 1 && no + by <= page.pagesInFile) setInside({ pageId: page.id, no: no + by });
    else if (next) {
      setInside({ pageId: next.id, no: by === 1 ? 1 : next.pagesInFile });
      view(next.id);
    } else return;
    roomOf.current?.scrollTo(0, 0);
  };
  const larger = () => setZoomAt((now) => Math.min(ZOOMS.length - 1, now + 1));
  const smaller = () => setZoomAt((now) => Math.max(0, now - 1));
  const mayTurn = paper?.isOpen === true && setback === null;
  const mayCrop = mayTurn && isPicture;

  useOwnKeys(self, (key) => {
    const acts: Readonly<Record<string, () => void>> = {
      PageDown: () => step(1),
      PageUp: () => step(-1),
      '+': larger,
      '=': larger,
      '-': smaller,
      ...shifts(roomOf.current),
      ...(mayTurn ? { r: () => void turn(page) } : {}),
      ...(mayCrop ? { c: () => startCrop(page) } : {}),
    };
    const act = cropping ? undefined : acts[key];
    act?.();
    return act !== undefined;
  });

  return (
    <section
      className="paper-viewer sheet"
      aria-label={words.pages.viewer}
      data-region="person"
      tabIndex={-1}
      ref={self}
    >
      <header>
        <h2 className="el">{paper ? inLanguage(words, paper.nameZh, paper.nameEn) : page.file.name}</h2>
        <span className="note nw">{said}</span>
        <ActButton act="paper-beside" look="quiet" onAct={() => view(null)}>
          {words.pages.close}
        </ActButton>
      </header>
      <div className="page-room" ref={roomOf}>
        {setback === 'not-drawn' && (
          <div className="page-plain">
            <Icon name="eye" tone="dim" />
            <b>{words.pages.ofPdf(page.pagesInFile)}</b>
            <span className="note">{words.pages.notDrawn}</span>
          </div>
        )}
        {setback && setback !== 'not-drawn' && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
        {!drawn && !setback && (
          <Late>
            <p className="empty">{words.pages.loading}</p>
          </Late>
        )}
        {drawn && room && (
          <PagePicture
            picture={drawn.picture}
            said={said}
            mark={drawn.page.mark}
            widthPx={drawn.widthPx}
            heightPx={drawn.heightPx}
            turn={drawn.page.id === page.id ? page.turn : drawn.page.turn}
            crop={cropping ? null : drawn.page.id === page.id ? page.crop : drawn.page.crop}
            room={room}
            zoom={zoom}
          >
            {cropping && drawn.page.id === page.id && (
              <CropFrame page={page} onKeep={(kept) => void crop(page, kept)} onLeave={endCrop} />
            )}
          </PagePicture>
        )}
      </div>
      {cropping ? (
        <footer>
          <span className="note">{words.pages.cropHint}</span>
          <button type="button" className="btn quiet" onClick={() => void crop(page, null)}>
            {words.pages.cropWhole}
          </button>
        </footer>
      ) : (
        <footer>
          <ActButton
            act="page-before"
            look="quiet"
            onAct={() => step(-1)}
            standing={at > 0 || no > 1 ? 'open' : 'first-page'}
          >
            {words.pages.before}
          </ActButton>
          <ActButton
            act="page-next"
            look="quiet"
            onAct={() => step(1)}
            standing={at + 1 < pages.length || no < page.pagesInFile ? 'open' : 'last-page'}
          >
            {words.pages.next}
          </ActButton>
          <ActButton act="page-smaller" look="quiet" onAct={smaller}>
            {words.pages.smaller}
          </ActButton>
          <ActButton act="page-larger" look="quiet" onAct={larger}>
            {words.pages.larger}
          </ActButton>
          <ActButton
            act="page-turn"
            look="quiet"
            onAct={() => void turn(page)}
            standing={mayTurn ? 'open' : 'page-as-it-is'}
          >
            {words.pages.turn}
          </ActButton>
          <ActButton
            act="page-crop"
            look="quiet"
            onAct={() => startCrop(page)}
            standing={mayCrop ? 'open' : 'page-as-it-is'}
          >
            {words.pages.crop}
          </ActButton>
          <ActButton
            act="print-pages"
            look="quiet"
            onAct={() => void printPaper(page)}
            busy={print?.state === 'drawing'}
          >
            {words.pages.print}
          </ActButton>
          <span className="note n nw">{words.pages.zoom(Math.round(zoom * 100))}</span>
          {print?.materialId === page.materialId ? (
            <output className="note el" data-print={print.printId ?? undefined}>
              {words.pages.printing[print.state](print.drawn, print.of)}
            </output>
          ) : (
            <span className="note el">{words.pages.facts(page.file.name, sizeOf(page.file.bytes))}</span>
          )}
        </footer>
      )}
    </section>
  );
}

/** A page as the frame of the viewer takes it, whatever it was drawn from. */
interface Shown {
  readonly page: Page;
  readonly picture: string | HTMLCanvasElement;
  readonly widthPx: number;
  readonly heightPx: number;
}

function pictureOf(drawn: ReturnType<typeof useDrawnPage>['drawn']): Shown | null {
  return drawn && { ...drawn, picture: drawn.url };
}

function pictureOfPdf(drawn: ReturnType<typeof usePdfPage>['drawn']): Shown | null {
  return (
    drawn && {
      page: drawn.page,
      picture: drawn.canvas,
      widthPx: drawn.canvas.width,
      heightPx: drawn.canvas.height,
    }
  );
}

/** The dots of the screen that a page fills at a zoom. */
function boxOf(room: Box, zoom: number): Box {
  const fine = zoom * globalThis.devicePixelRatio;
  return { width: room.width * fine, height: room.height * fine };
}

/** The arrows move a page that is larger than its room. */
function shifts(room: HTMLElement | null): Readonly<Record<string, () => void>> {
  const by = (left: number, top: number) => () => room?.scrollBy(left * SHIFT_PX, top * SHIFT_PX);
  return { ArrowLeft: by(-1, 0), ArrowRight: by(1, 0), ArrowUp: by(0, -1), ArrowDown: by(0, 1) };
}
