import { describe, expect, it } from 'vitest';
import type { Duty } from '#contract/shapes/catalogue.ts';
import type { CaseView } from '#contract/shapes/case.ts';
import { SavedInMonth } from '#contract/shapes/material.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { DAY_MS, stepOn } from '../../support/progress-desk.ts';
import { Staff } from '#contract/shapes/person.ts';

/** F40, F53: what a citizen did not have to bring is settled once and counted. */

const ITEM = itemNamed('食品经营许可（新办）');
const PAPER = ITEM.materials.find(({ necessity }) => necessity === 'required');
const keeper = asker({ staff: Staff.parse({ number: '0009', name: '孙示范', roles: ['technician'] }) });

const duty: Duty = {
  department: '示范县市场监督管理局',
  data: '主体资格信息',
  duty: '按需提供查询',
  method: '接口',
  frequency: '实时',
  replaces: [PAPER?.nameZh ?? ''],
};

/** A case that is only received, with one paper spared by the duty list in force. */
async function aReceivedCase(desk: IntakeDesk): Promise<CaseView> {
  const { id: caseId } = await aReadyCase(desk, ITEM);
  await desk.caseFrom('intake.provide', { caseId, materialId: PAPER?.id, route: null });
  desk.shelf.duties = [duty];
  return desk.caseFrom('intake.receive', { caseId });
}

async function savedIn(desk: IntakeDesk, month: string): Promise<SavedInMonth> {
  const reply = await desk.ask('materials.saved', { month }, keeper);
  if (!reply.ok) throw new Error(reply.refusal);
  return SavedInMonth.parse(reply.value);
}

describe('the papers that were spared', () => {
  it.each([
    [
      'accepted by law',
      'deemed-accepted',
      (desk: IntakeDesk) => {
        desk.clock.move(9 * DAY_MS);
        desk.runClocks();
      },
    ],
    [
      'withdrawn',
      'withdrawn',
      async (desk: IntakeDesk, { id }: CaseView) => {
        await stepOn(desk, id, { act: 'withdraw', signed: { how: 'on-paper', reason: '不办了' } });
      },
    ],
    [
      'referred',
      'referred',
      async (desk: IntakeDesk, { id }: CaseView) => {
        await stepOn(desk, id, { act: 'refer', organ: '示范市局', reason: '由上级决定' });
      },
    ],
    [
      'lapsed',
      'closed-lapsed',
      async (desk: IntakeDesk, { id: caseId }: CaseView) => {
        const form = ITEM.materials.find(
          (one) =>
            one.id !== PAPER?.id &&
            one.necessity === 'required' &&
            one.custody === 'scan_and_return_original',
        );
        await desk.caseFrom('intake.provide', { caseId, materialId: form?.id, route: null });
        await desk.caseFrom('intake.correct', {
          caseId,
          list: [{ materialId: form?.id ?? null, say: '请补交' }],
        });
        desk.clock.move(70 * DAY_MS);
        desk.runClocks();
      },
    ],
  ])('of a case that is %s stay spared, whatever the duty list says later', async (_, state, end) => {
    const desk = intakeDesk();
    const received = await aReceivedCase(desk);
    await end(desk, received);
    desk.shelf.duties = [];

    const after = await desk.caseFrom('intake.look', { caseId: received.id });
    expect(after.state).toBe(state);
    expect(after.materials.find(({ id }) => id === PAPER?.id)).toMatchObject({
      asked: false,
      owedBy: { department: duty.department },
    });
    expect(after.papersSaved).toContainEqual({ materialId: PAPER?.id, by: 'duty' });
  });

  it('are counted by month, item, paper and way, and only for who keeps the catalogue', async () => {
    const desk = intakeDesk();
    for (let time = 0; time < 2; time += 1) {
      const { id: caseId } = await aReceivedCase(desk);
      await desk.caseFrom('intake.accept', { caseId });
    }
    const brought = ITEM.materials.filter(({ id }) => id !== PAPER?.id).length;
    const { total, items } = await savedIn(desk, '2026-11');
    const [item] = items;
    expect(items).toHaveLength(1);
    expect(item).toMatchObject({ itemNameZh: ITEM.nameZh, cases: 2, total });
    // Steps of the item: what the citizens of these two cases still brought, and how often they came.
    expect(item?.steps).toMatchObject({ visits: 2, mostVisits: 2 * ITEM.maxVisits });
    expect(item?.steps.brought).toBeGreaterThan(0);
    expect(item?.steps.brought).toBeLessThanOrEqual(2 * brought);
    expect(item?.papers).toContainEqual({
      nameZh: PAPER?.nameZh,
      nameEn: PAPER?.nameEn,
      by: 'duty',
      count: 2,
    });
    expect(item?.papers.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect((await savedIn(desk, '2026-10')).total).toBe(0);
    expect((await savedIn(desk, '2026-12')).items).toEqual([]);
    expect(await desk.refusalOf('materials.saved', { month: '2026-11' })).toBe('not-allowed');
  });
});
