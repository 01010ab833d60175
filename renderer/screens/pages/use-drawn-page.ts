import { useEffect, useState } from 'react';
import type { Page } from '#contract/shapes/page.ts';
import type { Setback } from '../../stores/asking.ts';
import type { PagesState } from '../../stores/pages-store.ts';

/** A page whose picture is decoded: it can be put on the screen without a gap. */
interface DrawnPage {
  readonly page: Page;
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Fetches and decodes a page; until it is there the one before stays, so that leafing never shows white. The next
 * one is fetched and decoded while this one is read.
 */
export function useDrawnPage(
  page: Page,
  next: Page | undefined,
  address: PagesState['address'],
): { readonly drawn: DrawnPage | null; readonly setback: Setback | null } {
  const [drawn, setDrawn] = useState<DrawnPage | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const isPicture = page.widthPx !== null;
  useEffect(() => {
    let isOld = false;
    const draw = async () => {
      setSetback(null);
      if (!isPicture) return setDrawn(null);
      const found = await address(page);
      if (isOld) return;
      if ('setback' in found) {
        setDrawn(null);
        return setSetback(found.setback);
      }
      const picture = new Image();
      picture.src = found.url;
      try {
        await picture.decode();
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        if (!isOld) setSetback({ kind: 'refused', refusal: 'damaged-file' });
        return;
      }
      const { naturalWidth: widthPx, naturalHeight: heightPx } = picture;
      if (isOld) return;
      setDrawn({ page, url: found.url, widthPx, heightPx });
      if (next && next.widthPx !== null) await ready(next, address);
    };
    void draw();
    return () => {
      isOld = true;
    };
  }, [page, next, isPicture, address]);
  return { drawn: isPicture ? drawn : null, setback };
}

/** Has a page at hand. What is wrong with it is said when somebody turns to it. */
async function ready(page: Page, address: PagesState['address']): Promise<void> {
  const found = await address(page);
  if ('setback' in found) return;
  const picture = new Image();
  picture.src = found.url;
  // Only warmed up: a picture that cannot be decoded is told when it is the one to be shown.
  await picture.decode().catch(() => undefined);
}
