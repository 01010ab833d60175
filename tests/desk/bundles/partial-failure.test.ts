import { describe, expect, it } from 'vitest';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { anOpenBundle, bundleFrom, handOverBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { decider, stepOn } from '../../support/progress-desk.ts';

const CERTIFICATE = '出生医学证明签发';
const HUKOU = '出生登记（户口）';
const MEDICAL = '城乡居民基本医疗保险参保登记';
const CARD = '社会保障卡申领';
const VACCINATION = '预防接种证办理';

/** The last slip of a bundle as its citizen reads it: item, number, standing. */
async function slipOf(desk: IntakeDesk, opened: BundleView): Promise<string> {
  const { notices } = await lookAt(desk, opened);
  const slip = await desk.ask('notices.look', { noticeId: notices.at(-1)?.id });
  return JSON.stringify(slip.ok ? slip.value : slip.refusal);
}

describe('a step in the middle that ends without a result', () => {
  it('leaves what was taken in as it is, and tells what happens to each step after it', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn');
    await handOverBundle(desk, opened);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: itemNamed(CERTIFICATE).code,
      values: [{ meaning: 'child.birth-certificate-number', value: 'T990100001' }],
      paper: '出生医学证明',
    });
    const before = await handOverBundle(desk, opened);
    const hukou = stepOf(before, HUKOU).case?.id;
    await desk.caseFrom('intake.receive', { caseId: hukou });
    if (!hukou) throw new Error('the step has no case');
    await stepOn(desk, hukou, {
      act: 'wrong-organ',
      organ: '户籍地公安派出所',
      whereTo: null,
      say: '不属本派出所管辖',
    });
    await desk.ask('bundles.accept', { bundleId: opened.id });
    const after = await lookAt(desk, opened);
    expect(await slipOf(desk, opened)).toContain('户口登记未办成，本项办不了');
    expect(after.state).toBe('partly-refused');
    expect(after.steps.map(({ itemNameZh, standing, stuck }) => [itemNameZh, standing, stuck])).toEqual([
      [CERTIFICATE, 'done', false],
      [VACCINATION, 'under-way', false],
      [HUKOU, 'ended', false],
      [MEDICAL, 'waits', true],
      [CARD, 'waits', true],
      ['生育医疗费用支付', 'under-way', false],
    ]);
    // Nobody loses a number, no clock of a waiting step begins, and nothing more is accepted.
    expect(after.steps.flatMap(({ case: one }) => one?.receiptNumber ?? [])).toHaveLength(4);
    expect(stepOf(after, VACCINATION).case?.state).toBe('accepted');
    expect(stepOf(after, MEDICAL).case).toMatchObject({ state: 'blocked', promisedDueOn: null, act: null });
    expect(await desk.refusalOf('bundles.accept', { bundleId: opened.id })).toBe('nothing-ready');
    for (const name of [MEDICAL, CARD]) {
      expect(stepOf(after, name).mayLeaveOut).toBe('predecessor-ended');
      await bundleFrom(desk, 'bundles.leave-out', {
        bundleId: opened.id,
        itemCode: itemNamed(name).code,
        say: '前一步没办成',
      });
    }
    const left = await lookAt(desk, opened);
    expect(left.state).toBe('partly-refused');
    expect(stepOf(left, CARD).leftOut).toMatchObject({ reason: 'predecessor-ended' });
  });

  it('is a denial by the department as well', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'open-eatery');
    const setup = opened.steps[0]?.itemNameZh ?? '';
    await handOverBundle(desk, opened);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    expect(await slipOf(desk, opened)).toContain('等营业执照');
    const caseId = stepOf(await lookAt(desk, opened), setup).case?.id;
    if (!caseId) throw new Error('the first step has no case');
    await stepOn(desk, caseId, { act: 'deny', reason: '名称与他人相同' }, decider);
    const after = await lookAt(desk, opened);
    expect(after.state).toBe('partly-refused');
    expect(after.steps.map(({ standing, stuck }) => [standing, stuck])).toEqual([
      ['ended', false],
      ['waits', true],
      ['waits', true],
    ]);
  });
});
