import { z } from 'zod';
import { type CaseId, StoredFile } from '#contract/shapes/case.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { FileFacts } from '#rules/intake/file-look.ts';
import type { FileBox } from './file-box.ts';

/** A file on its way, piece by piece. */
export const Upload = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  /** The paper whose page it becomes; null when it is only stored. */
  materialId: z.string().nullable(),
  name: z.string(),
  totalBytes: z.int(),
  received: z.int(),
  fileHash: z.string().nullable(),
});
export type Upload = z.output<typeof Upload>;

const UPLOAD = `SELECT id, case_id AS caseId, material_id AS materialId, name, total_bytes AS totalBytes, received,
    file_hash AS fileHash
  FROM upload WHERE id = @id`;
const PIECES = 'SELECT content FROM upload_piece WHERE upload_id = @id ORDER BY offset';
const FILE = `SELECT stored_file.hash, name, media_type AS mediaType, bytes
  FROM case_stored_file JOIN stored_file ON stored_file.hash = case_stored_file.hash
  WHERE case_id = @caseId AND stored_file.hash = @hash`;
const IN_DATABASE = 'SELECT hash, content FROM stored_file WHERE content IS NOT NULL LIMIT 1';

const Content = z.object({ content: z.instanceof(Uint8Array) });
const OldContent = z.object({ hash: z.string(), content: z.instanceof(Uint8Array) }).nullable();

const MaybeFile = StoredFile.nullable();
const MaybeUpload = Upload.nullable();
const Hashes = z.array(z.object({ hash: z.string() }));

export function uploadById(db: Reader, id: string): Upload | null {
  return MaybeUpload.parse(one(db, UPLOAD, { id }));
}

export function startUpload(
  db: Writer,
  upload: Pick<Upload, 'id' | 'caseId' | 'materialId' | 'name' | 'totalBytes'>,
): Upload {
  run(
    db,
    `INSERT INTO upload (id, case_id, material_id, name, total_bytes, received)
     VALUES (@id, @caseId, @materialId, @name, @totalBytes, 0)`,
    upload,
  );
  return { ...upload, received: 0, fileHash: null };
}

/** Keeps the next piece and says how many bytes are there now. */
export function addPiece(db: Writer, upload: Upload, content: Uint8Array): number {
  run(db, 'INSERT INTO upload_piece (upload_id, offset, content) VALUES (@id, @offset, @content)', {
    id: upload.id,
    offset: upload.received,
    content,
  });
  const received = upload.received + content.length;
  run(db, 'UPDATE upload SET received = @received WHERE id = @id', { id: upload.id, received });
  return received;
}

/** The piece that begins at an offset, or null: a repeated piece is recognised by it. */
export function pieceAt(db: Reader, id: string, offset: number): Uint8Array | null {
  const row = one(db, 'SELECT content FROM upload_piece WHERE upload_id = @id AND offset = @offset', {
    id,
    offset,
  });
  return Content.nullable().parse(row)?.content ?? null;
}

/** Everything that came so far, in order. */
export function piecesTogether(db: Reader, id: string): Uint8Array {
  return Buffer.concat(
    Content.array()
      .parse(all(db, PIECES, { id }))
      .map(({ content }) => content),
  );
}

/**
 * Stores a complete file once by its content and ties it to its case; its pieces go. The bytes are on the disk
 * before the entry is: a power cut between the two leaves a stray that the next start sweeps away.
 */
export function storeFile(
  db: Writer,
  box: FileBox,
  upload: Upload,
  file: { readonly hash: string; readonly facts: FileFacts; readonly content: Uint8Array },
  atMs: number,
): StoredFile {
  const { hash, facts, content } = file;
  const bytes = content.length;
  box.put(hash, content);
  run(
    db,
    `INSERT INTO stored_file (hash, media_type, bytes, width_px, height_px, pages, stored_at_ms)
     VALUES (@hash, @mediaType, @bytes, @widthPx, @heightPx, @pages, @atMs) ON CONFLICT (hash) DO NOTHING`,
    { hash, ...facts, bytes, atMs },
  );
  run(
    db,
    `INSERT INTO case_stored_file (case_id, hash, name, added_at_ms)
     VALUES (@caseId, @hash, @name, @atMs) ON CONFLICT (case_id, hash) DO NOTHING`,
    { caseId: upload.caseId, hash, name: upload.name, atMs },
  );
  run(db, 'DELETE FROM upload_piece WHERE upload_id = @id', { id: upload.id });
  run(db, 'UPDATE upload SET file_hash = @hash WHERE id = @id', { id: upload.id, hash });
  return { hash, mediaType: facts.mediaType, bytes, name: upload.name };
}

/** Files of a case that never came whole. Their pieces are not kept when the case is decided. */
export function dropUnfinishedUploads(db: Writer, caseId: CaseId): void {
  run(
    db,
    `DELETE FROM upload_piece WHERE upload_id IN
      (SELECT upload.id FROM upload WHERE case_id = @caseId AND file_hash IS NULL)`,
    { caseId },
  );
  run(db, 'DELETE FROM upload WHERE case_id = @caseId AND file_hash IS NULL', { caseId });
}

export function storedFileOf(db: Reader, caseId: CaseId | string, hash: string): StoredFile | null {
  return MaybeFile.parse(one(db, FILE, { caseId, hash }));
}

/** Every file the case file names: what else lies in the folder is a stray. */
export function namedFiles(db: Reader): string[] {
  return Hashes.parse(all(db, 'SELECT hash FROM stored_file')).map(({ hash }) => hash);
}

/** Moves bytes that an older program kept in the database into the folder, one file at a time. How many. */
export function moveFilesOut(db: Writer, box: FileBox): number {
  let moved = 0;
  for (;;) {
    const old = OldContent.parse(one(db, IN_DATABASE));
    if (!old) return moved;
    box.put(old.hash, old.content);
    run(db, 'UPDATE stored_file SET content = NULL WHERE hash = @hash', { hash: old.hash });
    moved += 1;
  }
}
