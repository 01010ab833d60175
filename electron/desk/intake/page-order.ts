import type { CaseId } from '#contract/shapes/case.ts';
import type { Page } from '#contract/shapes/page.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { materialsOf, takeMaterialBack } from '../store/materials.ts';
import { orderPages, pagesOf, removePage, standForPaper } from '../store/pages.ts';

/** Puts a page at a place of its paper; a place beyond the last is the last. */
export function movePage(db: Writer, caseId: CaseId, page: Page, place: number): void {
  const others = pagesOfPaper(db, caseId, page.materialId).filter(({ id }) => id !== page.id);
  others.splice(place - 1, 0, page);
  orderPages(
    db,
    others.map(({ id }) => id),
  );
  standForPaper(db, caseId, page.materialId, others[0]?.file.hash ?? null);
}

/** Takes a page out of its paper. A paper that came as pages only and has no page left has not come. */
export function takePageOut(
  db: Writer,
  caseId: CaseId,
  page: Page,
  act: { readonly atMs: number; readonly clerk: string },
): void {
  const left = pagesOfPaper(db, caseId, page.materialId).filter(({ id }) => id !== page.id);
  const route = materialsOf(db, caseId).get(page.materialId)?.route;
  if (left.length === 0 && (route === 'scan' || route === 'file'))
    takeMaterialBack(db, caseId, page.materialId, act);
  else standForPaper(db, caseId, page.materialId, left[0]?.file.hash ?? null);
  removePage(db, caseId, page);
  orderPages(
    db,
    left.map(({ id }) => id),
  );
}

/** Takes every page out of a paper that has not come any more. */
export function takePagesOut(db: Writer, caseId: CaseId, materialId: string): void {
  for (const page of pagesOfPaper(db, caseId, materialId)) removePage(db, caseId, page);
}

function pagesOfPaper(db: Writer, caseId: CaseId, materialId: string): Page[] {
  return pagesOf(db, caseId).filter((page) => page.materialId === materialId);
}
