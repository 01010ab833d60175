import './pages.css';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Page } from '#contract/shapes/page.ts';
import { ActButton } from '../../components/act-button.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { PageActs } from './page-acts.tsx';
import { PageThumbnail } from './page-thumbnail.tsx';
import { UploadBar } from './upload-bar.tsx';

/** The paper whose pages lie in the strip. */
interface PaperOfPages {
  readonly id: string;
  /** A reused copy is what a clerk compared: looked at, never changed. */
  readonly isCopy: boolean;
}

interface PageStripProps {
  readonly stores: Stores;
  readonly material: PaperOfPages;
  /** The row the pages belong to, where it has another name than the paper. */
  readonly rowId?: string;
  readonly frozen: boolean;
  readonly onPick: () => void;
}

/** The pages of the paper in hand, in their order, and the files on their way to it. */
export function PageStrip({ stores, material, rowId = material.id, frozen, onPick }: PageStripProps) {
  const words = useWords();
  const { pages: all, thumbnails, uploads, setback, ...acts } = useStore(stores.pages);
  const pages = all.filter(({ materialId }) => materialId === material.id);
  const sending = uploads.filter(({ materialId }) => materialId === material.id);
  const [atId, setAtId] = useState<string | null>(null);
  const [armedId, setArmedId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const follow = useRef<string | null>(null);
  const at = pages.find(({ id }) => id === atId) ?? pages[0];
  const { isCopy } = material;
  const fixed = frozen || isCopy;
  const { wantThumbnails } = acts;

  useEffect(() => void wantThumbnails(pages), [wantThumbnails, pages]);
  useLayoutEffect(() => {
    // A page that moved takes the focus along; one that is gone leaves it to its neighbour.
    if (follow.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-page="${CSS.escape(follow.current)}"]`)?.focus();
    follow.current = null;
  });

  const go = (page: Page | undefined) => {
    if (!page) return;
    setAtId(page.id);
    setArmedId(null);
    list.current?.querySelector<HTMLElement>(`[data-page="${CSS.escape(page.id)}"]`)?.focus();
  };
  const move = async (page: Page, by: number) => {
    await acts.move(page, by);
    follow.current = page.id;
    setAtId(page.id);
  };
  const remove = async (page: Page) => {
    if (armedId !== page.id) return setArmedId(page.id);
    const next = pages[page.place] ?? pages[page.place - 2];
    setArmedId(null);
    await acts.remove(page);
    follow.current = next?.id ?? null;
    setAtId(next?.id ?? null);
    if (!next) focusRow(rowId);
  };

  const press = (event: KeyboardEvent, page: Page) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const act = event.altKey ? altKey(event.key, page) : plainKey(event.key, page);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const altKey = (key: string, page: Page) => {
    if (fixed) return null;
    if (key === 'ArrowUp') return () => void move(page, -1);
    return key === 'ArrowDown' ? () => void move(page, 1) : null;
  };
  const plainKey = (key: string, page: Page): (() => void) | null => {
    switch (key) {
      case 'ArrowRight':
        return () => go(pages[page.place]);
      case 'ArrowLeft':
        return () => go(pages[page.place - 2]);
      case 'Home':
        return () => go(pages[0]);
      case 'End':
        return () => go(pages.at(-1));
      case 'ArrowUp':
        return () => focusRow(rowId);
      case 'Enter':
        return () => acts.view(page.id);
      case 'r':
      case 'R':
        return fixed ? null : () => void acts.turn(page);
      case 'c':
      case 'C':
        return fixed ? null : () => acts.startCrop(page);
      case 'Delete':
        return fixed ? null : () => void remove(page);
      default:
        return null;
    }
  };

  return (
    <div className="page-strip">
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {sending.map((upload) => (
        <UploadBar key={upload.id} upload={upload} onForget={() => acts.forgetUpload(upload.id)} />
      ))}
      {pages.length > 0 && (
        <ul className="thumbs" aria-label={words.pages.strip} ref={list}>
          {pages.map((page) => (
            <li key={page.id}>
              <PageThumbnail
                page={page}
                of={pages.length}
                address={thumbnails[page.file.hash] ?? null}
                isAt={page.id === at?.id}
                isArmed={page.id === armedId}
                onFocus={() => {
                  setAtId(page.id);
                  if (armedId !== page.id) setArmedId(null);
                }}
                onKey={(event) => press(event, page)}
                onLook={() => acts.view(page.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="page-acts">
        {!fixed && (
          <ActButton act="add-pages" look="quiet" onAct={onPick}>
            {words.pages.add}
          </ActButton>
        )}
        {pages.length === 0 && !fixed && <span className="note el">{words.pages.dropHere}</span>}
        {at && (
          <PageActs
            page={at}
            of={pages.length}
            frozen={fixed}
            armed={armedId === at.id}
            onLook={() => acts.view(at.id)}
            onMove={(by) => void move(at, by)}
            onTurn={() => void acts.turn(at)}
            onCrop={() => acts.startCrop(at)}
            onRemove={() => void remove(at)}
          />
        )}
        {isCopy && !frozen && <span className="note el">{words.pages.copied}</span>}
      </div>
    </div>
  );
}

function focusRow(materialId: string): void {
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(materialId)}"]`)?.focus();
}
