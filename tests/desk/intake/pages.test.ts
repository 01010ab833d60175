import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pagesCalls } from '#contract/calls/pages.ts';
import type { Page } from '#contract/shapes/page.ts';
import { all } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { aJpeg, aPdf, aPng } from '../../support/made-files.ts';

const NOBODY = '018f0000-0000-7000-8000-00000000ffff';

async function aCase(desk: IntakeDesk) {
  return desk.caseFrom('intake.open', {
    visitId: desk.aVisit(),
    itemCode: itemNamed('个体工商户设立登记').code,
  });
}

async function upload(desk: IntakeDesk, caseId: string, content: Buffer, materialId = 'premises') {
  return desk.refusalOf('intake.add-file-piece', {
    caseId,
    materialId,
    uploadId: randomUUID(),
    name: '扫描.png',
    offset: 0,
    totalBytes: content.length,
    base64: content.toString('base64'),
  });
}

const Pages = pagesCalls['pages.list'].output;
async function pagesFrom(desk: IntakeDesk, name: Parameters<IntakeDesk['ask']>[0], input: object) {
  const reply = await desk.ask(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.refusal}`);
  return Pages.parse(reply.value);
}

const list = (desk: IntakeDesk, caseId: string) => pagesFrom(desk, 'pages.list', { caseId });
const order = (pages: readonly Page[]) => pages.map(({ place, widthPx }) => [place, widthPx]);

/** A case with three pages of one paper, 10, 20 and 30 dots wide. */
async function threePages(desk: IntakeDesk) {
  const { id } = await aCase(desk);
  for (const width of [10, 20, 30]) expect(await upload(desk, id, aPng(width))).toBe('ok');
  return { caseId: id, pages: await list(desk, id) };
}

describe('the pages of a paper', () => {
  it('come in the order of the uploads; with the first the paper has come as a scan', async () => {
    const desk = intakeDesk();
    const { caseId, pages } = await threePages(desk);
    expect(order(pages)).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    const view = await desk.caseFrom('intake.look', { caseId });
    expect(view.materials.find(({ id }) => id === 'premises')).toMatchObject({
      route: 'scan',
      file: { hash: pages[0]?.file.hash },
    });
    expect(desk.parts.said).toContain('case.changed');
  });

  it('take a PDF with its pages among them', async () => {
    const desk = intakeDesk();
    const { id } = await aCase(desk);
    expect(await upload(desk, id, aPdf({ pages: 7 }))).toBe('ok');
    expect(await list(desk, id)).toMatchObject([
      { pagesInFile: 7, widthPx: null, file: { mediaType: 'application/pdf' } },
    ]);
  });

  it('are put in another order, and the first one stands for the paper', async () => {
    const desk = intakeDesk();
    const { caseId, pages } = await threePages(desk);
    const moved = await pagesFrom(desk, 'pages.move', { pageId: pages[2]?.id, place: 1 });
    expect(order(moved)).toEqual([
      [1, 30],
      [2, 10],
      [3, 20],
    ]);
    const view = await desk.caseFrom('intake.look', { caseId });
    expect(view.materials.find(({ id }) => id === 'premises')?.file?.hash).toBe(pages[2]?.file.hash);
    const last = await pagesFrom(desk, 'pages.move', { pageId: pages[2]?.id, place: 99 });
    expect(order(last).at(-1)).toEqual([3, 30]);
  });

  it('are turned and cropped beside their bytes, which stay as they came', async () => {
    const desk = intakeDesk();
    const { pages } = await threePages(desk);
    const [first] = pages;
    const crop = { left: 0.1, top: 0, right: 0.9, bottom: 1 };
    await pagesFrom(desk, 'pages.turn', { pageId: first?.id, turn: 90 });
    const after = await pagesFrom(desk, 'pages.crop', { pageId: first?.id, crop });
    expect(after[0]).toMatchObject({ turn: 90, crop, file: first?.file });
    expect(desk.parts.files.read(first?.file.hash ?? '').equals(aPng(10))).toBe(true);
    expect((await pagesFrom(desk, 'pages.crop', { pageId: first?.id, crop: null }))[0]?.crop).toBeNull();
    await expect(
      desk.ask('pages.crop', { pageId: first?.id, crop: { ...crop, right: 0.1 } }),
    ).rejects.toThrow('input.crop');
    await expect(desk.ask('pages.turn', { pageId: first?.id, turn: 45 })).rejects.toThrow('input.turn');
  });

  it('are taken out one by one; with the last the paper has not come', async () => {
    const desk = intakeDesk();
    const { caseId, pages } = await threePages(desk);
    const left = await pagesFrom(desk, 'pages.remove', { pageId: pages[0]?.id });
    expect(order(left)).toEqual([
      [1, 20],
      [2, 30],
    ]);
    expect((await desk.caseFrom('intake.look', { caseId })).missing).not.toContain('premises');
    for (const { id } of left) await pagesFrom(desk, 'pages.remove', { pageId: id });
    const view = await desk.caseFrom('intake.look', { caseId });
    expect(view.missing).toContain('premises');
    expect(all(desk.db, 'SELECT hash FROM stored_file')).toEqual([]);
    expect(all(desk.db, 'SELECT id FROM upload')).toEqual([]);
  });

  it('leave a file that another case has too', async () => {
    const desk = intakeDesk();
    const { pages } = await threePages(desk);
    const other = await aCase(desk);
    expect(await upload(desk, other.id, aPng(10))).toBe('ok');
    await pagesFrom(desk, 'pages.remove', { pageId: pages[0]?.id });
    expect(await list(desk, other.id)).toHaveLength(1);
    expect(desk.parts.files.isWhole(pages[0]?.file.hash ?? '')).toBe(true);
  });

  it('of a paper that came on paper are kept beside it', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aCase(desk);
    const paper = { caseId, materialId: 'premises', route: 'paper', copiesTaken: 1, originalsTaken: 1 };
    await desk.caseFrom('intake.provide', paper);
    expect(await upload(desk, caseId, aPng(10))).toBe('ok');
    const [page] = await list(desk, caseId);
    const came = async () =>
      (await desk.caseFrom('intake.look', { caseId })).materials.find(({ id }) => id === 'premises');
    expect(await came()).toMatchObject({ route: 'paper', originalsTaken: 1 });
    await pagesFrom(desk, 'pages.remove', { pageId: page?.id });
    expect(await came()).toMatchObject({ route: 'paper', originalsTaken: 1, file: null });
  });

  it('go with the draft that is thrown away', async () => {
    const desk = intakeDesk();
    const { caseId } = await threePages(desk);
    await desk.visitFrom('intake.discard', { caseId });
    expect(all(desk.db, 'SELECT id FROM page')).toEqual([]);
    expect(all(desk.db, 'SELECT hash FROM stored_file')).toEqual([]);
  });

  it('stay as they are once the case is accepted', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const first = ready.materials.find(({ asked, route }) => asked && route === 'paper');
    expect(await upload(desk, ready.id, aPng(10), first?.id)).toBe('ok');
    const [page] = await list(desk, ready.id);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    for (const [name, more] of [
      ['pages.remove', {}],
      ['pages.move', { place: 1 }],
      ['pages.turn', { turn: 90 }],
      ['pages.crop', { crop: null }],
    ] as const) {
      expect([name, await desk.refusalOf(name, { pageId: page?.id, ...more })]).toEqual([
        name,
        'already-decided',
      ]);
    }
    expect(await upload(desk, ready.id, aPng(12), first?.id)).toBe('already-decided');
    expect(await desk.refusalOf('pages.piece', { pageId: page?.id, offset: 0 })).toBe('ok');
  });

  it('belong to a paper of the case', async () => {
    const desk = intakeDesk();
    const { id } = await aCase(desk);
    expect(await upload(desk, id, aPng(10), 'nothing-like-it')).toBe('no-such-material');
    expect(all(desk.db, 'SELECT hash FROM stored_file')).toEqual([]);
    expect(await desk.refusalOf('pages.list', { caseId: NOBODY })).toBe('no-such-case');
    expect(await desk.refusalOf('pages.turn', { pageId: NOBODY, turn: 90 })).toBe('no-such-page');
  });
});

describe('looking at a page', () => {
  it('gives its bytes in pieces, and every look is audited', async () => {
    const desk = intakeDesk();
    const { id } = await aCase(desk);
    const png = aPng(620);
    for (let offset = 0; offset < png.length; offset += 46_080) {
      const uploadId = '018f0000-0000-7000-8000-000000000001';
      const base64 = png.subarray(offset, offset + 46_080).toString('base64');
      const piece = { caseId: id, materialId: 'premises', uploadId, name: 'a.png', offset };
      expect(
        await desk.refusalOf('intake.add-file-piece', { ...piece, totalBytes: png.length, base64 }),
      ).toBe('ok');
      // The answer was lost and the piece comes again: no second entry.
      expect(
        await desk.refusalOf('intake.add-file-piece', { ...piece, totalBytes: png.length, base64 }),
      ).toBe('ok');
    }
    const [page] = await list(desk, id);
    const added = all(desk.db, "SELECT subject, purpose FROM audit WHERE call = 'intake.add-file-piece'");
    expect(added, 'one entry, however many pieces').toEqual([{ subject: id, purpose: `page ${page?.id}` }]);
    const Piece = pagesCalls['pages.piece'].output;
    const bytes: Buffer[] = [];
    for (let had = 0; had < png.length; had = Buffer.concat(bytes).length) {
      const reply = await desk.ask('pages.piece', { pageId: page?.id, offset: had });
      bytes.push(Buffer.from(Piece.parse(reply.ok ? reply.value : null).base64, 'base64'));
    }
    expect(bytes.length).toBe(2);
    expect(Buffer.concat(bytes).equals(png)).toBe(true);
    const Audited = z.array(z.object({ subject: z.string(), purpose: z.string() }));
    const looked = Audited.parse(
      all(desk.db, "SELECT subject, purpose FROM audit WHERE call = 'pages.piece'"),
    );
    expect(looked).toEqual([1, 2].map(() => ({ subject: id, purpose: `page ${page?.id}` })));
    expect(await desk.refusalOf('pages.piece', { pageId: page?.id, offset: 0 }, asker({ staff: null }))).toBe(
      'not-signed-in',
    );
  });

  it('says so when the bytes are not what was stored', async () => {
    const desk = intakeDesk();
    const { pages } = await threePages(desk);
    const { files } = desk.parts;
    writeFileSync(join(files.folder, files.placeOf(pages[0]?.file.hash ?? '')), 'somebody was here');
    expect(await desk.refusalOf('pages.piece', { pageId: pages[0]?.id, offset: 0 })).toBe('file-unreadable');
    expect(await desk.refusalOf('pages.piece', { pageId: pages[1]?.id, offset: 0 })).toBe('ok');
  });

  it('shows a small picture that the window drew, and only a small one', async () => {
    const desk = intakeDesk();
    const { caseId, pages } = await threePages(desk);
    const [first, second] = pages;
    const small = aJpeg({ widthPx: 240, heightPx: 320 });
    const keep = (content: Buffer) =>
      desk.refusalOf('pages.keep-thumbnail', { pageId: first?.id, base64: content.toString('base64') });
    expect(await keep(aJpeg({ widthPx: 321, heightPx: 20 }))).toBe('picture-too-large');
    expect(await keep(aPng(10))).toBe('damaged-file');
    expect(await keep(small)).toBe('ok');
    const reply = await desk.ask('pages.thumbnails', { caseId, pageIds: [first?.id, second?.id] });
    expect(reply).toEqual({ ok: true, value: [{ pageId: first?.id, base64: small.toString('base64') }] });
    expect((await list(desk, caseId)).map(({ hasThumbnail }) => hasThumbnail)).toEqual([true, false, false]);
    const other = await aCase(desk);
    const elsewhere = await desk.ask('pages.thumbnails', { caseId: other.id, pageIds: [first?.id] });
    expect(elsewhere).toEqual({ ok: true, value: [] });
  });

  it('is stored under the hash of its bytes', async () => {
    const desk = intakeDesk();
    const { pages } = await threePages(desk);
    const hash = createHash('sha256').update(aPng(10)).digest('hex');
    expect(pages[0]?.file.hash).toBe(hash);
  });
});
