import { describe, expect, it } from 'vitest';
import { bundleFrom, anOpenBundle, handOverBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { intakeDesk, citizenNumber, itemNamed } from '../../support/intake-desk.ts';

const CERTIFICATE = '出生医学证明签发';
const HUKOU = '出生登记（户口）';
const MEDICAL = '城乡居民基本医疗保险参保登记';
const CARD = '社会保障卡申领';
const VACCINATION = '预防接种证办理';
const MATERNITY = '生育医疗费用支付';

/** The hospital has given the certificate out already. */
const issued = [{ itemCode: itemNamed(CERTIFICATE).code, say: '助产机构已签发' }];

async function accept(desk: ReturnType<typeof intakeDesk>, bundleId: string) {
  const reply = await desk.ask('bundles.accept', { bundleId });
  return reply.ok ? reply.value : reply.refusal;
}

describe('新生儿出生一件事', () => {
  it('opens a case for each step, and those that wait for a number are blocked without a clock', async () => {
    const desk = intakeDesk();
    const view = await anOpenBundle(desk, 'newborn');
    expect(view.steps.map(({ itemNameZh, standing }) => [itemNameZh, standing])).toEqual([
      [CERTIFICATE, 'ready'],
      [VACCINATION, 'waits'],
      [HUKOU, 'waits'],
      [MEDICAL, 'waits'],
      [CARD, 'waits'],
      [MATERNITY, 'waits'],
    ]);
    const hukou = stepOf(view, HUKOU).case;
    expect(hukou?.state).toBe('blocked');
    const record = await desk.caseFrom('intake.look', { caseId: hukou?.id });
    expect(record).toMatchObject({
      noticeDueOn: null,
      promisedDueOn: null,
      legalDueOn: null,
      bundle: { id: view.id },
    });
    expect(record.outcomes.every(({ open }) => !open)).toBe(true);
    expect(await desk.refusalOf('intake.accept', { caseId: hukou?.id })).toBe('waits-for-step');
  });

  it('lets a step that the hospital has done be left out, and its followers go on', async () => {
    const desk = intakeDesk();
    const view = await anOpenBundle(desk, 'newborn', issued);
    expect(stepOf(view, CERTIFICATE)).toMatchObject({
      standing: 'left-out',
      case: null,
      leftOut: { reason: 'not-needed' },
    });
    expect(stepOf(view, HUKOU).case?.state).toBe('draft');
    expect(stepOf(view, MEDICAL).waitsFor).toEqual([
      { itemCode: itemNamed(HUKOU).code, meanings: ['child.citizen-number'] },
    ]);
    expect(
      await desk.refusalOf('bundles.leave-out', {
        bundleId: view.id,
        itemCode: itemNamed(HUKOU).code,
        say: '不想办',
      }),
    ).toBe('step-is-needed');
  });

  it('asks every fact and every shared paper once, and one paper serves each case that needs it', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', issued);
    const certificate = opened.papers.find(({ materialId }) => materialId === 'birthcert');
    expect(certificate?.cells.map(({ itemCode }) => itemCode)).toEqual([
      itemNamed(VACCINATION).code,
      itemNamed(HUKOU).code,
    ]);
    // The household office keeps the original: that is the strictest word of the two.
    expect(certificate).toMatchObject({ custody: 'keep_original', originals: 1, mandatory: true });
    const view = await bundleFrom(desk, 'bundles.provide', {
      bundleId: opened.id,
      paperId: 'birthcert',
      route: 'paper',
    });
    expect(stepOf(view, VACCINATION).case?.missing).toBe(0);
    expect(view.papers.find(({ id }) => id === 'birthcert')?.cells.map(({ state }) => state)).toEqual([
      'here',
      'here',
    ]);
    const back = await bundleFrom(desk, 'bundles.provide', {
      bundleId: opened.id,
      paperId: 'birthcert',
      route: null,
    });
    expect(stepOf(back, VACCINATION).case?.missing).toBe(1);
  });

  it('accepts all that are ready in one act, leaves the rest, and releases it when the number is there', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', issued);
    await handOverBundle(desk, opened);
    expect(await accept(desk, opened.id)).toMatchObject({
      done: [
        { itemCode: itemNamed(VACCINATION).code, act: 'accept', because: null },
        { itemCode: itemNamed(HUKOU).code, act: 'receive', because: null },
        { itemCode: itemNamed(MATERNITY).code, act: 'accept', because: null },
      ],
    });
    let view = await lookAt(desk, opened);
    expect(view.state).toBe('open');
    expect(view.notices.map(({ kind }) => kind)).toEqual(['bundle-receipt']);
    const slip = await desk.ask('notices.look', { noticeId: view.notices[0]?.id });
    expect(slip).toMatchObject({
      ok: true,
      value: {
        content: {
          table: {
            rows: [
              expect.arrayContaining([VACCINATION, '已受理']),
              expect.arrayContaining([HUKOU, '已收件，转示范县公安局']),
              expect.arrayContaining([MEDICAL, '未收件', '等户口登记']),
              expect.arrayContaining([CARD, '未收件', '等户口登记']),
              expect.arrayContaining([MATERNITY, '已受理']),
            ],
          },
        },
      },
    });
    expect(stepOf(view, MEDICAL)).toMatchObject({ standing: 'waits', case: { state: 'blocked' } });
    const numbers = view.steps.flatMap(({ case: one }) => one?.receiptNumber ?? []);
    expect(new Set(numbers).size).toBe(3);

    expect(await desk.refusalOf('bundles.give', give(opened.id, '11'))).toBe('value-not-right');
    const child = citizenNumber(15, '20261005');
    view = await bundleFrom(desk, 'bundles.give', give(opened.id, child));
    expect(stepOf(view, HUKOU)).toMatchObject({ standing: 'done', given: { paper: '户口簿' } });
    expect(stepOf(view, MEDICAL)).toMatchObject({
      standing: 'ready',
      case: { state: 'draft', act: 'accept' },
    });
    expect(view.state).toBe('partly-done');
    expect(await accept(desk, opened.id)).toMatchObject({
      done: [
        { itemCode: itemNamed(MEDICAL).code, because: null },
        { itemCode: itemNamed(CARD).code, because: null },
      ],
    });
    view = await lookAt(desk, opened);
    expect(stepOf(view, CARD).case?.state).toBe('accepted');
    expect(await accept(desk, opened.id)).toBe('nothing-ready');
  });
});

function give(bundleId: string, value: string) {
  return {
    bundleId,
    itemCode: itemNamed(HUKOU).code,
    values: [{ meaning: 'child.citizen-number', value }],
    paper: '户口簿',
  };
}
