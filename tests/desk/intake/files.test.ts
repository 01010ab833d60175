import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { intakeCalls } from '#contract/calls/intake.ts';
import { all } from '#native/sqlite/database.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { aJpeg, aPdf, aPng } from '../../support/made-files.ts';

import { filesBelow } from '../../support/files-below.ts';

const PIECE_BYTES = 32_768;

async function aCase(desk: IntakeDesk) {
  const visitId = desk.aVisit();
  return desk.caseFrom('intake.open', { visitId, itemCode: itemNamed('个体工商户设立登记').code });
}

function pieces(caseId: string, content: Buffer, uploadId = randomUUID()) {
  const count = Math.ceil(content.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, at) => ({
    caseId,
    uploadId,
    name: '经营场所.png',
    offset: at * PIECE_BYTES,
    totalBytes: content.length,
    base64: content.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES).toString('base64'),
  }));
}

const Progress = intakeCalls['intake.add-file-piece'].output;

async function send(desk: IntakeDesk, piece: object): Promise<z.output<typeof Progress>> {
  const reply = await desk.ask('intake.add-file-piece', piece);
  if (!reply.ok) throw new Error(reply.refusal);
  return Progress.parse(reply.value);
}

const refusal = async (desk: IntakeDesk, piece: object) => desk.refusalOf('intake.add-file-piece', piece);

