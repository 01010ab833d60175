import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { closeVisit, openVisit } from '#desk/store/visits.ts';
import { one, run } from '#native/sqlite/database.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import {
  aReadyCase,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  ticketIdOf,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { TEST_KEY } from '../../support/case-file.ts';
import { tempHome } from '../../support/temp-home.ts';

const NOBODY = '018f0000-0000-7000-8000-00000000dead';
const soleTrader = itemNamed('个体工商户设立登记');

async function openFor(desk: IntakeDesk, item = soleTrader) {
  const visitId = desk.aVisit();
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: item.code });
  return { visitId, caseId: opened.id, opened };
}

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
  openVisit(desk.db, {
    ticketId: ticketIdOf(1),
    ticketNumber: 'A001',
    atMs: desk.clock.nowMs(),
    guidanceId: null,
  });
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
  expect(() => run(desk.db, 'DELETE FROM case_file WHERE id = @id', { id: ready.id })).toThrow(
    'never thrown away',
  );
});
