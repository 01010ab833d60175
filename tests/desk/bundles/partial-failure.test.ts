import { describe, expect, it } from 'vitest';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { anOpenBundle, bundleFrom, handOverBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { citizenNumber, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
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

  it('is told with its reason and what can be done, whoever ended it', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'open-eatery');
    await handOverBundle(desk, opened);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    const first = (await lookAt(desk, opened)).steps[0];
    if (!first?.case) throw new Error('the first step has no case');
    expect(first).toMatchObject({ ended: null, mayDeny: false });
    await stepOn(desk, first.case.id, { act: 'deny', reason: '名称与他人相同' }, decider);
    expect((await lookAt(desk, opened)).steps[0]?.ended).toMatchObject({
      say: '名称与他人相同',
      next: 'appeal',
    });
  });
});

describe('a department that decides elsewhere says no to a step in the middle', () => {
  async function passedOn() {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', [
      { itemCode: itemNamed(CERTIFICATE).code, say: '已有出生医学证明' },
    ]);
    await handOverBundle(desk, opened);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    const no = {
      bundleId: opened.id,
      itemCode: itemNamed(HUKOU).code,
      say: '父母均非本县户口',
      paper: '不予办理户口登记决定书',
    };
    return { desk, opened, no };
  }

  it('ends that step with its reason, leaves what is under way, and a new slip says all of it', async () => {
    const { desk, opened, no } = await passedOn();
    const before = await lookAt(desk, opened);
    expect(before.steps.filter(({ mayDeny }) => mayDeny).map(({ itemNameZh }) => itemNameZh)).toEqual([
      HUKOU,
    ]);
    const after = await bundleFrom(desk, 'bundles.deny', no);
    expect(after.state).toBe('partly-refused');
    expect(after.steps.map(({ itemNameZh, standing, stuck }) => [itemNameZh, standing, stuck])).toEqual([
      [CERTIFICATE, 'left-out', false],
      [VACCINATION, 'under-way', false],
      [HUKOU, 'ended', false],
      [MEDICAL, 'waits', true],
      [CARD, 'waits', true],
      ['生育医疗费用支付', 'under-way', false],
    ]);
    expect(stepOf(after, HUKOU)).toMatchObject({
      ended: { say: no.say, paper: no.paper, next: 'appeal' },
      mayDeny: false,
    });
    expect(stepOf(after, MEDICAL).mayLeaveOut).toBe('predecessor-ended');
    expect(after.notices).toHaveLength(before.notices.length + 1);
    const slip = await slipOf(desk, opened);
    expect(slip).toContain('没办成：父母均非本县户口');
    expect(slip).toContain('户口登记未办成，本项办不了');
  });

  it('is refused for a step that this hall accepts itself, for one that waits, and a second time', async () => {
    const { desk, no } = await passedOn();
    for (const name of [VACCINATION, MEDICAL]) {
      const other = { ...no, itemCode: itemNamed(name).code };
      expect(await desk.refusalOf('bundles.deny', other)).toBe('not-given-now');
    }
    expect(await desk.refusalOf('bundles.deny', { ...no, itemCode: itemNamed(CERTIFICATE).code })).toBe(
      'no-such-step',
    );
    await bundleFrom(desk, 'bundles.deny', no);
    expect(await desk.refusalOf('bundles.deny', no)).toBe('not-given-now');
  });

  it('that was written down by mistake is taken back by the result, and the steps after it go on', async () => {
    const { desk, opened, no } = await passedOn();
    await bundleFrom(desk, 'bundles.deny', no);
    const given = await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: no.itemCode,
      values: [{ meaning: 'child.citizen-number', value: citizenNumber(17, '20261005') }],
      paper: '居民户口簿',
    });
    expect(stepOf(given, HUKOU)).toMatchObject({ standing: 'done', ended: null });
    expect([MEDICAL, CARD].map((name) => stepOf(given, name).standing)).toEqual(['ready', 'ready']);
    expect(given.state).toBe('partly-done');
  });
});
