import { pagesCalls } from '#contract/calls/pages.ts';
import type { Reply } from '#contract/call.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { Page, PageId } from '#contract/shapes/page.ts';
import { lookAtJpeg } from '#rules/intake/picture-look.ts';
import { fileKind } from '#rules/intake/file-kind.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { type Answers, no, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { sharePaper } from '../bundles/share-papers.ts';
import { movePage, takePageOut } from '../intake/page-order.ts';
import { beginPrint, takeSheetPiece } from '../papers/print-pages.ts';
import { caseById } from '../store/cases.ts';
import { FileUnreadable } from '../store/file-box.ts';
import { materialsOf } from '../store/materials.ts';
import { printById, printPiece, printState } from '../store/page-prints.ts';
import { cropPage, keepThumbnail, pageById, pagesOf, thumbnailsOf, turnPage } from '../store/pages.ts';

/** Bytes of a page in one answer. */
const PIECE_BYTES = 1024 * 1024;
/** Bytes of a PDF in one answer. */
const PDF_PIECE_BYTES = 32_768;
const THUMBNAIL_SIDE_PX = 320;

export const pagesAnswers: Answers<'pages'> = {
  'pages.list': onRead(pagesCalls['pages.list'], ({ caseId }, { db }) =>
    caseById(db, caseId) ? yes(pagesOf(db, caseId)) : no('no-such-case'),
  ),

  'pages.move': onWrite(pagesCalls['pages.move'], ({ pageId, place }, bench) =>
    changed(bench, pageId, 'move', (page, caseId) => movePage(bench.db, caseId, page, place)),
  ),

  'pages.turn': onWrite(pagesCalls['pages.turn'], ({ pageId, turn }, bench) =>
    changed(bench, pageId, 'turn', () => turnPage(bench.db, pageId, turn)),
  ),

  'pages.crop': onWrite(pagesCalls['pages.crop'], ({ pageId, crop }, bench) =>
    changed(bench, pageId, 'crop', () => cropPage(bench.db, pageId, crop)),
  ),

  'pages.remove': onWrite(pagesCalls['pages.remove'], ({ pageId }, bench) =>
    changed(bench, pageId, 'remove', (page, caseId) => {
      const { db, nowMs, asker } = bench;
      takePageOut(db, caseId, page, { atMs: nowMs, clerk: asker.staff?.number ?? 'nobody' });
    }),
  ),

  'pages.piece': onWrite(pagesCalls['pages.piece'], ({ pageId, offset }, { db, parts, about }) => {
    const found = pageById(db, pageId);
    if (!found) return no('no-such-page');
    const { hash, bytes, mediaType } = found.page.file;
    about(found.caseId, `page ${pageId}`);
    try {
      const piece = parts.files.piece(hash, offset, PIECE_BYTES);
      return yes({ base64: piece.toString('base64'), totalBytes: bytes, mediaType });
    } catch (thrown) {
      // Known to the case file and lost from the folder: the clerk scans it again, the rest of the case goes on.
      if (thrown instanceof FileUnreadable) return no('file-unreadable');
      throw thrown;
    }
  }),

  'pages.thumbnails': onWrite(pagesCalls['pages.thumbnails'], ({ caseId, pageIds }, { db, about }) => {
    if (!caseById(db, caseId)) return no('no-such-case');
    about(caseId, 'thumbnails');
    return yes(
      thumbnailsOf(db, caseId, pageIds).map(({ pageId, jpeg }) => ({
        pageId,
        base64: Buffer.from(jpeg).toString('base64'),
      })),
    );
  }),

  'pages.keep-thumbnail': onWrite(pagesCalls['pages.keep-thumbnail'], ({ pageId, base64 }, bench) => {
    const found = pageById(bench.db, pageId);
    if (!found) return no('no-such-page');
    bench.about(found.caseId, `thumbnail ${pageId}`);
    const jpeg = Buffer.from(base64, 'base64');
    const look = fileKind(jpeg) === 'image/jpeg' ? lookAtJpeg(jpeg) : null;
    if (!look || look.fault !== null) return no('damaged-file');
    if (Math.max(look.widthPx, look.heightPx) > THUMBNAIL_SIDE_PX) return no('picture-too-large');
    keepThumbnail(bench.db, found.page.file.hash, jpeg);
    return yes({});
  }),

  'pages.print': onWrite(pagesCalls['pages.print'], (wish, bench) => beginPrint(bench, wish)),

  'pages.print-sheet': onWrite(pagesCalls['pages.print-sheet'], (piece, bench) =>
    takeSheetPiece(bench, piece),
  ),

  'pages.print-state': onRead(pagesCalls['pages.print-state'], ({ printId }, { db }) => {
    const state = printState(db, printId);
    return state ? yes(state) : no('no-such-print');
  }),

  'pages.print-pdf': onWrite(pagesCalls['pages.print-pdf'], ({ printId, offset }, { db, about }) => {
    const print = printById(db, printId);
    if (!print) return no('no-such-print');
    about(print.caseId, `print-pdf ${printId}`);
    const found = printPiece(db, printId, offset, PDF_PIECE_BYTES);
    if (!found) return no('not-pressed-yet');
    const { piece, ...rest } = found;
    return yes({ base64: Buffer.from(piece).toString('base64'), ...rest });
  }),
};

/** Changes a page of a case that still takes papers; answers with all pages of that case. */
function changed(
  bench: WriteBench,
  pageId: PageId,
  act: string,
  change: (page: Page, caseId: CaseId) => void,
): Reply<Page[], 'no-such-page' | 'already-decided' | 'copy-in-use'> {
  const { db, parts, about, afterwards } = bench;
  const found = pageById(db, pageId);
  const record = found && caseById(db, found.caseId);
  if (!found || !record) return no('no-such-page');
  about(record.id, `${act} ${pageId}`);
  if (!takesPapers(record.state)) return no('already-decided');
  if (materialsOf(db, record.id).get(found.page.materialId)?.route === 'reuse') return no('copy-in-use');
  change(found.page, record.id);
  // In a bundle a page is one page for every case that has the paper.
  sharePaper(bench, record.id, found.page.materialId);
  afterwards(() => parts.announce('case.changed', { caseId: record.id }));
  return yes(pagesOf(db, record.id));
}
