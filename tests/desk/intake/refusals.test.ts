import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { fillFromReading } from '#desk/identity/filling.ts';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { keepSiteBlock, numbersLeft } from '#desk/store/numbers.ts';
import { closeVisit, openVisit } from '#desk/store/visits.ts';
import { all, one, run } from '#native/sqlite/database.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import {
  aReading,
  aReadyCase,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  ticketIdOf,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { asker } from '../../support/desk-parts.ts';
import { TEST_KEY } from '../../support/case-file.ts';
import { tempHome } from '../../support/temp-home.ts';

const NOBODY = '018f0000-0000-7000-8000-00000000dead';
const DAY_MS = 86_400_000;
const soleTrader = itemNamed('个体工商户设立登记');

/** Every row of every table that an act may write. A refusal leaves all of them as they were. */
function everything({ db }: IntakeDesk): unknown {
  const tables = [
    'case_file',
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
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('identity-missing');
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
      expect(await desk.refusalOf('intake.receive', { caseId }), JSON.stringify(change)).toBe(
        'authorisation-missing',
      );
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

  it('and leaves nothing half done: no number, no paper, no debt, no audit of an act', async () => {
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

  it('with everything rolled back when a debt cannot be written', async () => {
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

describe('opening a case', () => {
  it('is refused for an unknown item, an unknown visit and a finished one', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    expect(await desk.refusalOf('intake.open', { visitId, itemCode: 'no-such-code' })).toBe('no-such-item');
    expect(await desk.refusalOf('intake.open', { visitId: NOBODY, itemCode: soleTrader.code })).toBe(
      'no-such-visit',
    );
    closeVisit(desk.db, ticketIdOf(1), desk.clock.nowMs());
    expect(await desk.refusalOf('intake.open', { visitId, itemCode: soleTrader.code })).toBe(
      'visit-finished',
    );
  });

  it('freezes the version of the item: a new catalogue changes no open case', async () => {
    const desk = intakeDesk();
    const { caseId, visitId } = await openFor(desk);
    desk.shelf.items = [{ ...soleTrader, version: 2, nameZh: '新名称', materials: [] }];
    const view = await desk.caseFrom('intake.look', { caseId });
    expect(view.item).toMatchObject({ version: 1, nameZh: '个体工商户设立登记' });
    expect(view.materials.map(({ id }) => id)).toEqual(['form', 'id', 'premises', 'poa']);
    const another = await desk.caseFrom('intake.open', { visitId, itemCode: soleTrader.code });
    expect(another.item.version).toBe(2);
    expect(() =>
      run(desk.db, 'UPDATE case_file SET item_version = 2 WHERE id = @caseId', { caseId }),
    ).toThrow('never changes its item');
  });
});

it('a draft is whole again when the file is opened after the desk ended', async () => {
  const file = join(tempHome(), 'desk.db');
  const opened = () => openDatabase({ file, keyHex: TEST_KEY });
  const first = opened();
  migrate(first, MIGRATIONS);
  const desk = intakeDesk({}, { db: first });
  const { caseId, visitId } = await openFor(desk, itemNamed('食品经营许可（新办）'));
  await typeApplicant(desk, visitId);
  await desk.caseFrom('intake.answer', { caseId, situationId: 'mode', optionId: 'hot' });
  await desk.caseFrom('intake.provide', { caseId, materialId: 'form', route: 'paper', originalsTaken: 1 });
  const before = await desk.caseFrom('intake.look', { caseId });
  first.close();

  const second = opened();
  onTestFinished(() => void second.close());
  const again = intakeDesk({}, { db: second, clock: desk.clock });
  expect(await again.caseFrom('intake.look', { caseId })).toEqual(before);
  const visit = await again.visitFrom('intake.visit', {});
  expect(visit.cases.map(({ id }) => id)).toEqual([caseId]);
  expect(visit.applicant?.name).toBe('李*');
});

it('a held visit keeps its drafts and comes back as it was', async () => {
  const desk = intakeDesk();
  const { caseId } = await openFor(desk);
  desk.aVisit();
  const other = await desk.visitFrom('intake.visit', {});
  expect(other.cases).toEqual([]);
  openVisit(desk.db, { ticketId: ticketIdOf(1), ticketNumber: 'A001', atMs: desk.clock.nowMs() });
  const back = await desk.visitFrom('intake.visit', {});
  expect(back.cases.map(({ id }) => id)).toEqual([caseId]);
});

it('a draft may be thrown away with its papers, a case with an outcome never', async () => {
  const desk = intakeDesk();
  const draft = await openFor(desk);
  await desk.caseFrom('intake.provide', {
    caseId: draft.caseId,
    materialId: 'form',
    route: 'paper',
    originalsTaken: 1,
  });
  const visit = await desk.visitFrom('intake.discard', { caseId: draft.caseId });
  expect(visit.cases).toEqual([]);
  expect(
    z.object({ papers: z.int() }).parse(one(desk.db, 'SELECT count(*) AS papers FROM case_material')),
  ).toEqual({
    papers: 0,
  });

  const ready = await aReadyCase(desk);
  await desk.caseFrom('intake.receive', { caseId: ready.id });
  expect(await desk.refusalOf('intake.discard', { caseId: ready.id })).toBe('already-decided');
  expect(() => run(desk.db, 'DELETE FROM case_file WHERE id = @id', { id: ready.id })).toThrow();
});
