import type { CaseId, StoredFile } from '#contract/shapes/case.ts';
import type { Desk } from '../desk.ts';
import type { Setback } from './asking.ts';
import { readPicked, sendFile } from './file-pieces.ts';

/** A file on its way to the desk, or what stopped it. */
export interface Upload {
  readonly id: string;
  readonly materialId: string;
  readonly name: string;
  readonly totalBytes: number;
  readonly sentBytes: number;
  readonly setback: Setback | null;
}

export interface Uploads {
  /** Sends the files one after another; each is there, or says why not, before the next begins. */
  readonly send: (caseId: CaseId, materialId: string, picked: readonly File[]) => Promise<void>;
}

interface Told {
  readonly show: (change: (uploads: readonly Upload[]) => readonly Upload[]) => void;
  readonly stored: (caseId: CaseId, materialId: string, file: StoredFile, picked: File) => Promise<void>;
}

export function createUploads(desk: Desk, { show, stored }: Told): Uploads {
  let turn: Promise<void> = Promise.resolve();

  async function sendOne(caseId: CaseId, upload: Upload, picked: File): Promise<void> {
    const change = (part: Partial<Upload>) =>
      show((all) => all.map((one) => (one.id === upload.id ? { ...one, ...part } : one)));
    const bytes = await readPicked(picked);
    if (typeof bytes === 'string') return change({ setback: { kind: 'refused', refusal: bytes } });
    const { id: uploadId, materialId, name } = upload;
    const sent = await sendFile(desk, { caseId, materialId, uploadId, name, bytes }, (sentBytes) =>
      change({ sentBytes }),
    );
    if ('setback' in sent) return change({ setback: sent.setback });
    await stored(caseId, materialId, sent.file, picked);
    show((all) => all.filter((one) => one.id !== upload.id));
  }

  return {
    send: async (caseId, materialId, picked) => {
      const uploads = picked.map((file): Upload => ({
        id: crypto.randomUUID(),
        materialId,
        name: file.name,
        totalBytes: file.size,
        sentBytes: 0,
        setback: null,
      }));
      show((all) => [...all, ...uploads]);
      for (const [at, upload] of uploads.entries()) {
        const file = picked[at];
        if (file) turn = turn.then(async () => sendOne(caseId, upload, file));
      }
      await turn;
    },
  };
}
