import { tell } from './asking.ts';
import { takeCardNews, wasRead } from './card-router.ts';
import { takeCode } from './code-router.ts';
import type { Stores } from './stores.ts';

/** How long a card or a code that came under an open dialog may still be used. @source SCREENS.md 5.2 */
const KEPT_MS = 10_000;

/** Tells whether a dialog lies over the screen, when one comes, and when the last one was taken away. */
export interface Cover {
  readonly isCovered: () => boolean;
  readonly onCovered: (listener: () => void) => () => void;
  readonly onUncovered: (listener: () => void) => () => void;
}

/** Routes every card and every code; what comes under a dialog is kept and used after it closes. */
export function hearArrivals(stores: Stores, cover: Cover): () => void {
  const { desk, screen } = stores;
  // The last one only: two answers at once would be one too many.
  let kept: { readonly use: () => void; readonly atMs: number } | null = null;
  const arrive = (isWorthKeeping: boolean, use: () => void): void => {
    if (!cover.isCovered()) use();
    else if (isWorthKeeping) {
      kept = { use, atMs: performance.now() };
      screen.getState().tell({ kind: 'kept-under-dialog' });
    }
  };
  const sayCover = (covered: boolean): void => void tell(desk, 'identity.cover', { covered });
  // A window that died with a dialog open covers nothing any more.
  sayCover(cover.isCovered());
  const undo = [
    desk.hear('identity.card', (news) => {
      if (news.phase === 'kept') screen.getState().tell({ kind: 'kept-under-dialog' });
      else arrive(wasRead(news), () => takeCardNews(stores, news));
    }),
    desk.hear('code.scanned', (code) => arrive(true, () => takeCode(stores, code))),
    desk.hear('code.trouble', ({ trouble }) => screen.getState().tell({ kind: 'scan-trouble', trouble })),
    // The desk marks an arrival and fills by itself: it is told to wait as well.
    cover.onCovered(() => sayCover(true)),
    desk.onBack(() => sayCover(cover.isCovered())),
    cover.onUncovered(() => {
      sayCover(false);
      const last = kept;
      kept = null;
      if (last && performance.now() - last.atMs <= KEPT_MS) last.use();
    }),
  ];
  return () => {
    for (const stop of undo) stop();
  };
}
