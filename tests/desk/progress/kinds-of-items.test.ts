import { describe, expect, it } from 'vitest';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { caseById } from '#desk/store/cases.ts';
import { all } from '#native/sqlite/database.ts';
import { demoItems, intakeDesk, type IntakeDesk, aReadyCase } from '../../support/intake-desk.ts';
import { aManager, DAY_MS, refusalOfStep, stepOn, vouched } from '../../support/progress-desk.ts';

/** The first item of a type at which the counter itself accepts. @source domain.md 8.3 item types */
function ofType(itemTypeCode: string): ServiceItem {
  const item = demoItems.find(
    (one) => one.itemTypeCode === itemTypeCode && one.counterOutcomeAuthority === 'accept_on_behalf',
  );
  if (!item) throw new Error(`the demo catalogue has no item of type ${itemTypeCode}`);
  return item;
}

const KINDS = [
  ['行政许可', ofType('01'), true],
  ['行政给付', ofType('05'), false],
  ['行政确认', ofType('07'), false],
  ['公共服务', ofType('20'), false],
] as const;

async function wordsOf(desk: IntakeDesk, caseId: string): Promise<string> {
  const papers = all(desk.db, 'SELECT content FROM notice WHERE case_id = @caseId', { caseId });
  return papers.map((row) => String(Object(row)['content'])).join('\n');
}

describe.each(KINDS)('F25: the kind of an item drives its clocks and papers: %s', (_, item, isLicence) => {
  it(`is ${isLicence ? '' : 'never '}accepted by silence after five working days`, async () => {
    const desk = intakeDesk();
    const { id } = await aReadyCase(desk, item);
    const received = await desk.caseFrom('intake.receive', { caseId: id });
    desk.clock.move(30 * DAY_MS);
    desk.runClocks();
    expect(caseById(desk.db, received.id)?.state).toBe(isLicence ? 'deemed-accepted' : 'received');
  });

  it(`is ${isLicence ? 'extended once by the licensing law' : 'not extended by a law that is not its own'}`, async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const { id } = await aReadyCase(desk, item);
    await desk.caseFrom('intake.accept', { caseId: id });
    const extend = {
      act: 'extend',
      workingDays: 5,
      reason: '需要专家意见',
      voucher: await vouched(desk),
    } as const;
    const came = isLicence ? (await stepOn(desk, id, extend)).state : await refusalOfStep(desk, id, extend);
    expect(came).toBe(isLicence ? 'in-review' : 'cannot-extend');
  });

  it(`cites the licensing law on its papers${isLicence ? '' : ' nowhere'}`, async () => {
    const desk = intakeDesk();
    const { id } = await aReadyCase(desk, item);
    await desk.caseFrom('intake.accept', { caseId: id });
    const said = await wordsOf(desk, id);
    expect(said).toContain('受理通知书');
    expect(said.includes('行政许可法')).toBe(isLicence);
  });
});
