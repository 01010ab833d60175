import { describe, expect, it } from 'vitest';
import { guidanceCalls } from '#contract/calls/guidance.ts';
import type { CaseLine } from '#contract/shapes/case.ts';
import { all, one } from '#native/sqlite/database.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { DAY_MS } from '../../support/progress-desk.ts';

const card = itemNamed('社会保障卡申领');
const firstAnswers = Object.fromEntries(
  situationsAsked(card).map(({ id, options }) => [id, options[0]?.id ?? '']),
);

async function asked(desk: IntakeDesk, answers: Record<string, string> = {}, agent = false) {
  const reply = await desk.ask('guidance.ask', { itemCode: card.code, answers, agent });
  if (!reply.ok) throw new Error(reply.refusal);
  return guidanceCalls['guidance.ask'].output.parse(reply.value);
}

async function kept(desk: IntakeDesk, more: object = {}): Promise<string> {
  const reply = await desk.ask('guidance.keep', { itemCode: card.code, answers: firstAnswers, ...more });
  if (!reply.ok) throw new Error(reply.refusal);
  return guidanceCalls['guidance.keep'].output.parse(reply.value).guidanceId;
}

describe('guidance before the ticket', () => {
  it('gives the papers of a case without a case, each with its reason', async () => {
    const desk = intakeDesk();
    const told = await asked(desk);
    expect(told.open).toEqual(told.item.situations.map(({ id }) => id));
    const visitId = desk.aVisit();
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    const of = (papers: readonly { asked: boolean }[], idOf: (at: number) => string) =>
      papers.flatMap((paper, at) => (paper.asked ? [idOf(at)] : []));
    expect(of(told.papers, (at) => told.papers[at]?.material.id ?? '')).toEqual(
      of(opened.materials, (at) => opened.materials[at]?.id ?? ''),
    );
    expect(told.papers.every(({ reason }) => reason.length > 0)).toBe(true);
  });

  it('says what somebody who comes for another must bring', async () => {
    const desk = intakeDesk();
    const alone = await asked(desk);
    const forAnother = await asked(desk, {}, true);
    const letters = (papers: typeof alone.papers) =>
      papers.filter((paper) => paper.asked && paper.material.when?.agent);
    expect(letters(alone.papers)).toEqual([]);
    expect(letters(forAnother.papers).length).toBeGreaterThan(0);
  });

  it('refuses an answer that the item does not know', async () => {
    const desk = intakeDesk();
    const answers = { ...firstAnswers, 'no-such-question': 'yes' };
    expect(await desk.refusalOf('guidance.keep', { itemCode: card.code, answers })).toBe('no-such-situation');
  });
});

describe('F01 answers and numbers that travel with the ticket', () => {
  it('begin the case at the window, once', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit('A001', await kept(desk, { onlineNumber: 'YS-2026-000123' }));
    const visit = await desk.visitFrom('intake.visit', {});
    expect(visit.guidance).toMatchObject({ itemCode: card.code, answered: 2, madeBy: '0317', used: false });
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    expect(opened.answers).toEqual(firstAnswers);
    expect(opened.onlineNumber).toBe('YS-2026-000123');
    expect(opened.guided).toMatchObject({ madeBy: '0317', situations: Object.keys(firstAnswers) });
    const second = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    expect(second).toMatchObject({ answers: {}, onlineNumber: null, guided: null });
  });

  it('are of no use for another item, and come back when the draft is thrown away', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit('A001', await kept(desk, { onlineNumber: 'YS-2026-000124' }));
    const other = await desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('个体工商户设立登记').code,
    });
    expect(other).toMatchObject({ answers: {}, guided: null });
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    await desk.visitFrom('intake.discard', { caseId: opened.id });
    const again = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    expect(again).toMatchObject({ answers: firstAnswers, onlineNumber: 'YS-2026-000124' });
  });

  it('name nobody, and are forgotten after a day when nobody used them', async () => {
    const desk = intakeDesk();
    await kept(desk);
    const [columns] = all(desk.db, 'SELECT group_concat(name) AS names FROM pragma_table_info($table)', {
      table: 'guidance',
    });
    expect(columns).toEqual({
      names:
        'id,item_code,bundle_id,item_name_zh,item_name_en,answers,online_number,made_at_ms,made_by,case_id,open_bundle',
    });
    desk.clock.move(2 * DAY_MS);
    await kept(desk);
    expect(one(desk.db, 'SELECT count(*) AS kept FROM guidance')).toEqual({ kept: 1 });
  });

  it('a number of the web is linked at the window too, found by, and stands on one case only', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const first = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    const second = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    const onlineNumber = 'WS990101202611240007';
    const linked = await desk.caseFrom('guidance.link-online', { caseId: first.id, onlineNumber });
    expect(linked.onlineNumber).toBe(onlineNumber);
    expect(await desk.refusalOf('guidance.link-online', { caseId: second.id, onlineNumber })).toBe(
      'number-on-another-case',
    );
    const found = await desk.ask('intake.find-cases', { text: onlineNumber.toLowerCase() });
    const lines = found.ok && Array.isArray(found.value) ? found.value : [];
    expect(lines.map((line: CaseLine) => line.id)).toEqual([first.id]);
    await desk.caseFrom('guidance.link-online', { caseId: first.id, onlineNumber: null });
    expect(
      (await desk.caseFrom('guidance.link-online', { caseId: second.id, onlineNumber })).onlineNumber,
    ).toBe(onlineNumber);
  });
});
