import { describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { messageOf } from '#desk/platform/adapters/frame-event.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { all } from '#native/sqlite/database.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { DAY_MS } from '../../support/progress-desk.ts';
import { foodPermit } from '../progress/cases.ts';

/** A village point of the demo county: only what is delegated to level 6 is accepted there. */
function villageDesk(): IntakeDesk {
  return intakeDesk({ site: { ...DEMO_SITE, level: '6', region: '990101005012' } });
}

function eventsOf(desk: IntakeDesk, caseId: string): CaseEvent[] {
  return all(desk.db, 'SELECT event_json AS event FROM outbox WHERE case_id = @caseId ORDER BY step', {
    caseId,
  }).map((row) => CaseEvent.parse(JSON.parse(String(Reflect.get(Object(row), 'event')))));
}

async function receivedInVillage(desk: IntakeDesk): Promise<CaseView> {
  const ready = await aReadyCase(desk, foodPermit);
  return desk.caseFrom('intake.receive', { caseId: ready.id });
}

describe('F42 F13 a village point', () => {
  it('accepts what is delegated to it, with its own region on the case', async () => {
    const desk = villageDesk();
    const ready = await aReadyCase(desk, itemNamed('城乡居民基本医疗保险参保登记'));
    expect(ready.crossing).toMatchObject({
      may: 'accept',
      originRegion: '990101005012',
      decisionRegion: '990101',
    });
    expect((await desk.caseFrom('intake.accept', { caseId: ready.id })).state).toBe('accepted');
  });

  it('only receives what is not, and says so for every other outcome', async () => {
    const desk = villageDesk();
    const ready = await aReadyCase(desk, foodPermit);
    const { id: caseId } = ready;
    expect(ready.crossing).toMatchObject({ may: 'receive-only', because: 'level-not-delegated' });
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('receive-only-here');
    expect(await desk.refusalOf('intake.refuse', { caseId, reason: 'other', say: '不符合条件' })).toBe(
      'receive-only-here',
    );
    expect(
      await desk.refusalOf('intake.correct', { caseId, list: [{ materialId: null, say: '补一份说明' }] }),
    ).toBe('receive-only-here');
    expect((await desk.caseFrom('intake.receive', { caseId })).state).toBe('received');
  });

  it('receives nothing where the organ itself must see the applicant', async () => {
    const desk = villageDesk();
    desk.shelf.items = desk.shelf.items.map((item) => ({ ...item, mustAppearInPerson: true }));
    const ready = await aReadyCase(desk, foodPermit);
    expect(await desk.refusalOf('intake.receive', { caseId: ready.id })).toBe('person-at-organ');
  });
});

describe('代收代办', () => {
  it('runs no clock until the deciding body has the papers, and five days from then', async () => {
    const desk = villageDesk();
    const received = await receivedInVillage(desk);
    expect(received).toMatchObject({ state: 'received', noticeDueOn: null });
    expect(received.crossing.forward).toMatchObject({ sent: null, arrivedOn: null });
    desk.clock.move(30 * DAY_MS);
    desk.runClocks();
    const still = await desk.caseFrom('intake.look', { caseId: received.id });
    expect(still.state).toBe('received');

    const sent = await desk.caseFrom('crossing.send', {
      caseId: received.id,
      way: 'post',
      waybill: 'EX123456',
    });
    expect(sent.crossing.forward?.sent).toMatchObject({ way: 'post', waybill: 'EX123456', on: '2026-12-24' });
    desk.clock.move(2 * DAY_MS);
    const there = await desk.caseFrom('crossing.arrived', { caseId: received.id, on: '2026-12-25' });
    expect(there.crossing.forward?.arrivedOn).toBe('2026-12-25');
    expect(there.noticeDueOn).toBe('2027-01-04');
    desk.clock.move(15 * DAY_MS);
    desk.runClocks();
    const late = await desk.caseFrom('intake.look', { caseId: received.id });
    expect(late).toMatchObject({ state: 'deemed-accepted', acceptedOn: '2026-12-25' });
  });

  it('goes step by step, each once, and never to a day that cannot be', async () => {
    const desk = villageDesk();
    const { id: caseId } = await receivedInVillage(desk);
    expect(await desk.refusalOf('crossing.arrived', { caseId, on: '2026-11-24' })).toBe('not-sent');
    expect(await desk.refusalOf('crossing.send', { caseId, way: 'post' })).toBe('waybill-needed');
    await desk.caseFrom('crossing.send', { caseId, way: 'online' });
    expect(await desk.refusalOf('crossing.send', { caseId, way: 'online' })).toBe('sent-already');
    expect(await desk.refusalOf('crossing.arrived', { caseId, on: '2026-11-23' })).toBe('day-not-allowed');
    expect(await desk.refusalOf('crossing.arrived', { caseId, on: '2026-11-25' })).toBe('day-not-allowed');
    await desk.caseFrom('crossing.arrived', { caseId, on: '2026-11-24' });
    expect(await desk.refusalOf('crossing.arrived', { caseId, on: '2026-11-24' })).toBe('arrived-already');
    expect(() => desk.db.exec(`UPDATE case_forward SET arrived_on = '2026-11-26'`)).toThrow(
      /never rewritten/,
    );
  });

  it('is nothing for a case that is decided here', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    await desk.caseFrom('intake.receive', { caseId: ready.id });
    expect(await desk.refusalOf('crossing.send', { caseId: ready.id, way: 'online' })).toBe('not-passed-on');
  });

  it('tells the citizen on the slip who decides and from when the days count', async () => {
    const desk = villageDesk();
    const received = await receivedInVillage(desk);
    const slip = received.notices.find(({ kind }) => kind === 'receipt-slip');
    const reply = await desk.ask('notices.look', { noticeId: slip?.id });
    const text = JSON.stringify(reply);
    expect(text).toContain('本窗口代收，转送示范县市场监督管理局办理。');
    expect(text).toContain('该机关最迟在收到材料后第 5 个工作日告知是否受理。');
    expect(text).not.toContain('视为受理');
  });
});

