import { describe, expect, it } from 'vitest';
import { bundleFrom, anOpenBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { intakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { aJpeg } from '../../support/made-files.ts';

const HUKOU = itemNamed('出生登记（户口）');
const VACCINATION = itemNamed('预防接种证办理');
const issued = [{ itemCode: itemNamed('出生医学证明签发').code, say: '助产机构已签发' }];

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
