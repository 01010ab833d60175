import { describe, expect, it } from 'vitest';
import { runClocks } from '#desk/progress/run-clocks.ts';
import { mismatchedCases } from '#desk/progress/recount.ts';
import { silentLog } from '#desk/log.ts';
import { caseById } from '#desk/store/cases.ts';
import { all, one, run } from '#native/sqlite/database.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import type { WorkingCalendar } from '#rules/calendar/working-days.ts';
import { ClerkNumber, Staff } from '#contract/shapes/person.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { asker, deskOver } from '../../support/desk-parts.ts';
import { intakeDesk } from '../../support/intake-desk.ts';
import { movedClock } from '../../support/moved-clock.ts';
import { aManager, DAY_MS, refusalOfStep, stepOn, vouched } from '../../support/progress-desk.ts';
import { ACT_DAYS, correctedCase, received } from './cases.ts';

const manager = asker({ staff: Staff.parse({ number: '0901', name: '值班长', roles: ['manager'] }) });

describe('another calendar (domain.md 13.3)', () => {
  it('25: another calendar lists the cases it moves, and moves them only when a manager says so', async () => {
    const clock = movedClock();
    const db = aCaseFile();
    const desk = intakeDesk({}, { db, clock });
    const { id } = await received(desk);
    await desk.caseFrom('intake.accept', { caseId: id });
    const dayOff: WorkingCalendar = {
      ...chinaCalendar,
      version: 'cn-with-a-day-off',
      isWorkingDay: (on) => on !== '2026-11-27' && chinaCalendar.isWorkingDay(on),
    };
    const later = intakeDesk({ calendar: dayOff }, { db, clock });
    later.runClocks();
    expect(caseById(db, id)?.promisedDueOn).toBe('2026-12-01');
    const listed = await later.ask('progress.calendar', {}, manager);
    expect(listed).toMatchObject({
      value: { cases: [{ caseId: id, promised: { from: '2026-12-01', to: '2026-12-02' } }] },
    });
    expect(await later.refusalOf('progress.move-dues', { calendar: 'cn-with-a-day-off' })).toBe(
      'not-allowed',
    );
    expect(await later.refusalOf('progress.move-dues', { calendar: 'another' }, manager)).toBe(
      'calendar-changed',
    );
    expect(await later.ask('progress.move-dues', { calendar: 'cn-with-a-day-off' }, manager)).toMatchObject({
      value: { moved: 1 },
    });
    expect(caseById(db, id)?.promisedDueOn).toBe('2026-12-02');
    expect(await later.ask('progress.calendar', {}, manager)).toMatchObject({ value: { cases: [] } });
    expect(mismatchedCases(later)).toEqual([]);
  });
});

describe('what a day that passed does', () => {
  it('ends a case whose corrections never came, once, and says so', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    desk.clock.move(ACT_DAYS.afterEveryCorrection * DAY_MS);
    desk.runClocks();
    desk.runClocks();
    expect(caseById(desk.db, corrected.id)?.state).toBe('closed-lapsed');
    expect(all(desk.db, `SELECT kind FROM notice WHERE kind = 'lapse'`)).toHaveLength(1);
    expect(all(desk.db, `SELECT call FROM audit WHERE call = 'clock.lapse'`)).toHaveLength(1);
  });

  it('goes on with the others when one case cannot be done, and leaves that one whole', async () => {
    const desk = intakeDesk();
    const first = await received(desk);
    const second = await received(desk);
    desk.db.exec(`CREATE TRIGGER no_room BEFORE INSERT ON case_act WHEN NEW.case_id = '${first.id}'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    desk.clock.move(20 * DAY_MS);
    const logged: string[] = [];
    const whole = deskOver(desk.db, desk.parts, desk.clock.nowMs);
    runClocks(whole, (_, event) => logged.push(event));
    expect(logged).toEqual(['clock-not-run']);
    expect(caseById(desk.db, first.id)?.state).toBe('received');
    expect(caseById(desk.db, second.id)?.state).toBe('deemed-accepted');
    desk.db.exec('DROP TRIGGER no_room');
    runClocks(whole, silentLog);
    expect(caseById(desk.db, first.id)?.state).toBe('deemed-accepted');
  });
});

describe('a supervisor’s leave', () => {
  it('is good for one act, one seat and five minutes', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const { id } = await received(desk);
    await desk.caseFrom('intake.accept', { caseId: id });
    const extend = { act: 'extend', workingDays: 5, reason: '需要听证' } as const;
    const old = await vouched(desk);
    desk.clock.move(5 * 60_000);
    expect(await refusalOfStep(desk, id, { ...extend, voucher: old })).toBe('voucher-not-good');
    const elsewhere = await vouched(desk);
    const otherSeat = asker({ seat: 'window-9' });
    expect(await refusalOfStep(desk, id, { ...extend, voucher: elsewhere }, otherSeat)).toBe(
      'voucher-not-good',
    );
    await stepOn(desk, id, { ...extend, voucher: elsewhere });
    const supervisor = one(desk.db, `SELECT supervisor FROM case_act WHERE event = 'extend'`);
    expect(supervisor).toEqual({ supervisor: ClerkNumber.parse('0901') });
  });

  it('is not given for a wrong password or to somebody who is no supervisor', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    expect(await desk.refusalOf('access.vouch', { number: '0901', password: 'wrong' })).toBe(
      'wrong-number-or-password',
    );
    run(desk.db, `UPDATE person SET roles = '["clerk"]' WHERE number = '0901'`);
    const wish = { number: '0901', password: 'a-manager-s-word-1' };
    expect(await desk.refusalOf('access.vouch', wish)).toBe('not-a-supervisor');
  });
});
