import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pagesCalls } from '#contract/calls/pages.ts';
import { noticeContent } from '#desk/store/notices.ts';
import {
  aCard,
  aReading,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { aPng } from '../../support/made-files.ts';

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
