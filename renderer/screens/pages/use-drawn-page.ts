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

/** Fetches and decodes a page; until it is there the one before stays, so that leafing never shows white. */
export function useDrawnPage(
  page: Page,
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
      if (!isOld) setDrawn({ page, url: found.url, widthPx, heightPx });
    };
    void draw();
    return () => {
      isOld = true;
    };
  }, [page, isPicture, address]);
  return { drawn: isPicture ? drawn : null, setback };
}
