import { createHash } from 'node:crypto';
import type { Reply } from '#contract/call.ts';
import type { CaseId, StoredFile } from '#contract/shapes/case.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { fileKind, isWholeFile } from '#rules/intake/file-kind.ts';
import { no, yes } from '../answering.ts';
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

/** The first bytes of every kind we take fit into this many. */
const MARK_BYTES = 8;

interface FilePiece {
  readonly caseId: CaseId;
  readonly uploadId: string;
  readonly name: string;
  readonly offset: number;
  readonly totalBytes: number;
  readonly base64: string;
}

type Taken = Reply<
  { received: number; file: StoredFile | null },
  'out-of-order' | 'kind-not-allowed' | 'damaged-file'
>;

/**
 * Takes one piece of a file; the last one stores the file under its hash.
 *
 * A piece that comes twice is answered twice. A file of a kind no case takes is refused at its first piece, a
 * broken one at its last.
 */
export function takeFilePiece(db: Writer, piece: FilePiece, atMs: number): Taken {
  const content = Buffer.from(piece.base64, 'base64');
  if (content.length === 0 || content.toString('base64') !== piece.base64) return no('damaged-file');
  const known = uploadById(db, piece.uploadId);
  if (known && (known.caseId !== piece.caseId || known.totalBytes !== piece.totalBytes)) {
    return no('out-of-order');
  }
  if (known && piece.offset < known.received) return repeated(db, known, piece, content);
  if (piece.offset !== (known?.received ?? 0)) return no('out-of-order');
  if (piece.offset + content.length > piece.totalBytes) return no('damaged-file');
  if (piece.offset === 0 && content.length >= MARK_BYTES && !fileKind(content)) return no('kind-not-allowed');

  const upload =
    known ??
    startUpload(db, {
      id: piece.uploadId,
      caseId: piece.caseId,
      name: piece.name,
      totalBytes: piece.totalBytes,
    });
  const received = addPiece(db, upload, content);
  return received < upload.totalBytes
    ? yes({ received, file: null })
    : complete(db, { ...upload, received }, atMs);
}

function complete(db: Writer, upload: Upload, atMs: number): Taken {
  const content = piecesTogether(db, upload.id);
  const mediaType = fileKind(content);
  if (!mediaType) return no('kind-not-allowed');
  if (!isWholeFile(mediaType, content)) return no('damaged-file');
  const hash = createHash('sha256').update(content).digest('hex');
  const file = storeFile(db, upload, { hash, mediaType, bytes: content.length, content }, atMs);
  return yes({ received: upload.received, file });
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
