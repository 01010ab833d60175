import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAttendance } from '#desk/access/attendance.ts';
import { announcing } from '#desk/announcing.ts';
import { hallClock } from '#desk/clock.ts';
import { openLeaving } from '#desk/leaving.ts';
import { openLog, silentLog, traceOf } from '#desk/log.ts';
import { VERSION } from '#desk/version.ts';
import { aCaseFile } from '../support/case-file.ts';
import { asker, deskParts } from '../support/desk-parts.ts';
import { tempHome } from '../support/temp-home.ts';

const MINUTE_MS = 60_000;
const SECRET = '990101199001010015';

describe('the log', () => {
  it('writes words, numbers and places, and drops every field that is not on its list', async () => {
    const folder = join(tempHome(), 'logs');
    const { log, close } = openLog(folder);
    const smuggled = { word: 'kept', caseId: 'case-1', idNumber: SECRET, deep: { name: SECRET } };
    log('warn', 'something-happened', smuggled);
    await close();
    const [line = ''] = readFileSync(join(folder, 'desk.log'), 'utf8').trim().split('\n');
    expect(JSON.parse(line)).toMatchObject({ msg: 'something-happened', word: 'kept', caseId: 'case-1' });
    expect(line).not.toContain(SECRET);
  });

  it('says where an error happened and never what it said', () => {
    const trace = traceOf(
      Object.assign(new RangeError(`bad value ${SECRET}\n    at ${SECRET}`), { code: 'X_Y' }),
    );
    expect(trace).toMatchObject({ word: 'RangeError', code: 'X_Y' });
    expect(trace.steps?.[0]).toContain('desk-habits.test.ts');
    expect(JSON.stringify(trace)).not.toContain(SECRET);
    expect(traceOf(SECRET)).toEqual({ word: 'not-an-error', code: 'string' });
  });
});

describe('news', () => {
  it('cannot carry a field that the contract does not name', () => {
    const told: unknown[] = [];
    const announce = announcing((news) => told.push(news));
    announce('queue.changed', {});
    const smuggled = { owed: 1, line: 'ok', name: SECRET };
    expect(() => announce('sync.changed', smuggled)).toThrow('name');
    expect(told).toEqual([{ news: 'queue.changed', value: {} }]);
  });
});

describe("the hall's day", () => {
  it('turns at midnight in the hall, wherever the computer thinks it is', () => {
    const { todayAt } = hallClock('Asia/Shanghai');
    expect(todayAt(Date.UTC(2026, 10, 24, 15, 59, 59, 999))).toBe('2026-11-24');
    expect(todayAt(Date.UTC(2026, 10, 24, 16))).toBe('2026-11-25');
    expect(hallClock('Asia/Urumqi').todayAt(Date.UTC(2026, 10, 24, 16))).toBe('2026-11-24');
    // Three quarters of an hour beside the full one: the day turns there too, and back when the clock is set back.
    const nepal = hallClock('Asia/Kathmandu');
    const midnightMs = Date.UTC(2026, 10, 24, 18, 15);
    expect([midnightMs - 1, midnightMs, midnightMs - 1].map(nepal.todayAt)).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-24',
    ]);
    expect(() => hallClock('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a window', () => {
  it('is attended while a seat that is there has an unlocked clerk', () => {
    const db = aCaseFile();
    db.exec("INSERT INTO person VALUES ('0317', 'x', '[\"clerk\"]', 'x', 'x', 0, 0, NULL, 0)");
    const { sessions } = deskParts(db);
    const { staff } = asker();
    if (!staff) throw new Error('somebody sits here');
    sessions.signIn('yesterday', staff, false);
    const attendance = openAttendance(sessions);
    expect(attendance.isAttended()).toBe(false);
    attendance.seen('now');
    expect(attendance.isAttended()).toBe(false);
    sessions.signIn('now', staff, false);
    expect(attendance.isAttended()).toBe(true);
    sessions.lock('now');
    expect(attendance.isAttended()).toBe(false);
    sessions.unlock('now');
    attendance.gone('now');
    expect(attendance.isAttended()).toBe(false);
  });
});

describe('a case file that cannot be read', () => {
  it('makes the desk start again once, then stay and say so', () => {
    const home = tempHome();
    let nowMs = Date.now();
    let left = 0;
    const leaving = openLeaving(
      home,
      () => nowMs,
      silentLog,
      () => (left += 1),
    );
    leaving.onUnreadable();
    leaving.onUnreadable();
    expect(left).toBe(1);
    nowMs += 11 * MINUTE_MS;
    leaving.onUnreadable();
    expect(left).toBe(2);
    leaving.forget();
    leaving.onUnreadable();
    expect(left).toBe(3);
  });
});

it('the desk says the version of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(VERSION).toBe(version);
});
