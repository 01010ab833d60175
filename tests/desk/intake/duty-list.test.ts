import { describe, expect, it } from 'vitest';
import type { Duty } from '#contract/shapes/catalogue.ts';
import { aReadyCase, intakeDesk, itemNamed } from '../../support/intake-desk.ts';

const ITEM = itemNamed('食品经营许可（新办）');

/** The civil registry owes the data of this paper. */
function dutyFor(nameZh: string): Duty {
  return {
    department: '示范县市场监督管理局',
    data: '主体资格信息',
    duty: '按需提供查询',
    method: '接口',
    frequency: '实时',
    replaces: [nameZh],
  };
}

describe('a paper on the data-sharing duty list', () => {
  it('is not asked for, says who owes it, and takes no route', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, ITEM);
    const paper = ready.materials.find(({ asked, mandatory }) => asked && mandatory);
    if (!paper) throw new Error('the item asks for a paper');
    await desk.caseFrom('intake.provide', { caseId: ready.id, materialId: paper.id, route: null });
    const short = await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(short.missing).toEqual([paper.id]);

    desk.shelf.duties = [dutyFor(paper.nameZh)];
    const spared = await desk.caseFrom('intake.look', { caseId: ready.id });

    expect(spared.missing).toEqual([]);
    expect(spared.materials.find(({ id }) => id === paper.id)).toMatchObject({
      asked: false,
      reason: 'owed-by-department',
      owedBy: { department: '示范县市场监督管理局', data: '主体资格信息', method: '接口' },
    });
    const byHand = { caseId: ready.id, materialId: paper.id, route: 'paper', originalsTaken: 1 };
    expect(await desk.refusalOf('intake.provide', byHand)).toBe('no-such-material');
  });

  it('that comes into force later changes nothing about a case already decided', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, ITEM);
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    desk.shelf.duties = accepted.materials.map(({ nameZh }) => dutyFor(nameZh));
    const later = await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(later.materials).toEqual(accepted.materials);
  });

  it('that was in force when the case was decided spares its paper for ever, with who owed it', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, ITEM);
    const paper = ready.materials.find(({ asked, mandatory }) => asked && mandatory);
    if (!paper) throw new Error('the item asks for a paper');
    await desk.caseFrom('intake.provide', { caseId: ready.id, materialId: paper.id, route: null });
    desk.shelf.duties = [dutyFor(paper.nameZh)];

    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    desk.shelf.duties = [];
    const later = await desk.caseFrom('intake.look', { caseId: ready.id });

    for (const view of [accepted, later]) {
      expect(view.missing).toEqual([]);
      expect(view.papersSaved).toContainEqual({ materialId: paper.id, by: 'duty' });
      expect(view.materials.find(({ id }) => id === paper.id)).toMatchObject({
        asked: false,
        owedBy: { department: '示范县市场监督管理局' },
      });
    }
  });
});
