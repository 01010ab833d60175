import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { z } from 'zod';
import type { Reply } from '#contract/call.ts';
import type { intakeCalls } from '#contract/calls/intake.ts';
import type { StoredFile } from '#contract/shapes/case.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { fileKind, strangerKind } from '#rules/intake/file-kind.ts';
import { FILE_BYTES_AT_MOST, type FileFault, lookAtFile } from '#rules/intake/file-look.ts';
import { no, type WriteBench, yes } from '../answering.ts';
import { newId } from '../new-id.ts';
import type { CaseRecord } from '../store/cases.ts';
import {
  addPiece,
  pieceAt,
  piecesTogether,
  startUpload,
  storedFileOf,
  storeFile,
  type Upload,
  uploadById,
} from '../store/files.ts';
import { addPage } from '../store/pages.ts';
import { materialsOf } from '../store/materials.ts';
import { provide } from './provide.ts';

/** The first bytes of every kind we take fit into this many. */
const MARK_BYTES = 8;
/** What the objects of a PDF may unpack to. */
const UNPACKED_AT_MOST = 32 * 1024 * 1024;

type FilePiece = z.output<(typeof intakeCalls)['intake.add-file-piece']['input']>;

type Taken = Reply<
  { received: number; file: StoredFile | null },
  'out-of-order' | 'file-empty' | 'file-too-large' | 'no-such-material' | 'copy-in-use' | FileFault
>;

/**
 * Takes one piece of a file; the last one stores the file under its hash and makes it the last page of its paper.
 *
 * A piece that comes twice is answered twice. The audit names the page, once, when it is there. A file of a kind no case takes is refused at its first piece, a
 * broken, locked or acting one at its last.
 */
export function takeFilePiece(bench: WriteBench, record: CaseRecord, piece: FilePiece): Taken {
  const { db } = bench;
  if (piece.totalBytes === 0) return no('file-empty');
  if (piece.totalBytes > FILE_BYTES_AT_MOST) return no('file-too-large');
  const content = Buffer.from(piece.base64, 'base64');
  if (content.length === 0 || content.toString('base64') !== piece.base64) return no('damaged-file');
  const known = uploadById(db, piece.uploadId);
  if (known && !isSameUpload(known, piece)) return no('out-of-order');
  if (known && piece.offset < known.received) {
    bench.pieceOnly?.();
    return repeated(db, known, piece, content);
  }
  if (piece.offset !== (known?.received ?? 0)) return no('out-of-order');
  if (piece.offset + content.length > piece.totalBytes) return no('damaged-file');
  if (piece.offset === 0 && content.length >= MARK_BYTES && !fileKind(content))
    return no(strangerKind(content));

  const { uploadId, caseId, materialId, name, totalBytes } = piece;
  const upload = known ?? startUpload(db, { id: uploadId, caseId, materialId, name, totalBytes });
  const received = addPiece(db, upload, content);
  if (received === upload.totalBytes) return complete(bench, record, { ...upload, received });
  bench.pieceOnly?.();
  return yes({ received, file: null });
}

function isSameUpload(known: Upload, piece: FilePiece): boolean {
  return (
    known.caseId === piece.caseId &&
    known.materialId === piece.materialId &&
    known.totalBytes === piece.totalBytes
  );
}

function complete(bench: WriteBench, record: CaseRecord, upload: Upload): Taken {
  const { db, parts, nowMs } = bench;
  const content = piecesTogether(db, upload.id);
  const look = lookAtFile(content, unpacked);
  if (!look.ok) return no(look.fault);
  const hash = createHash('sha256').update(content).digest('hex');
  bench.about(record.id, `file ${hash}`);
  const file = storeFile(db, parts.files, upload, { hash, facts: look.facts, content }, nowMs);
  const barred = upload.materialId === null ? null : becomePage(bench, record, upload.materialId, file);
  return barred ? no(barred) : yes({ received: upload.received, file });
}

/** A new page of a paper; with the first one the paper has come as a scan. */
function becomePage(
  bench: WriteBench,
  record: CaseRecord,
  materialId: string,
  file: StoredFile,
): 'no-such-material' | 'copy-in-use' | null {
  const { db, nowMs, asker, parts, afterwards } = bench;
  const came = materialsOf(db, record.id).get(materialId);
  if (came?.route === 'reuse') return 'copy-in-use';
  if (!came || came.fileHash === null) {
    const barred = provide(bench, record, {
      caseId: record.id,
      materialId,
      route: came?.route === 'paper' ? 'paper' : 'scan',
      originalsTaken: came?.originalsTaken ?? 0,
      copiesTaken: came?.copiesTaken ?? 0,
      checkedAgainstOriginal: came?.checkedAgainstOriginal ?? false,
      fileHash: file.hash,
      dueOn: null,
    });
    if (barred) return 'no-such-material';
  }
  const by = asker.staff?.number ?? 'nobody';
  const id = newId();
  addPage(db, { id, caseId: record.id, materialId, fileHash: file.hash, atMs: nowMs, by });
  bench.about(record.id, `page ${id}`);
  afterwards(() => parts.announce('case.changed', { caseId: record.id }));
  return null;
}

/** The answer to a piece was lost and it was sent again: the same answer, if it is the same piece. */
function repeated(db: Writer, upload: Upload, piece: FilePiece, content: Uint8Array): Taken {
  if (upload.fileHash !== null) {
    return yes({ received: upload.received, file: storedFileOf(db, upload.caseId, upload.fileHash) });
  }
  const kept = pieceAt(db, upload.id, piece.offset);
  if (!kept || Buffer.compare(kept, content) !== 0) return no('out-of-order');
  return yes({ received: upload.received, file: null });
}

/** Null for bytes that are no such stream, and for those that would fill the memory. */
function unpacked(packed: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: UNPACKED_AT_MOST });
  } catch (thrown) {
    // The library's own words for what was packed by somebody else; other errors are ours.
    if (thrown instanceof Error && 'code' in thrown) return null;
    throw thrown;
  }
}
