import { describe, expect, it } from 'vitest';
import { endedStep } from '#rules/bundles/step-ended.ts';

const act = (event: string, detail: Record<string, string> = {}, notice: string | null = null) => ({
  event,
  to: '',
  atMs: 7,
  notice,
  detail,
});

describe('why a step ended, and what can be done', () => {
  it('is what the department said, before anything of the hall', () => {
    const denied = { paper: '不予办理决定书', say: '材料不实', atMs: 9 };
    expect(endedStep('received', denied, [act('receive')])).toEqual({
      say: '材料不实',
      paper: '不予办理决定书',
      organ: null,
      atMs: 9,
      next: 'appeal',
    });
  });

  it.each([
    ['decided-denied', 'deny', 'appeal'],
    ['refused', 'refuse', 'appeal'],
    ['closed-wrong-organ', 'wrong-organ', 'go-there'],
    ['referred', 'refer', 'wait-there'],
    ['closed-not-needed', 'not-needed', 'nothing'],
    ['closed-lapsed', 'lapse', 'apply-again'],
    ['closed-returned', 'give-back', 'apply-again'],
    ['withdrawn', 'withdraw', 'apply-again'],
  ] as const)('%s: by the act %s the citizen may %s', (state, event, next) => {
    const timeline = [act('receive'), act(event, { say: '原因', organ: '甲局' }, '决定1号')];
    expect(endedStep(state, null, timeline)).toMatchObject({
      say: '原因',
      paper: '决定1号',
      organ: '甲局',
      next,
    });
  });

  it('is the denial still when the case was handed over and archived after it', () => {
    const timeline = [act('deny', { say: '不符合条件' }), act('deliver'), act('archive')];
    expect(endedStep('archived', null, timeline)).toMatchObject({ say: '不符合条件', next: 'appeal' });
  });
});
