import { z } from 'zod';
import { type CaseId, StoredFile } from '#contract/shapes/case.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** A file on its way, piece by piece. */
export const Upload = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  name: z.string(),
  totalBytes: z.int(),
  received: z.int(),
  fileHash: z.string().nullable(),
});
export type Upload = z.output<typeof Upload>;

const UPLOAD = `SELECT id, case_id AS caseId, name, total_bytes AS totalBytes, received, file_hash AS fileHash
  FROM upload WHERE id = @id`;
const PIECES = 'SELECT content FROM upload_piece WHERE upload_id = @id ORDER BY offset';
const FILE = `SELECT stored_file.hash, name, media_type AS mediaType, bytes
  FROM case_stored_file JOIN stored_file ON stored_file.hash = case_stored_file.hash
  WHERE case_id = @caseId AND stored_file.hash = @hash`;

const Content = z.object({ content: z.instanceof(Uint8Array) });

const MaybeFile = StoredFile.nullable();
const MaybeUpload = Upload.nullable();

export function uploadById(db: Reader, id: string): Upload | null {
  return MaybeUpload.parse(one(db, UPLOAD, { id }));
}

export function startUpload(
  db: Writer,
  upload: Pick<Upload, 'id' | 'caseId' | 'name' | 'totalBytes'>,
): Upload {
  run(
    db,
    `INSERT INTO upload (id, case_id, name, total_bytes, received)
     VALUES (@id, @caseId, @name, @totalBytes, 0)`,
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

/** Stores a complete file once by its content and ties it to its case; its pieces go. */
export function storeFile(
  db: Writer,
  upload: Upload,
  file: Omit<StoredFile, 'name'> & { readonly content: Uint8Array },
  atMs: number,
): StoredFile {
  const { hash, mediaType, bytes, content } = file;
  run(
    db,
    `INSERT INTO stored_file (hash, media_type, bytes, content, stored_at_ms)
     VALUES (@hash, @mediaType, @bytes, @content, @atMs) ON CONFLICT (hash) DO NOTHING`,
    { hash, mediaType, bytes, content, atMs },
  );
  run(
    db,
    `INSERT INTO case_stored_file (case_id, hash, name, added_at_ms)
     VALUES (@caseId, @hash, @name, @atMs) ON CONFLICT (case_id, hash) DO NOTHING`,
    { caseId: upload.caseId, hash, name: upload.name, atMs },
  );
  run(db, 'DELETE FROM upload_piece WHERE upload_id = @id', { id: upload.id });
  run(db, 'UPDATE upload SET file_hash = @hash WHERE id = @id', { id: upload.id, hash });
  return { hash, mediaType, bytes, name: upload.name };
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
