import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closeVisit } from '#desk/store/visits.ts';
import { aCorrectedCase } from '../../support/corrected-case.ts';
import { intakeDesk, ticketIdOf } from '../../support/intake-desk.ts';

describe('several papers as one job', () => {
  it('wait for the press in the order given and are handed over in pieces', async () => {
    const desk = intakeDesk();
    const { view, notice } = await aCorrectedCase(desk);
    const noticeIds = [notice.id, ...view.notices.map(({ id }) => id).filter((id) => id !== notice.id)];
    const reply = await desk.ask('notices.batch', { noticeIds });
    const { batchId } = z.object({ batchId: z.uuid() }).parse(reply.ok && reply.value);
    expect(desk.woken.at(-1)).toBe('press');
    expect(await desk.ask('notices.batch-state', { batchId })).toMatchObject({ value: { state: 'waiting' } });
    expect(await desk.refusalOf('notices.batch-pdf', { batchId, offset: 0 })).toBe('not-pressed-yet');
    const nobody = '018f0000-0000-7000-8000-00000000dead';
    expect(await desk.refusalOf('notices.batch', { noticeIds: [nobody] })).toBe('no-such-notice');
    expect(await desk.refusalOf('notices.batch-state', { batchId: nobody })).toBe('no-such-batch');
  });

  it('are listed for the visit in hand and for today, without a name', async () => {
    const desk = intakeDesk();
    await aCorrectedCase(desk);
    for (const of of ['visit', 'today'] as const) {
      const reply = await desk.ask('notices.list', { of });
      expect(reply).toMatchObject({ ok: true, value: { length: 2 } });
      expect(JSON.stringify(reply)).not.toContain('李晓雨');
    }
    closeVisit(desk.db, ticketIdOf(1), desk.clock.nowMs());
    expect(await desk.ask('notices.list', { of: 'visit' })).toMatchObject({ value: [] });
    desk.clock.move(24 * 3_600_000);
    expect(await desk.ask('notices.list', { of: 'today' })).toMatchObject({ value: [] });
  });
});
