const KEPT_AT_ONCE = 4;

interface Upload {
  readonly totalBytes: number;
  readonly pieces: Buffer[];
  received: number;
}

/** Files on their way in, piece by piece. In memory only: what was not imported is gone with the desk. */
export interface UploadBox {
  readonly add: (
    uploadId: string,
    offset: number,
    totalBytes: number,
    content: Buffer,
  ) => { readonly received: number } | 'out-of-order';
  /** The whole file as text, taken out of the box; null when it is not all there. */
  readonly take: (uploadId: string) => string | null;
}

export function openUploadBox(): UploadBox {
  const uploads = new Map<string, Upload>();
  return {
    add: (uploadId, offset, totalBytes, content) => {
      const known = uploads.get(uploadId) ?? { totalBytes, pieces: [], received: 0 };
      // A piece that comes twice is answered twice.
      if (offset + content.length <= known.received) return { received: known.received };
      if (offset !== known.received || known.totalBytes !== totalBytes) return 'out-of-order';
      if (offset + content.length > totalBytes) return 'out-of-order';
      known.pieces.push(content);
      known.received += content.length;
      uploads.set(uploadId, known);
      const [oldest] = uploads.keys();
      if (uploads.size > KEPT_AT_ONCE && oldest !== undefined) uploads.delete(oldest);
      return { received: known.received };
    },
    take: (uploadId) => {
      const known = uploads.get(uploadId);
      if (!known || known.received < known.totalBytes) return null;
      uploads.delete(uploadId);
      return Buffer.concat(known.pieces).toString('utf8');
    },
  };
}