describe('a scanned file', () => {
  it('comes in pieces, is stored by its hash, and then is the paper', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const png = aPng();
    const sent = pieces(caseId, png);
    expect(sent.length).toBeGreaterThan(2);
    let last = await send(desk, sent[0] ?? {});
    expect(last).toEqual({ received: PIECE_BYTES, file: null });
    for (const piece of sent.slice(1)) last = await send(desk, piece);
    const hash = createHash('sha256').update(png).digest('hex');
    expect(last).toEqual({
      received: png.length,
      file: { hash, name: '经营场所.png', mediaType: 'image/png', bytes: png.length },
    });

    const view = await desk.caseFrom('intake.provide', {
      caseId,
      materialId: 'premises',
      route: 'scan',
      fileHash: hash,
    });
    expect(view.missing).not.toContain('premises');
    expect(view.materials.find(({ id }) => id === 'premises')?.file?.hash).toBe(hash);
    expect(desk.parts.files.read(hash).equals(png)).toBe(true);
    expect(all(desk.db, 'SELECT hash, bytes, content, width_px AS width FROM stored_file')).toEqual([
      { hash, bytes: png.length, content: null, width: 150 },
    ]);
    expect(all(desk.db, 'SELECT * FROM upload_piece')).toEqual([]);
  });

  it('is answered again when the answer to a piece was lost', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const [first, ...rest] = pieces(caseId, aPng());
    const answer = await send(desk, first ?? {});
    expect(await send(desk, first ?? {})).toEqual(answer);
    let last = answer;
    for (const piece of rest) last = await send(desk, piece);
    expect(await send(desk, rest.at(-1) ?? {})).toEqual(last);
  });

  it('is stored once when two cases have it', async () => {
    const desk = intakeDesk();
    const png = aPng();
    for (const opened of [await aCase(desk), await aCase(desk)]) {
      for (const piece of pieces(opened.id, png)) await send(desk, piece);
    }
    expect(all(desk.db, 'SELECT hash FROM stored_file')).toHaveLength(1);
    expect(all(desk.db, 'SELECT hash FROM case_stored_file')).toHaveLength(2);
  });

  it('is refused out of order, or when a repeated piece is another one', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const png = aPng();
    const [first, second, third] = pieces(caseId, png);
    expect(await refusal(desk, second ?? {})).toBe('out-of-order');
    await send(desk, first ?? {});
    expect(await refusal(desk, third ?? {})).toBe('out-of-order');
    expect(await refusal(desk, { ...first, base64: second?.base64 })).toBe('out-of-order');
    expect(await refusal(desk, { ...second, totalBytes: png.length + 1 })).toBe('out-of-order');
    expect(await refusal(desk, { ...second, caseId: (await aCase(desk)).id })).toBe('out-of-order');
  });

  it.each([
    ['a program', Buffer.from(`MZ${'x'.repeat(100)}`), 'executable-file'],
    ['a package', Buffer.from('504b030414000000'.repeat(4), 'hex'), 'archive-file'],
    ['a page of a browser', Buffer.from('<html><body>hello</body></html>'), 'kind-not-allowed'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      'kind-not-allowed',
    ],
    ['three bytes', Buffer.from('abc'), 'kind-not-allowed'],
    ['a picture without end', aJpeg().subarray(0, -2), 'damaged-file'],
    ['a picture as large as a house', aJpeg({ widthPx: 60_000, heightPx: 60_000 }), 'picture-too-large'],
    ['a locked PDF', aPdf({ trailer: '/Encrypt 9 0 R' }), 'encrypted-file'],
    ['a PDF that acts', aPdf({ packed: '<< /S /JavaScript /JS (x) >>' }), 'active-content'],
    ['half a PDF', aPdf().subarray(0, -20), 'broken-pdf'],
  ])(
    'is refused when it is %s, whatever its name, and leaves nothing behind',
    async (_, content, expected) => {
      const desk = intakeDesk();
      const { id: caseId } = await aCase(desk);
      const [piece] = pieces(caseId, content);
      expect(await refusal(desk, piece ?? {})).toBe(expected);
      expect(all(desk.db, 'SELECT id FROM upload')).toEqual([]);
      expect(filesBelow(desk.parts.files.folder)).toEqual([]);
    },
  );

  it('is refused when a byte of it was changed, or its end is missing', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const whole = aPng(20);
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(700) ^ 1, 700);
    const cutJpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46', 'hex'), Buffer.alloc(40)]);
    for (const broken of [flipped, whole.subarray(0, whole.length - 5), cutJpeg]) {
      const [piece] = pieces(caseId, broken);
      expect(await refusal(desk, piece ?? {})).toBe('damaged-file');
    }
    const [control] = pieces(caseId, whole);
    expect(await refusal(desk, control ?? {})).toBe('ok');
  });

  it('is refused when a piece is no base64 or brings more than was said', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const [piece] = pieces(caseId, aPng(20));
    expect(await refusal(desk, { ...piece, base64: '***' })).toBe('damaged-file');
    expect(await refusal(desk, { ...piece, totalBytes: 10 })).toBe('damaged-file');
  });

  it('is refused above 20 MB and when it is empty, before a byte of it is kept', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const [piece] = pieces(caseId, aPng(20));
    expect(await refusal(desk, { ...piece, totalBytes: 20_000_001 })).toBe('file-too-large');
    expect(await refusal(desk, { ...piece, totalBytes: 0, base64: '' })).toBe('file-empty');
    expect(all(desk.db, 'SELECT id FROM upload')).toEqual([]);
  });

  it('that never came whole leaves nothing behind when the case is decided', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const [first] = pieces(ready.id, aPng());
    await send(desk, first ?? {});
    expect(all(desk.db, 'SELECT * FROM upload_piece')).toHaveLength(1);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    expect(all(desk.db, 'SELECT * FROM upload_piece')).toEqual([]);
    expect(all(desk.db, 'SELECT * FROM upload')).toEqual([]);
  });

  it('of another case is no file of this one', async () => {
    const desk = intakeDesk();
    const [one, other] = [await aCase(desk), await aCase(desk)];
    const png = aPng(20);
    for (const piece of pieces(one.id, png)) await send(desk, piece);
    const hash = createHash('sha256').update(png).digest('hex');
    const scan = (caseId: string, fileHash: string | null) =>
      desk.refusalOf('intake.provide', { caseId, materialId: 'premises', route: 'scan', fileHash });
    expect(await scan(other.id, hash)).toBe('no-such-file');
    expect(await scan(one.id, null)).toBe('no-such-file');
    expect(await scan(one.id, hash)).toBe('ok');
  });
});
