import { describe, expect, it } from 'vitest';
import { ExceptionList } from '#contract/shapes/exception.ts';
import { Site } from '#contract/shapes/site.ts';
import { openItemShelf } from '#desk/catalogue/item-shelf.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { keepSharedQueries } from '#desk/store/shared-queries.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { demoCatalogueText } from '../../support/demo-catalogue.ts';
import { aReadyCase, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';
import { movedClock } from '../../support/moved-clock.ts';
import { foodPermit } from '../progress/cases.ts';

const BIRTH_CERTIFICATE = '1199010199000003364990723001000';

/** A hall with the demo catalogue, two sources that are not connected and a system that takes typing. */
function aHall(exceptions: unknown[]): IntakeDesk {
  const db = aCaseFile();
  const clock = movedClock();
  const source = { text: demoCatalogueText, name: 'demo', signedBy: null };
  const site = Site.parse({
    ...DEMO_SITE,
    departmentSystems: [
      { department: 'rs', nameZh: '社保卡系统', nameEn: 'Card', order: ['applicant.name'] },
    ],
    exceptions,
  });
  const items = openItemShelf({ db, source, nowMs: clock.nowMs });
  const query = { system: '票据', organ: '财政厅', waitMs: 1_000, fields: [] };
  db.transaction(() =>
    keepSharedQueries(db, [
      { ...query, code: 'medical.e_invoice', nameZh: '医疗电子票据', connected: false },
      { ...query, code: 'civil.marriage', nameZh: '婚姻登记信息', connected: true },
    ]),
  )();
  return intakeDesk({ site, items }, { db, clock });
}

async function listOf(desk: IntakeDesk): Promise<ExceptionList> {
  const reply = await desk.ask('sync.exceptions', {});
  return ExceptionList.parse(reply.ok ? reply.value : null);
}

describe('F27: every exception of a hall', () => {
  it('is listed with its reason: a source, an item that is not online, a second entry; none has an owner yet', async () => {
    const { lines } = await listOf(aHall([]));
    expect(lines.map(({ kind, about, standing }) => [kind, about, standing])).toEqual([
      ['source', 'medical.e_invoice', 'missing'],
      ['system', 'rs', 'missing'],
      ['item', BIRTH_CERTIFICATE, 'missing'],
    ]);
    expect(lines[0]?.why).toBe('财政厅 · 票据');
    expect(lines[2]?.why).toContain('未开通网上办理');
  });

  it('has the owner and the end that site.json gives it, and is overdue after that day', async () => {
    const hall = aHall([
      { kind: 'source', about: 'medical.e_invoice', owner: '票据中心', until: '2026-11-24' },
      { kind: 'system', about: 'rs', owner: '信息中心', until: '2026-12-31' },
      { kind: 'source', about: 'civil.marriage', owner: '民政局', until: '2026-12-31' },
    ]);
    const before = await listOf(hall);
    expect(before.lines.map(({ standing }) => standing)).toEqual(['missing', 'running', 'running']);
    expect(before.settled).toMatchObject([{ about: 'civil.marriage' }]);
    hall.clock.move(86_400_000);
    const after = await listOf(hall);
    expect(after.lines[1]).toMatchObject({
      about: 'medical.e_invoice',
      standing: 'overdue',
      owner: '票据中心',
    });
  });

  it('with an owner and no end is no exception at all: site.json is refused', () => {
    const half = { ...DEMO_SITE, exceptions: [{ kind: 'system', about: 'rs', owner: '信息中心' }] };
    expect(Site.safeParse(half).error?.issues[0]?.path).toEqual(['exceptions', 0, 'until']);
  });
});

it('F27: what was accepted offline is counted, today and this month', async () => {
  const hall = aHall([]);
  const online = await aReadyCase(hall, foodPermit);
  await hall.caseFrom('intake.accept', { caseId: online.id });
  hall.province.line = 'away';
  const offline = await aReadyCase(hall, foodPermit);
  const accepted = await hall.caseFrom('intake.accept', { caseId: offline.id });
  expect(accepted.acceptedOffline).toBe(true);
  expect((await listOf(hall)).acceptedOffline).toEqual({ month: 1, today: 1 });
  hall.clock.move(86_400_000);
  expect((await listOf(hall)).acceptedOffline).toEqual({ month: 1, today: 0 });
  hall.clock.move(10 * 86_400_000);
  expect((await listOf(hall)).acceptedOffline).toEqual({ month: 0, today: 0 });
});
