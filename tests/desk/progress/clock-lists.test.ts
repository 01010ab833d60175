import { describe, expect, it } from 'vitest';
import { ClockLists } from '#contract/shapes/progress.ts';
import { Day } from '#contract/shapes/day.ts';
import { casesRunOut, clockCounts, clockLines, dueGroups } from '#desk/store/case-clocks.ts';
import { all, type Reader } from '#native/sqlite/database.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { aReadyCase, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';
import { DAY_MS, stepOn } from '../../support/progress-desk.ts';
import { ACT_DAYS, aTolerantCase, correctedCase, foodPermit } from './cases.ts';

async function listed(desk: IntakeDesk, list: 'due' | 'overdue' | 'tolerance' | 'correction') {
  const reply = await desk.ask('progress.lists', { list });
  return ClockLists.parse(reply.ok ? reply.value : null);
}

describe('the lists of clocks', () => {
  it('hold a case on its day as due, after it as overdue, and not at all while its clock stands', async () => {
    const desk = intakeDesk();
    const { id } = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: id });
    expect((await listed(desk, 'due')).counts).toMatchObject({ due: 0, overdue: 0 });
    desk.clock.move(7 * DAY_MS);
    expect(await listed(desk, 'due')).toMatchObject({
      counts: { due: 1, overdue: 0 },
      lines: [{ caseId: id, dueOn: '2026-12-01', itemNameZh: foodPermit.nameZh, state: 'accepted' }],
    });
    desk.clock.move(DAY_MS);
    expect((await listed(desk, 'overdue')).lines.map(({ caseId }) => caseId)).toEqual([id]);
    const stop = { act: 'start-special', procedureId: 'site', reason: '现场核查' } as const;
    await stepOn(desk, id, { ...stop, expectedEndOn: Day.parse('2026-12-10') });
    expect((await listed(desk, 'overdue')).counts).toMatchObject({ due: 0, overdue: 0 });
  });

  it('hold what citizens owe: a promised paper by its name, and a correction', async () => {
    const desk = intakeDesk();
    const tolerant = await aTolerantCase(desk);
    const corrected = await correctedCase(desk);
    const promised = tolerant.materials.find(({ route }) => route === 'later');
    expect(await listed(desk, 'tolerance')).toMatchObject({
      counts: { tolerance: 1, correction: 1 },
      lines: [{ caseId: tolerant.id, about: promised?.nameZh, dueOn: promised?.dueOn }],
    });
    expect((await listed(desk, 'correction')).lines).toMatchObject([{ caseId: corrected.id }]);
  });

  it('run only what has run out: nothing on the day itself, and an alarm that stands is not raised again', async () => {
    const desk = intakeDesk();
    const tolerant = await aTolerantCase(desk);
    expect(casesRunOut(desk.db, Day.parse('2026-11-24'))).toEqual([]);
    desk.clock.move(ACT_DAYS.afterEveryPromise * DAY_MS);
    expect(casesRunOut(desk.db, Day.parse('2026-12-24'))).toEqual([tolerant.id]);
    desk.runClocks();
    expect(casesRunOut(desk.db, Day.parse('2026-12-24'))).toEqual([]);
  });

  it('read an index and never a case with its item', () => {
    const asked: string[] = [];
    const db = aCaseFile();
    const listening: Reader = {
      access: 'read',
      inTransaction: false,
      prepare: (sql: string) => {
        asked.push(sql);
        return db.prepare(sql);
      },
    };
    const around = { today: Day.parse('2026-11-24'), soon: Day.parse('2026-11-26') };
    clockCounts(listening, around);
    clockLines(listening, around, 'overdue');
    dueGroups(listening, 'a calendar');
    casesRunOut(listening, around.today);
    expect(asked).toHaveLength(4);
    for (const sql of asked) {
      const values = { ...around, list: 'overdue', calendar: 'a calendar' };
      const plan = all(db, `EXPLAIN QUERY PLAN ${sql}`, values).map((step) => String(Object(step)['detail']));
      const onCases = plan.filter((detail) => detail.includes('case_file'));
      expect(onCases.length).toBeGreaterThan(0);
      expect(onCases.filter((detail) => !detail.includes('COVERING INDEX case_clock'))).toEqual([]);
    }
  });
});
