import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pagesCalls } from '#contract/calls/pages.ts';
import { silentLog } from '#desk/log.ts';
import { startPress } from '#desk/papers/press.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { all } from '#native/sqlite/database.ts';
import {
  aCard,
  aReading,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { aJpeg, aPng } from '../../support/made-files.ts';

const ITEM = itemNamed('个体工商户设立登记');
const PAPER = 'premises';
const DAY_MS = 86_400_000;
const MARK = '已与原件核对（2026-11-24 3 号窗口 工号 0317，件号 ';

/** A case whose applicant put the card on the reader. */
async function aCardCase(desk: IntakeDesk, number = citizenNumber()) {
  const visitId = desk.aVisit();
  const readingId = randomUUID();
  const reading = aReading({ id: readingId, readAtMs: desk.clock.nowMs(), card: aCard({ number }) });
  desk.readings.set(readingId, { reading, confirmed: true });
  await desk.visitFrom('identity.use-card', { visitId, role: 'applicant', readingId });
  return desk.caseFrom('intake.open', { visitId, itemCode: ITEM.code });
}

async function scan(desk: IntakeDesk, caseId: string, width = 10, materialId = PAPER) {
  const content = aPng(width);
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

async function pagesIn(desk: IntakeDesk, caseId: string) {
  const reply = await desk.ask('pages.list', { caseId });
  return reply.ok ? pagesCalls['pages.list'].output.parse(reply.value) : [];
}

/** An earlier case of the citizen in which the paper was scanned and, if wished, compared with its original. */
async function anEarlierCase(desk: IntakeDesk, { compared = true, number = citizenNumber() } = {}) {
  const { id: caseId } = await aCardCase(desk, number);
  expect(await scan(desk, caseId, 10)).toBe('ok');
  expect(await scan(desk, caseId, 20)).toBe('ok');
  const [first] = await pagesIn(desk, caseId);
  await desk.ask('pages.turn', { pageId: first?.id, turn: 90 });
  await desk.caseFrom('intake.provide', {
    caseId,
    materialId: PAPER,
    route: 'scan',
    fileHash: first?.file.hash,
    checkedAgainstOriginal: compared,
  });
  return desk.caseFrom('intake.receive', { caseId });
}

const paperOf = (view: Awaited<ReturnType<typeof aCardCase>>) =>
  view.materials.find(({ id }) => id === PAPER);

async function beginPrint(desk: IntakeDesk, caseId: string, sheets: number): Promise<string> {
  const reply = await desk.ask('pages.print', { caseId, materialId: PAPER, sheets });
  return pagesCalls['pages.print'].output.parse(reply.ok ? reply.value : null).printId;
}

/** What the press is given when the pages of the paper are printed; the PDF it makes is kept. */
async function printed(desk: IntakeDesk, caseId: string, sheets: number): Promise<string> {
  const printId = await beginPrint(desk, caseId, sheets);
  const jpeg = aJpeg();
  for (let sheet = 1; sheet <= sheets; sheet += 1) {
    for (const offset of [0, 20]) {
      const base64 = jpeg.subarray(offset, offset === 0 ? 20 : undefined).toString('base64');
      const piece = { printId, sheet, offset, totalBytes: jpeg.length, base64 };
      expect(await desk.refusalOf('pages.print-sheet', piece)).toBe('ok');
    }
  }
  const sent: { readonly job: string; readonly html: string }[] = [];
  const press = startPress({
    db: desk.db,
    send: (job, html) => sent.push({ job, html }),
    nowMs: desk.clock.nowMs,
    writtenAt: String,
    announce: () => {},
    log: silentLog,
    after: () => () => {},
  });
  press.wake();
  while (sent.at(-1)?.job.startsWith(printId) !== true) {
    const before = sent.length;
    press.pressed(sent.at(-1)?.job ?? '', new TextEncoder().encode('%PDF-1.7 made up'), '');
    if (sent.length === before) throw new Error('the print was not given to the press');
  }
  press.pressed(sent.at(-1)?.job ?? '', new TextEncoder().encode('%PDF-1.7 made up'), '');
  press.stop();
  const state = await desk.ask('pages.print-state', { printId });
  expect(state).toMatchObject({ ok: true, value: { state: 'pressed' } });
  const pdf = await desk.ask('pages.print-pdf', { printId, offset: 0 });
  expect(pdf).toMatchObject({ ok: true, value: { totalBytes: 16 } });
  expect(all(desk.db, 'SELECT 1 FROM page_print_piece'), 'what was drawn goes').toEqual([]);
  return sent.at(-1)?.html ?? '';
}

describe('a copy that was compared in an earlier case', () => {
  it('is offered with its age and case, and stands for the paper with its pages and its mark', async () => {
    const desk = intakeDesk();
    const before = await anEarlierCase(desk);
    desk.clock.move(3 * DAY_MS);
    const now = await aCardCase(desk);
    expect(paperOf(now)?.earlier).toMatchObject({
      caseId: before.id,
      receiptNumber: before.receiptNumber,
      ageDays: 3,
      grade: 'B',
    });

    const reused = await desk.caseFrom('materials.reuse', { caseId: now.id, materialId: PAPER });

    const watermark = `${MARK}${before.receiptNumber}），仅用于办理“${ITEM.nameZh}”`;
    expect(paperOf(reused)).toMatchObject({
      route: 'reuse',
      grade: 'B',
      verified: { clerk: '0317', window: 3 },
      reused: { receiptNumber: before.receiptNumber, watermark },
    });
    expect(reused.missing).not.toContain(PAPER);
    expect(reused.papersSaved).toContainEqual({ materialId: PAPER, by: 'reuse' });
    const pages = await pagesIn(desk, now.id);
    expect(pages.map(({ place, turn, widthPx }) => [place, turn, widthPx])).toEqual([
      [1, 90, 10],
      [2, 0, 20],
    ]);
  });

  it('bears its mark on every printed page, whatever the window drew', async () => {
    const desk = intakeDesk();
    const before = await anEarlierCase(desk);
    const { id: caseId } = await aCardCase(desk);
    await desk.caseFrom('materials.reuse', { caseId, materialId: PAPER });
    const html = await printed(desk, caseId, 3);
    const sheets = html.split('<section').slice(1);
    expect(sheets).toHaveLength(3);
    for (const sheet of sheets) {
      const words = sheet.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      expect(words.split(MARK).length, 'over the page and below it').toBeGreaterThan(4);
      expect(words).toContain(before.receiptNumber);
    }
    const plain = await printed(desk, before.id, 1);
    expect(plain).not.toContain('已与原件核对');
  });

  it('is printed whole or not at all', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await anEarlierCase(desk);
    const printId = await beginPrint(desk, caseId, 2);
    const jpeg = aJpeg();
    const sheet = { printId, sheet: 1, offset: 0, totalBytes: jpeg.length, base64: jpeg.toString('base64') };
    const send = async (piece: object) => desk.refusalOf('pages.print-sheet', { ...sheet, ...piece });
    expect(await send({ sheet: 3 })).toBe('no-such-print');
    expect(await send({ offset: 5 })).toBe('damaged-file');
    expect(await send({})).toBe('ok');
    expect(await send({}), 'the same again').toBe('out-of-order');
    const wokenBefore = desk.woken.length;
    const png = aPng(4);
    const other = { sheet: 2, totalBytes: png.length, base64: png.toString('base64') };
    expect(await send(other), 'no JPEG').toBe('damaged-file');
    expect(await send({ sheet: 2 })).toBe('ok');
    expect(desk.woken.slice(wokenBefore)).toEqual(['press']);
    const audit = "SELECT call, subject FROM audit WHERE call LIKE 'pages.print%'";
    expect(all(desk.db, audit)).toEqual([{ call: 'pages.print', subject: caseId }]);
  });

  it('takes no page of this case, and leaves none behind when it is taken back', async () => {
    const desk = intakeDesk();
    const before = await anEarlierCase(desk);
    const { id: caseId } = await aCardCase(desk);
    const wish = { caseId, materialId: PAPER };
    await desk.caseFrom('materials.reuse', wish);

    expect(await scan(desk, caseId, 30)).toBe('copy-in-use');
    expect(await desk.refusalOf('intake.provide', { ...wish, route: 'paper' })).toBe('copy-in-use');
    await desk.caseFrom('intake.provide', { ...wish, route: null });
    expect(await pagesIn(desk, caseId)).toEqual([]);
    expect(await pagesIn(desk, before.id)).toHaveLength(2);

    expect(await scan(desk, caseId, 30)).toBe('ok');
    expect(await desk.refusalOf('materials.reuse', wish)).toBe('paper-has-pages');
  });

  it('stays what the clerk compared: no page of it is turned, cropped, moved or taken out', async () => {
    const desk = intakeDesk();
    await anEarlierCase(desk);
    const { id: caseId } = await aCardCase(desk);
    await desk.caseFrom('materials.reuse', { caseId, materialId: PAPER });
    const before = await pagesIn(desk, caseId);
    const pageId = before[0]?.id;

    const crop = { left: 0, top: 0, right: 0.5, bottom: 0.5 };
    expect(await desk.refusalOf('pages.turn', { pageId, turn: 180 })).toBe('copy-in-use');
    expect(await desk.refusalOf('pages.crop', { pageId, crop })).toBe('copy-in-use');
    expect(await desk.refusalOf('pages.move', { pageId, place: 2 })).toBe('copy-in-use');
    expect(await desk.refusalOf('pages.remove', { pageId })).toBe('copy-in-use');
    expect(await pagesIn(desk, caseId)).toEqual(before);
  });

  it.each([
    ['was not compared', { compared: false }, 0],
    ['is of another person', { number: citizenNumber(34) }, 0],
    ['is more than a year old', {}, 366],
  ])('is not offered when it %s', async (_, earlier, days) => {
    const desk = intakeDesk();
    await anEarlierCase(desk, earlier);
    desk.clock.move(days * DAY_MS);
    const now = await aCardCase(desk);
    expect(paperOf(now)?.earlier).toBeNull();
    const wish = { caseId: now.id, materialId: PAPER };
    expect(await desk.refusalOf('materials.reuse', wish)).toBe('no-earlier-copy');
  });

  it('prints its mark on the paper of the case that uses it', async () => {
    const desk = intakeDesk();
    await anEarlierCase(desk);
    const { id: caseId } = await aCardCase(desk);
    await desk.caseFrom('materials.reuse', { caseId, materialId: PAPER });
    const received = await desk.caseFrom('intake.receive', { caseId });
    const slip = received.notices.find(({ kind }) => kind === 'receipt-slip');
    const rows = slip && noticeContent(desk.db, slip.id)?.table?.rows;
    const mark = paperOf(received)?.reused?.watermark;
    expect(mark).toContain('已与原件核对');
    expect(rows?.filter((row) => row.at(-1) === mark)).toHaveLength(1);
  });

  it('is not offered when the applicant made it for that one case and the hall kept it', async () => {
    const desk = intakeDesk();
    const form = ITEM.materials.find((paper) => paper.custody === 'keep_original');
    const visit = await aCardCase(desk);
    expect(await scan(desk, visit.id, 10, form?.id)).toBe('ok');
    const [page] = await pagesIn(desk, visit.id);
    await desk.caseFrom('intake.provide', {
      caseId: visit.id,
      materialId: form?.id,
      route: 'scan',
      fileHash: page?.file.hash,
      checkedAgainstOriginal: true,
    });
    await desk.caseFrom('intake.receive', { caseId: visit.id });
    const now = await aCardCase(desk);
    expect(now.materials.find(({ id }) => id === form?.id)?.earlier).toBeNull();
    const wish = { caseId: now.id, materialId: form?.id };
    expect(await desk.refusalOf('materials.reuse', wish)).toBe('no-earlier-copy');
  });

  it('is not opened by a number that somebody types', async () => {
    const desk = intakeDesk();
    await anEarlierCase(desk);
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const now = await desk.caseFrom('intake.open', { visitId, itemCode: ITEM.code });
    expect(paperOf(now)?.earlier).toBeNull();
    const wish = { caseId: now.id, materialId: PAPER };
    expect(await desk.refusalOf('materials.reuse', wish)).toBe('no-earlier-copy');
  });
});
