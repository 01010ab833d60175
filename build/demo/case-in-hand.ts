import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { ask, until } from './asking.ts';

const Visit = z.object({
  id: z.string(),
  applicant: z.object({ filled: z.array(z.string()) }).nullable(),
  cases: z.array(z.object({ id: z.string() })),
});
const File = z.object({
  receiptNumber: z.string().nullable(),
  state: z.string(),
  sync: z.string().nullable(),
  acceptedOffline: z.boolean(),
  form: z.object({ open: z.number() }),
  notices: z.array(z.object({ id: z.string(), kind: z.string(), pdf: z.object({ state: z.string() }) })),
});
const Piece = z.object({ base64: z.string(), totalBytes: z.number() });

export type CaseFile = z.output<typeof File>;

export async function visitInHand(window: Page): Promise<z.output<typeof Visit>> {
  return Visit.parse(await ask(window, 'intake.visit', {}));
}

/** The last case of the visit at the window, as the desk holds it. */
export async function caseInHand(window: Page): Promise<CaseFile> {
  const caseId = (await visitInHand(window)).cases.at(-1)?.id;
  if (caseId === undefined) throw new Error('there is no case in hand');
  return File.parse(await ask(window, 'intake.look', { caseId }));
}

/** The number of the decided case, as the citizen has it. */
export async function receiptNumberInHand(window: Page): Promise<string> {
  const { receiptNumber } = await caseInHand(window);
  if (receiptNumber === null) throw new Error('the case has no receipt number');
  return receiptNumber;
}

/** Saves a notice of the case in hand as a file, fetched in pieces. */
export async function savePdf(window: Page, kind: string, file: string): Promise<void> {
  const pressed = async () => (await caseInHand(window)).notices.find((one) => one.kind === kind);
  await until(`${kind} is pressed`, async () => (await pressed())?.pdf.state === 'pressed');
  const notice = await pressed();
  let bytes = Buffer.alloc(0);
  let totalBytes = 1;
  while (bytes.length < totalBytes) {
    const piece = Piece.parse(
      await ask(window, 'notices.pdf', { noticeId: notice?.id, offset: bytes.length }),
    );
    bytes = Buffer.concat([bytes, Buffer.from(piece.base64, 'base64')]);
    totalBytes = piece.totalBytes;
  }
  fs.writeFileSync(file, bytes);
}
