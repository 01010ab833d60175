import { describe, expect, it } from 'vitest';
import { all } from '#native/sqlite/database.ts';
import {
  aReadyCase,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';

const soleTrader = itemNamed('个体工商户设立登记');

/** Every row of every table that an act may write. A refusal leaves all of them as they were. */
function everything({ db }: IntakeDesk): unknown {
  const tables = [
    'case_file',
    'case_act',
    'case_person',
    'case_material',
    'notice',
    'outbox',
    'number_block',
    'party',
    'audit',
  ];
  return tables.map((table) => all(db, `SELECT * FROM ${table}`));
}

async function openFor(desk: IntakeDesk, item = soleTrader) {
  const visitId = desk.aVisit();
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: item.code });
  return { visitId, caseId: opened.id, opened };
}

describe('a refused outcome', () => {
  it('leaves nothing half done: no number, no paper, no debt, no audit of an act', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    await typeApplicant(desk, visitId);
    const before = everything(desk);
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('materials-missing');
    expect(
      await desk.refusalOf('intake.correct', { caseId, list: [{ materialId: 'form', say: '补申请书' }] }),
    ).toBe('list-incomplete');
    expect(everything(desk)).toEqual(before);
    expect(desk.woken).toEqual([]);
  });

  it('is rolled back whole when a debt cannot be written', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const before = everything(desk);
    desk.db.exec(`CREATE TRIGGER no_room BEFORE INSERT ON outbox WHEN NEW.kind = 'case.accepted'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(desk.ask('intake.accept', { caseId: ready.id })).rejects.toThrow('no room');
    expect(everything(desk)).toEqual(before);
    expect(desk.woken).toEqual([]);
    desk.db.exec('DROP TRIGGER no_room');
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('ok');
    expect(everything(desk)).not.toEqual(before);
  });
});
