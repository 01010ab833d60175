import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageOffer, Province } from './province.ts';

/** Fetches packages of the platform, one at a time, into a file that is gone when it was read. */
export interface PackageFetching {
  /** @returns the file; null when the line or a piece failed, or what came is not what was offered */
  readonly fetch: (
    province: Pick<Province, 'pullPackagePiece'>,
    offer: PackageOffer,
  ) => Promise<string | null>;
  readonly forget: () => Promise<void>;
}

/** A catalogue says nothing about a person: it lies beside the encrypted files as it is, and only while it is read. */
export function openPackageFetching(home: string): PackageFetching {
  const folder = join(home, 'arriving');
  const file = join(folder, 'catalogue.json');

  async function fetched(
    province: Pick<Province, 'pullPackagePiece'>,
    { hash, bytes, pieces }: PackageOffer,
  ): Promise<boolean> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const out = await open(file, 'w', 0o600);
    try {
      const sum = createHash('sha256');
      let written = 0;
      for (let no = 1; no <= pieces; no += 1) {
        const piece = await province.pullPackagePiece(hash, no);
        if (piece.answer !== 'piece') return false;
        written += piece.content.length;
        if (written > bytes) return false;
        sum.update(piece.content);
        await out.write(piece.content);
      }
      return written === bytes && sum.digest('hex') === hash;
    } finally {
      await out.close();
    }
  }

  return {
    fetch: async (province, offer) => ((await fetched(province, offer)) ? file : null),
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
