import { useEffect, useState } from 'react';
import type { Page } from '#contract/shapes/page.ts';
import type { Setback } from '../../stores/asking.ts';
import type { PagesState } from '../../stores/pages-store.ts';
import type { Box } from '../../stores/pdf-pictures.ts';

/** A drawn page of a PDF. */
interface DrawnPdfPage {
  readonly page: Page;
  readonly no: number;
  readonly canvas: HTMLCanvasElement;
}

type Shown =
  | { readonly drawn: DrawnPdfPage | null; readonly setback: null }
  | { readonly drawn: null; readonly setback: Setback | 'not-drawn' };

const NOTHING: Shown = { drawn: null, setback: null };

/**
 * Draws a page inside a PDF, as fine as the box has dots; until it is there the one before stays. The next one is
 * drawn while this one is read, and no other: a document of fifty pages costs what is looked at.
 *
 * @param page null while no PDF is looked at
 */
export function usePdfPage(
  page: Page | null,
  no: number,
  box: Box | null,
  drawPdf: PagesState['drawPdf'],
): Shown {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const width = box ? Math.round(box.width) : 0;
  const height = box ? Math.round(box.height) : 0;
  useEffect(() => {
    if (!page || width < 1 || height < 1) return undefined;
    let isOld = false;
    const draw = async () => {
      const picture = await drawPdf(page, no, { width, height });
      if (isOld) return;
      if ('setback' in picture) return setShown({ drawn: null, setback: picture.setback });
      if ('notDrawn' in picture) return setShown({ drawn: null, setback: 'not-drawn' });
      setShown({ drawn: { page, no, canvas: picture.canvas }, setback: null });
      if (no < page.pagesInFile) await drawPdf(page, no + 1, { width, height });
    };
    void draw();
    return () => {
      isOld = true;
    };
  }, [page, no, width, height, drawPdf]);
  return page ? shown : NOTHING;
}
