import { describe, expect, it } from 'vitest';
import { pagesCalls } from '#contract/calls/pages.ts';
import { bundleFrom, anOpenBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { type IntakeDesk, intakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { aJpeg } from '../../support/made-files.ts';

const HUKOU = itemNamed('出生登记（户口）');
const VACCINATION = itemNamed('预防接种证办理');
const issued = [{ itemCode: itemNamed('出生医学证明签发').code, say: '助产机构已签发' }];

async function pagesIn(desk: IntakeDesk, caseId: string | undefined) {
  const reply = await desk.ask('pages.list', { caseId });
  return pagesCalls['pages.list'].output.parse(reply.ok ? reply.value : null);
}

async function shapesIn(desk: IntakeDesk, caseId: string | undefined) {
  return (await pagesIn(desk, caseId)).map(({ place, widthPx, turn }) => [place, widthPx, turn]);
}

describe('the pool of papers of a bundle', () => {
  it('keeps an original in the case whose office keeps it; the others have seen it', async () => {
    const desk = intakeDesk();
    const { id: bundleId } = await anOpenBundle(desk, 'newborn', issued);
    const view = await bundleFrom(desk, 'bundles.provide', {
      bundleId,
      paperId: 'birthcert',
      route: 'paper',
    });
    const cells = view.papers.find(({ id }) => id === 'birthcert')?.cells;
    expect(cells).toMatchObject([
      { itemCode: VACCINATION.code, originalsTaken: 0, checkedAgainstOriginal: true, state: 'here' },
      { itemCode: HUKOU.code, originalsTaken: 1, checkedAgainstOriginal: true, state: 'here' },
    ]);
  });

  it('gives the pages of a scan in one case to every other that asks for the paper', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', issued);
    const from = stepOf(opened, VACCINATION.nameZh).case?.id;
    const bytes = aJpeg();
    const sent = await desk.ask('intake.add-file-piece', {
      caseId: from,
      uploadId: '019a0000-0000-4000-8000-000000000077',
      materialId: 'birthcert',
      name: '出生医学证明.jpg',
      offset: 0,
      totalBytes: bytes.length,
      base64: Buffer.from(bytes).toString('base64'),
    });
    expect(sent.ok).toBe(true);
    const hukou = await desk.caseFrom('intake.look', { caseId: stepOf(opened, HUKOU.nameZh).case?.id });
    expect(hukou.materials.find(({ id }) => id === 'birthcert')).toMatchObject({
      route: 'scan',
      file: { name: '出生医学证明.jpg' },
    });
    await desk.caseFrom('intake.provide', { caseId: from, materialId: 'birthcert', route: null });
    const back = await lookAt(desk, opened);
    expect(stepOf(back, HUKOU.nameZh).case?.missing).toBe(stepOf(opened, HUKOU.nameZh).case?.missing);
  });

  it('has one order, one turn and one end of a page for every case it serves', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', issued);
    const from = stepOf(opened, VACCINATION.nameZh).case?.id;
    const to = stepOf(opened, HUKOU.nameZh).case?.id;
    for (const [at, bytes] of [aJpeg({ widthPx: 10 }), aJpeg({ widthPx: 20 })].entries()) {
      const sent = await desk.ask('intake.add-file-piece', {
        caseId: from,
        uploadId: `019a0000-0000-4000-8000-00000000008${at}`,
        materialId: 'birthcert',
        name: `出生医学证明-${at}.jpg`,
        offset: 0,
        totalBytes: bytes.length,
        base64: bytes.toString('base64'),
      });
      expect(sent.ok).toBe(true);
    }
    const [first, second] = await pagesIn(desk, from);
    await desk.ask('pages.move', { pageId: second?.id, place: 1 });
    await desk.ask('pages.turn', { pageId: second?.id, turn: 90 });
    expect(await shapesIn(desk, to)).toEqual([
      [1, 20, 90],
      [2, 10, 0],
    ]);
    await desk.ask('pages.remove', { pageId: second?.id });
    expect(await shapesIn(desk, to)).toEqual([[1, 10, 0]]);
    await desk.ask('pages.remove', { pageId: first?.id });
    expect(await shapesIn(desk, to)).toEqual([]);
    const hukou = await desk.caseFrom('intake.look', { caseId: to });
    expect(hukou.materials.find(({ id }) => id === 'birthcert')?.route).toBeNull();
  });

  it('stops only the case that lacks a paper', async () => {
    const desk = intakeDesk();
    const { id: bundleId } = await anOpenBundle(desk, 'newborn', issued);
    const view = await bundleFrom(desk, 'bundles.provide', {
      bundleId,
      paperId: 'birthcert',
      route: 'paper',
    });
    const stopped = view.steps.flatMap(({ itemNameZh, case: one }) =>
      one && one.missing > 0 ? [itemNameZh] : [],
    );
    expect(stopped).not.toContain(VACCINATION.nameZh);
    expect(stopped).toContain(HUKOU.nameZh);
  });

  it('lets nothing come later that one of its cases may not wait for', async () => {
    const desk = intakeDesk();
    const { id: bundleId } = await anOpenBundle(desk, 'newborn', issued);
    const later = { bundleId, paperId: 'birthcert', route: 'later', dueOn: '2026-12-01' };
    expect(await desk.refusalOf('bundles.provide', later)).toBe('not-tolerable');
  });

  it('asks of no form what a step before will bring', async () => {
    const desk = intakeDesk();
    const view = await anOpenBundle(desk, 'newborn', issued);
    const reply = await desk.ask('form.save', {
      caseId: view.form?.caseId,
      scope: 'visit',
      values: [{ meaning: 'child.citizen-number', value: '99010120261005015X' }],
    });
    expect(reply).toMatchObject({ ok: false, refusal: 'field-read-only' });
  });
});
