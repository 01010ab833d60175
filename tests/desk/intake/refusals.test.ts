import { describe, expect, it } from 'vitest';
import { fillFromReading } from '#desk/identity/filling.ts';
import { keepSiteBlock, numbersLeft } from '#desk/store/numbers.ts';
import { run } from '#native/sqlite/database.ts';
import {
  aReading,
  aReadyCase,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { asker } from '../../support/desk-parts.ts';

const NOBODY = '018f0000-0000-7000-8000-00000000dead';
const DAY_MS = 86_400_000;
const soleTrader = itemNamed('个体工商户设立登记');

async function openFor(desk: IntakeDesk, item = soleTrader) {
  const visitId = desk.aVisit();
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: item.code });
  return { visitId, caseId: opened.id, opened };
}

describe('an outcome is refused', () => {
  it('for a case nobody opened', async () => {
    const desk = intakeDesk();
    for (const name of ['intake.receive', 'intake.accept', 'intake.look', 'intake.discard'] as const) {
      expect(await desk.refusalOf(name, { caseId: NOBODY })).toBe('no-such-case');
    }
    expect(
      await desk.refusalOf('intake.correct', { caseId: NOBODY, list: [{ materialId: null, say: '签名' }] }),
    ).toBe('no-such-case');
    expect(await desk.refusalOf('intake.refuse', { caseId: NOBODY, reason: 'other', say: '没有这件' })).toBe(
      'no-such-case',
    );
  });

  it('while nobody is the applicant, or has no number', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('identity-missing');
    await desk.visitFrom('identity.set-field', {
      visitId,
      role: 'applicant',
      field: 'name',
      value: '李晓雨',
    });
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('identity-missing');
  });

  it('while an enterprise has not named its legal representative', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    const set = async (field: string, value: string) =>
      desk.visitFrom('identity.set-field', { visitId, role: 'applicant', field, value });
    await set('kind', 'enterprise');
    await set('name', '示例餐饮店');
    const visit = await set('certificateNumber', '11990101990000017G');
    expect(visit.applicant?.certificateKind).toBe('credit-code');
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('legal-representative-missing');
    await set('legalRepresentative', '李晓雨');
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('ok');
  });

  it('while the second read of the card is under way, or differed', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    const reading = aReading({ id: 'reading-1', readAtMs: desk.clock.nowMs() });
    desk.db.transaction(() =>
      fillFromReading(
        desk.db,
        { visitId, role: 'applicant', reading, confirmedAtMs: null },
        desk.parts.personKey,
      ),
    )();
    for (const name of ['intake.receive', 'intake.accept'] as const) {
      expect(await desk.refusalOf(name, { caseId })).toBe('identity-unconfirmed');
    }
  });

  it('while a rule objects to the number, until a clerk goes past it with a reason', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    const wrong = citizenNumber().slice(0, 17) + (citizenNumber().endsWith('1') ? '2' : '1');
    await typeApplicant(desk, visitId, { number: wrong });
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('identity-objection');

    const visit = await desk.visitFrom('identity.override', {
      visitId,
      role: 'applicant',
      field: 'certificateNumber',
      reason: '户籍底册一致，原号有误',
    });
    expect(visit.applicant?.objections).toEqual([
      {
        field: 'certificateNumber',
        problem: 'wrong-check-digit',
        blocks: true,
        overriddenBecause: '户籍底册一致，原号有误',
      },
    ]);
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('ok');
  });

  it('while a handler has no authorisation that covers the item and the day', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    await typeApplicant(desk, visitId);
    const set = async (field: string, value: string) =>
      desk.visitFrom('identity.set-field', { visitId, role: 'handler', field, value });
    await set('name', '王示范');
    await set('certificateNumber', citizenNumber(13));
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('authorisation-missing');

    const authorise = async (change: object) =>
      desk.visitFrom('identity.authorise', {
        visitId,
        authorisation: { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true, ...change },
      });
    for (const change of [
      { originalSeen: false },
      { from: '2026-11-25' },
      { to: '2026-11-23' },
      { items: ['another-item'] },
    ]) {
      await authorise(change);
      expect([change, await desk.refusalOf('intake.receive', { caseId })]).toEqual([
        change,
        'authorisation-missing',
      ]);
    }
    await authorise({ items: [soleTrader.code] });
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('ok');
  });

  it('while a question is open, and when the answer says it is the wrong item', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk, itemNamed('食品经营许可（新办）'));
    await typeApplicant(desk, visitId);
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('situation-open');

    const view = await desk.caseFrom('intake.answer', { caseId, situationId: 'mode', optionId: 'prepacked' });
    expect(view.rerouteTo).toBe('备案（不是许可）');
    for (const name of ['intake.accept', 'intake.receive'] as const) {
      expect(await desk.refusalOf(name, { caseId })).toBe('wrong-item');
    }
    expect(
      await desk.refusalOf('intake.refuse', { caseId, reason: 'not-required', say: '仅预包装，改办备案' }),
    ).toBe('ok');
  });

  it('while a paper is missing that may not come later', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    await typeApplicant(desk, visitId);
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('materials-missing');
    expect(
      await desk.refusalOf('intake.provide', {
        caseId,
        materialId: 'form',
        route: 'later',
        dueOn: '2026-11-27',
      }),
    ).toBe('not-tolerable');
  });

  it('where only the department may accept: the counter receives, corrects, or sends elsewhere', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, itemNamed('出生登记（户口）'));
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('department-seat-only');
    const refuse = async (reason: string) =>
      desk.refusalOf('intake.refuse', { caseId: ready.id, reason, say: '请到公安窗口办理' });
    expect(await refuse('applicant-not-eligible')).toBe('department-seat-only');
    const received = await desk.caseFrom('intake.receive', { caseId: ready.id });
    expect(received.state).toBe('received');
    expect(await refuse('not-competent')).toBe('ok');
  });

  it('offline, unless the item may be accepted then and the catalogue is fresh', async () => {
    const desk = intakeDesk();
    desk.province.line = 'away';
    const ready = await aReadyCase(desk);
    desk.shelf.freshAtMs = desk.clock.nowMs() - 7 * DAY_MS - 1;
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('catalogue-too-old');
    desk.shelf.freshAtMs = desk.clock.nowMs() - 7 * DAY_MS;
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    expect(accepted.acceptedOffline).toBe(true);

    desk.shelf.items = [{ ...soleTrader, offlineAccept: false }];
    const barred = await aReadyCase(desk);
    expect(await desk.refusalOf('intake.accept', { caseId: barred.id })).toBe('offline-not-allowed');
    expect((await desk.caseFrom('intake.receive', { caseId: barred.id })).acceptedOffline).toBe(false);
    desk.province.line = 'ok';
    expect((await desk.caseFrom('intake.accept', { caseId: barred.id })).acceptedOffline).toBe(false);
  });

  it('when the calendar does not reach the due days', async () => {
    const desk = intakeDesk();
    desk.clock.move(400 * DAY_MS);
    const ready = await aReadyCase(desk, itemNamed('残疾人证新办'));
    expect(ready.ifAcceptedToday).toBeNull();
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('no-calendar');
  });

  it('when no number is left, and gives none back', async () => {
    const desk = intakeDesk();
    run(desk.db, 'UPDATE number_block SET next_serial = serial_to + 1');
    const ready = await aReadyCase(desk);
    expect(await desk.refusalOf('intake.receive', { caseId: ready.id })).toBe('no-number-left');
    keepSiteBlock(desk.db, { from: 301, to: 301 }, desk.clock.nowMs());
    expect(await desk.refusalOf('intake.receive', { caseId: ready.id })).toBe('ok');
    expect(numbersLeft(desk.db)).toBe(0);
  });

  it('to anybody who is not a clerk', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id }, asker({ staff: null }))).toBe(
      'not-signed-in',
    );
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id }, asker({ locked: true }))).toBe(
      'locked',
    );
  });
});