describe('F29 a matter of another region', () => {
  it('is received and passed on with both regions in every step to the province', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, itemNamed('社会保障卡申领'));
    const elsewhere = { region: '980203', organ: '远方县人力资源和社会保障局' };
    const chosen = await desk.caseFrom('crossing.decided-in', { caseId: ready.id, elsewhere });
    expect(chosen.crossing).toMatchObject({
      may: 'receive-only',
      because: 'other-region',
      originRegion: '990101',
      decisionRegion: '980203',
      organ: elsewhere.organ,
    });
    await desk.caseFrom('intake.receive', { caseId: ready.id });
    await desk.caseFrom('crossing.send', { caseId: ready.id, way: 'messenger' });
    const events = eventsOf(desk, ready.id);
    expect(events.map(({ kind }) => kind)).toEqual(['case.received', 'case.passed-on']);
    for (const event of events) {
      expect(event.regions).toEqual({ origin: '990101', decision: '980203' });
      const { accept } = messageOf(event, { key: ready.id, step: 1, officialNumber: null });
      expect(accept).toMatchObject({ origin_region: '990101', decision_region: '980203' });
    }
    expect(await desk.refusalOf('crossing.decided-in', { caseId: ready.id, elsewhere: null })).toBe(
      'already-decided',
    );
  });

  it('is not received for a region the item does not reach, and may be taken back', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const elsewhere = { region: '990205', organ: '邻县市场监督管理局' };
    await desk.caseFrom('crossing.decided-in', { caseId: ready.id, elsewhere });
    expect(await desk.refusalOf('intake.receive', { caseId: ready.id })).toBe('outside-scope');
    const back = await desk.caseFrom('crossing.decided-in', { caseId: ready.id, elsewhere: null });
    expect(back.crossing).toMatchObject({ may: 'accept', decisionRegion: '990101' });
  });
});
