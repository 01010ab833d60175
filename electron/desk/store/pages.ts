import { z } from 'zod';
import { CaseId, StoredFile } from '#contract/shapes/case.ts';
import { Crop, Page, PageId, type Turn } from '#contract/shapes/page.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const PAGE = `SELECT page.id, page.material_id AS materialId, place, turn, crop, page.added_at_ms AS addedAtMs,
    stored_file.hash, name, media_type AS mediaType, bytes, width_px AS widthPx, height_px AS heightPx,
    stored_file.pages AS pagesInFile, thumbnail.file_hash IS NOT NULL AS hasThumbnail, page.case_id AS caseId,
    case_material.watermark AS mark
  FROM page
    JOIN case_stored_file ON case_stored_file.case_id = page.case_id AND case_stored_file.hash = page.file_hash
    JOIN stored_file ON stored_file.hash = page.file_hash
    LEFT JOIN thumbnail ON thumbnail.file_hash = page.file_hash
    LEFT JOIN case_material
      ON case_material.case_id = page.case_id AND case_material.material_id = page.material_id`;
const OF_CASE = `${PAGE} WHERE page.case_id = @caseId ORDER BY page.material_id, place, page.id`;
const BY_ID = `${PAGE} WHERE page.id = @id`;

const Row = z
  .strictObject({
    id: PageId,
    caseId: CaseId,
    materialId: z.string(),
    place: z.int(),
    turn: Page.shape.turn,
    crop: z.string().nullable(),
    addedAtMs: z.int(),
    ...StoredFile.shape,
    widthPx: z.int().nullable(),
    heightPx: z.int().nullable(),
    pagesInFile: z.int(),
    mark: z.string().nullable(),
    hasThumbnail: z.literal([0, 1]).transform((flag) => flag === 1),
  })
  .transform(({ caseId, hash, name, mediaType, bytes, crop, ...page }) => ({
    caseId,
    page: {
      ...page,
      crop: crop === null ? null : Crop.parse(JSON.parse(crop)),
      file: { hash, name, mediaType, bytes },
    } satisfies Page,
  }));
const Rows = z.array(Row);
const MaybeRow = Row.nullable();

/** The pages of all papers of a case, in their order. */
export function pagesOf(db: Reader, caseId: CaseId): Page[] {
  return Rows.parse(all(db, OF_CASE, { caseId })).map(({ page }) => page);
}

/** A page and the case it belongs to. */
export function pageById(db: Reader, id: PageId): { readonly caseId: CaseId; readonly page: Page } | null {
  return MaybeRow.parse(one(db, BY_ID, { id }));
}

/** Adds a page behind the last one of its paper. */
export function addPage(
  db: Writer,
  page: {
    readonly id: string;
    readonly caseId: string;
    readonly materialId: string;
    readonly fileHash: string;
    readonly atMs: number;
    readonly by: string;
  },
): void {
  run(
    db,
    `INSERT INTO page (id, case_id, material_id, place, file_hash, added_at_ms, added_by)
     SELECT @id, @caseId, @materialId, coalesce(max(place), 0) + 1, @fileHash, @atMs, @by
     FROM page WHERE case_id = @caseId AND material_id = @materialId`,
    page,
  );
}

/** Adds a page of another case behind the last one of a paper, shown as it was there. The bytes are kept once. */
export function copyPage(
  db: Writer,
  { file, turn, crop }: Page,
  to: {
    readonly id: string;
    readonly fromCase: CaseId;
    readonly caseId: CaseId;
    readonly materialId: string;
    readonly atMs: number;
    readonly by: string;
  },
): void {
  run(
    db,
    `INSERT INTO case_stored_file (case_id, hash, name, added_at_ms)
     SELECT @caseId, hash, name, @atMs FROM case_stored_file WHERE case_id = @fromCase AND hash = @hash
     ON CONFLICT (case_id, hash) DO NOTHING`,
    { caseId: to.caseId, fromCase: to.fromCase, hash: file.hash, atMs: to.atMs },
  );
  const { id, caseId, materialId, atMs, by } = to;
  addPage(db, { id, caseId, materialId, fileHash: file.hash, atMs, by });
  const pageId = PageId.parse(id);
  turnPage(db, pageId, turn);
  cropPage(db, pageId, crop);
}

/** Gives the pages of a paper the places 1, 2, 3 … in this order. */
export function orderPages(db: Writer, ids: readonly PageId[]): void {
  for (const [at, id] of ids.entries())
    run(db, 'UPDATE page SET place = @place WHERE id = @id', { id, place: at + 1 });
}

export function turnPage(db: Writer, id: PageId, turn: Turn): void {
  run(db, 'UPDATE page SET turn = @turn WHERE id = @id', { id, turn });
}

export function cropPage(db: Writer, id: PageId, crop: Crop | null): void {
  run(db, 'UPDATE page SET crop = @crop WHERE id = @id', { id, crop: crop && JSON.stringify(crop) });
}

/** The file that stands for the whole paper is its first page; none when it has no page left. */
export function standForPaper(db: Writer, caseId: CaseId, materialId: string, fileHash: string | null): void {
  run(
    db,
    `UPDATE case_material SET file_hash = @fileHash
     WHERE case_id = @caseId AND material_id = @materialId AND file_hash IS NOT NULL`,
    { caseId, materialId, fileHash },
  );
}

/** Takes a page out; its file goes with it when no other page or paper of any case names it. */
export function removePage(db: Writer, caseId: CaseId, { id, file: { hash } }: Page): void {
  run(db, 'DELETE FROM page WHERE id = @id', { id });
  run(
    db,
    `DELETE FROM case_stored_file WHERE case_id = @caseId AND hash = @hash
       AND NOT EXISTS (SELECT 1 FROM page WHERE case_id = @caseId AND file_hash = @hash)
       AND NOT EXISTS (SELECT 1 FROM case_material WHERE case_id = @caseId AND file_hash = @hash)`,
    { caseId, hash },
  );
  forgetUnnamedFiles(db);
}

/** Entries of files that no case names any more; their bytes go at the next sweep. */
function forgetUnnamedFiles(db: Writer): void {
  run(db, 'DELETE FROM upload WHERE file_hash NOT IN (SELECT hash FROM case_stored_file)');
  run(db, 'DELETE FROM stored_file WHERE hash NOT IN (SELECT hash FROM case_stored_file)');
}

const Thumbnails = z.array(z.object({ pageId: PageId, jpeg: z.instanceof(Uint8Array) }));

/** Small pictures of some pages of a case; pages that have none are left out. */
export function thumbnailsOf(
  db: Reader,
  caseId: CaseId,
  pageIds: readonly PageId[],
): { readonly pageId: PageId; readonly jpeg: Uint8Array }[] {
  return Thumbnails.parse(
    all(
      db,
      `SELECT page.id AS pageId, jpeg FROM page JOIN thumbnail ON thumbnail.file_hash = page.file_hash
       WHERE page.case_id = @caseId AND page.id IN (SELECT value FROM json_each(@pageIds))`,
      { caseId, pageIds: JSON.stringify(pageIds) },
    ),
  );
}

export function keepThumbnail(db: Writer, fileHash: string, jpeg: Uint8Array): void {
  run(
    db,
    `INSERT INTO thumbnail (file_hash, jpeg) VALUES (@fileHash, @jpeg)
     ON CONFLICT (file_hash) DO UPDATE SET jpeg = excluded.jpeg`,
    { fileHash, jpeg },
  );
}
