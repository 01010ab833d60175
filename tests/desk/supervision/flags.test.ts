import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { messageOf } from '#desk/platform/adapters/frame-event.ts';
import { VoucherId } from '#contract/shapes/progress.ts';
import { PersonPage } from '#contract/shapes/person-page.ts';
import { all } from '#native/sqlite/database.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { deskParts } from '../../support/desk-parts.ts';
import {
  aReadyCase,
  citizenNumber,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
} from '../../support/intake-desk.ts';
import { paperOf, provinceOf, sourceDesk } from '../../support/source-desk.ts';
import { aManager, DAY_MS, progressOf, refusalOfStep, stepOn, vouched } from '../../support/progress-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { aTolerantCase, foodPermit } from '../progress/cases.ts';

const SHOP = itemNamed('个体工商户设立登记');
const kinds = ({ flags }: Pick<CaseView, 'flags'>) => flags.map(({ kind }) => kind);

/** Accepted on a commitment that stands for one of its papers. */
async function committedCase(desk: IntakeDesk): Promise<CaseView> {
  const ready = await aReadyCase(desk, SHOP);
  const paper = ready.materials.find((one) => one.asked && one.mandatory && one.commitmentReplaceable);
  const commit = { caseId: ready.id, materialId: paper?.id ?? '', route: 'commitment' };
  await desk.caseFrom('intake.provide', { ...commit, route: null });
  await desk.caseFrom('intake.provide', commit);
  return desk.caseFrom('intake.accept', { caseId: ready.id });
}

async function refusedCase(desk: IntakeDesk): Promise<CaseView> {
  const { id: caseId } = await aReadyCase(desk, foodPermit);
  return desk.caseFrom('intake.refuse', { caseId, reason: 'other', say: '经营场所不符合条件' });
}

function eventsOf(desk: IntakeDesk, caseId: string): CaseEvent[] {
  return all(desk.db, 'SELECT event_json AS event FROM outbox WHERE case_id = @caseId ORDER BY step', {
    caseId,
  }).map((row) => CaseEvent.parse(JSON.parse(String(Reflect.get(Object(row), 'event')))));
}

async function flagsOfPersonPage(desk: IntakeDesk): Promise<PersonPage['flags']> {
  const which = { by: 'number', text: citizenNumber() };
  const reply = await desk.ask('people.page', { which, purpose: 'check-a-case' });
  return PersonPage.parse(reply.ok ? reply.value : null).flags;
}

describe('F46: what a commitment leaves open', () => {
  it('stands from acceptance until it was checked, overdue after the hall’s days', async () => {
    const db = aCaseFile();
    const board = { ...deskParts(db).board, waitingOfPerson: async () => null };
    const desk = intakeDesk({ board }, { db });
    const accepted = await committedCase(desk);
    expect(accepted.state).toBe('accepted-commitment');
    expect(accepted.flags).toMatchObject([
      { kind: 'commitment-unchecked', since: '2026-11-24', dueOn: '2026-12-22', overdue: false },
    ]);
    expect(await flagsOfPersonPage(desk)).toMatchObject([{ caseId: accepted.id, overdue: false }]);
    desk.clock.move(29 * DAY_MS);
    expect(await flagsOfPersonPage(desk)).toMatchObject([{ kind: 'commitment-unchecked', overdue: true }]);

    const view = await stepOn(desk, accepted.id, {
      act: 'check-commitment',
      result: 'kept',
      say: '已核对档案',
    });
    expect(view.flags).toEqual([]);
    expect(view.timeline.at(-1)).toMatchObject({ event: 'check-commitment', detail: { result: 'kept' } });
    expect(view.state).toBe('accepted-commitment');
    expect(
      await refusalOfStep(desk, accepted.id, { act: 'check-commitment', result: 'kept', say: '再核' }),
    ).toBe('not-in-this-state');
  });

  it('stands against the applicant when it was broken, in every other case of theirs, until a supervisor settles it', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const accepted = await committedCase(desk);
    await stepOn(desk, accepted.id, { act: 'check-commitment', result: 'broken', say: '场所不存在' });
    const other = await aReadyCase(desk, foodPermit);
    expect(other.flags).toMatchObject([
      { kind: 'commitment-broken', caseId: accepted.id, say: '场所不存在', dueOn: null },
    ]);
    const settle = { act: 'settle-flag', flag: 'commitment-broken', reason: '已整改到位' } as const;
    const forged = VoucherId.parse('018f0000-0000-4000-8000-000000000001');
    expect(await refusalOfStep(desk, accepted.id, { ...settle, voucher: forged })).toBe('voucher-not-good');
    const view = await stepOn(desk, accepted.id, { ...settle, voucher: await vouched(desk) });
    expect(view.timeline.at(-1)).toMatchObject({ event: 'settle-flag', supervisor: '0901' });
    expect((await desk.caseFrom('intake.look', { caseId: other.id })).flags).toEqual([]);
  });
});

describe('F46: what a tolerant acceptance leaves open', () => {
  it('is taken down by the last of the promised papers, and by nobody before', async () => {
    const desk = intakeDesk();
    const accepted = await aTolerantCase(desk);
    const [owed] = (await progressOf(desk, accepted.id)).owed;
    expect(accepted.flags).toMatchObject([{ kind: 'tolerance-unfinished', dueOn: owed?.dueOn }]);
    await aManager(desk);
    const settle = { act: 'settle-flag', flag: 'tolerance-unfinished', reason: '不再要求' } as const;
    expect(await refusalOfStep(desk, accepted.id, { ...settle, voucher: await vouched(desk) })).toBe(
      'not-in-this-state',
    );
    const filled = await stepOn(desk, accepted.id, {
      act: 'fill-owed',
      materialId: owed?.materialId ?? '',
      originalsTaken: 1,
      copiesTaken: 1,
      checkedAgainstOriginal: true,
    });
    expect(filled.flags).toEqual([]);
    expect(eventsOf(desk, accepted.id).at(-1)?.flags).toMatchObject([
      { kind: 'tolerance-unfinished', cleared: { on: '2026-11-24', result: 'filled' } },
    ]);
  });
});

describe('F46: a refusal', () => {
  it('is shown when the same person asks for the same item again, and for no other item', async () => {
    const desk = intakeDesk();
    const refused = await refusedCase(desk);
    const again = await aReadyCase(desk, foodPermit);
    expect(again.flags).toMatchObject([
      { kind: 'refused-before', caseId: refused.id, say: '经营场所不符合条件' },
    ]);
    expect(kinds(await aReadyCase(desk, SHOP))).toEqual([]);
  });

  it('keeps nobody from applying again', async () => {
    const desk = intakeDesk();
    await refusedCase(desk);
    const again = await aReadyCase(desk, foodPermit);
    expect((await desk.caseFrom('intake.accept', { caseId: again.id })).state).toBe('accepted');
  });
});

describe('F46: the platform', () => {
  let sandbox: RunningProvince;
  beforeAll(async () => {
    sandbox = await startProvince();
  });
  afterAll(() => sandbox.stop());

  it('is told of every flag with the step that raised it or took it down', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await committedCase(desk);
    await stepOn(desk, caseId, { act: 'check-commitment', result: 'broken', say: '场所不存在' });
    const naming = { key: '7a1f0a6e-0f6c-4a53-9f7e-0d2c8a4f3b11', step: 1, officialNumber: null };
    const told = eventsOf(desk, caseId).map((event) => {
      const { process, supervision } = messageOf(event, naming);
      return [process.event_name, supervision];
    });
    const commitment = { flag_code: '01', explain: '', since: '2026-11-24', due_date: '2026-12-22' };
    expect(told).toEqual([
      ['01', undefined],
      ['02', [{ ...commitment, cleared_date: null, result_code: null }]],
      [
        '27',
        [
          { ...commitment, cleared_date: '2026-11-24', result_code: '2' },
          {
            flag_code: '04',
            explain: '场所不存在',
            since: '2026-11-24',
            due_date: null,
            cleared_date: null,
            result_code: null,
          },
        ],
      ],
    ]);
  });

  it('gives them back to whoever asks a source about the same person', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await committedCase(desk);
    const province = provinceOf(sandbox);
    onTestFinished(() => province.close());
    for (const [at, event] of eventsOf(desk, caseId).entries()) {
      const key = `7a1f0a6e-0f6c-4a53-9f7e-0d2c8a4f3b1${String(at)}`;
      const body = province.frame(event, { key, step: at + 1, officialNumber: null });
      const { receiptNumber } = event;
      expect(await province.sendEvent({ key, caseId, step: at + 1, receiptNumber, body })).toMatchObject({
        answer: 'acknowledged',
      });
    }
    const next = await aReadyCase(desk, itemNamed('住房公积金提取（租房）'));
    const asked = await desk.caseFrom('materials.query', {
      caseId: next.id,
      materialId: 'marriage',
      kind: 'shared-data',
      basis: 'law',
    });
    expect(paperOf(asked, 'marriage').query?.flags).toMatchObject([{ code: '01', since: '2026-11-24' }]);
  });
});

it('F46: an acceptance with every paper leaves nothing open and writes no flag', async () => {
  const desk = intakeDesk();
  const ready = await aReadyCase(desk, foodPermit);
  await handOverAll(desk, ready);
  const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
  expect(accepted.flags).toEqual([]);
  expect(all(desk.db, 'SELECT case_id FROM case_flag')).toEqual([]);
});
