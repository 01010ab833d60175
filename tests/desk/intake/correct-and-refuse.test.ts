import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { all } from '#native/sqlite/database.ts';
import { intakeDesk, type IntakeDesk, itemNamed, typeApplicant } from '../../support/intake-desk.ts';

const DAY_MS = 86_400_000;

async function openCase(desk: IntakeDesk) {
  const visitId = desk.aVisit();
  await typeApplicant(desk, visitId);
  return desk.caseFrom('intake.open', { visitId, itemCode: itemNamed('个体工商户设立登记').code });
}

function owed({ db }: IntakeDesk): CaseEvent[] {
  return z
    .array(z.object({ event: z.string() }))
    .parse(all(db, 'SELECT event_json AS event FROM outbox ORDER BY seq'))
    .map(({ event }) => CaseEvent.parse(JSON.parse(event)));
}

describe('the one-time correction notice', () => {
  const complete = [
    { materialId: 'form', say: '补申请书，签名' },
    { materialId: 'id', say: '带身份证原件' },
    { materialId: 'premises', say: '补经营场所证明' },
    { materialId: null, say: '申请表第 2 页漏签名' },
  ];

  it('lists everything missing, prints a slip beside it, and owes two steps', async () => {
    const desk = intakeDesk();
    const { id: caseId, missing } = await openCase(desk);
    expect(missing).toEqual(['form', 'id', 'premises']);
    const corrected = await desk.caseFrom('intake.correct', { caseId, list: complete });
    expect(corrected).toMatchObject({ state: 'awaiting-correction', correction: complete, acceptedOn: null });
    expect(corrected.notices.map(({ kind }) => kind)).toEqual(['receipt-slip', 'correction']);
    expect(owed(desk).map(({ kind }) => kind)).toEqual(['case.received', 'case.correction']);
    expect(owed(desk)[0]?.correction).toEqual([]);
    expect(owed(desk)[1]?.correction).toEqual(complete);

    const notice = corrected.notices.find(({ kind }) => kind === 'correction');
    const content = notice && noticeContent(desk.db, notice.id);
    expect(content?.table?.rows.map(([, paper, say]) => [paper, say])).toEqual([
      ['个体工商户登记（备案）申请书', '补申请书，签名'],
      ['居民身份证（申请人）', '带身份证原件'],
      ['经营场所使用证明', '补经营场所证明'],
      ['其他', '申请表第 2 页漏签名'],
    ]);
  });

  it('is refused while one missing paper is not on the list', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await openCase(desk);
    expect(await desk.refusalOf('intake.correct', { caseId, list: complete.slice(1) })).toBe(
      'list-incomplete',
    );
    expect(
      await desk.refusalOf('intake.correct', {
        caseId,
        list: [...complete, { materialId: 'something-else', say: '不该要的材料' }],
      }),
    ).toBe('list-incomplete');
  });

  it('is given once: a second list is refused', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await openCase(desk);
    await desk.caseFrom('intake.correct', { caseId, list: complete });
    expect(await desk.refusalOf('intake.correct', { caseId, list: complete })).toBe('notice-already-given');
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('already-decided');
    expect(owed(desk)).toHaveLength(2);
  });

  it('is refused when nothing is missing: then the case must be accepted', async () => {
    const desk = intakeDesk();
    const { id: caseId, missing } = await openCase(desk);
    for (const materialId of missing) {
      await desk.caseFrom('intake.provide', { caseId, materialId, route: 'paper', originalsTaken: 1 });
    }
    expect(
      await desk.refusalOf('intake.correct', { caseId, list: [{ materialId: null, say: '再补一份' }] }),
    ).toBe('nothing-missing');
  });

  it('may follow a receipt within five working days and not after', async () => {
    const desk = intakeDesk();
    const inTime = await openCase(desk);
    const late = await openCase(desk);
    for (const { id: caseId } of [inTime, late]) await desk.caseFrom('intake.receive', { caseId });
    desk.clock.move(7 * DAY_MS);
    const corrected = await desk.caseFrom('intake.correct', { caseId: inTime.id, list: complete });
    expect(corrected.noticeDueOn).toBe('2026-12-01');
    expect(corrected.notices.map(({ kind }) => kind)).toEqual(['receipt-slip', 'correction']);
    expect(
      owed(desk)
        .filter(({ caseId }) => caseId === inTime.id)
        .map(({ kind }) => kind),
    ).toEqual(['case.received', 'case.correction']);
    desk.clock.move(DAY_MS);
    expect(await desk.refusalOf('intake.correct', { caseId: late.id, list: complete })).toBe(
      'already-decided',
    );
  });
});

describe('refusing a case', () => {
  it('prints the reason, what the clerk says and the ways to object, and owes two steps', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await openCase(desk);
    const refused = await desk.caseFrom('intake.refuse', {
      caseId,
      reason: 'not-competent',
      say: '请到示范县民政局，3 楼 12 号窗。',
    });
    expect(refused).toMatchObject({
      state: 'refused',
      refusal: { reason: 'not-competent', say: '请到示范县民政局，3 楼 12 号窗。' },
      acceptedOn: null,
    });
    expect(owed(desk).map(({ kind }) => kind)).toEqual(['case.received', 'case.refused']);
    const notice = refused.notices.find(({ kind }) => kind === 'refusal');
    const text = (notice && noticeContent(desk.db, notice.id))?.paragraphs.join('');
    for (const words of ['不属于本机关职权范围', '第（二）项', '3 楼 12 号窗', '60 日', '6 个月']) {
      expect(text).toContain(words);
    }
  });
});

describe('papers of a case', () => {
  it('may be promised only for a working day two working days before the promised due day', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const { id: caseId } = await desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('食品经营许可（新办）').code,
    });
    const promise = async (dueOn: string | null) =>
      desk.refusalOf('intake.provide', { caseId, materialId: 'policy', route: 'later', dueOn });
    for (const day of [null, '2026-11-24', '2026-11-28', '2026-11-30', '2026-12-01', '2030-01-02']) {
      expect([day, await promise(day)]).toEqual([day, 'due-day-not-allowed']);
    }
    expect(await promise('2026-11-27')).toBe('ok');
  });

  it('put off in a draft no longer count when the promised day has become too late', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const { id: caseId } = await desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('食品经营许可（新办）').code,
    });
    const view = await desk.caseFrom('intake.provide', {
      caseId,
      materialId: 'policy',
      route: 'later',
      dueOn: '2026-11-27',
    });
    expect(view.missing).not.toContain('policy');
    desk.clock.move(4 * DAY_MS);
    expect((await desk.caseFrom('intake.look', { caseId })).missing).toContain('policy');
  });

  it('are not taken for papers the item does not have, nor for those an answer dropped', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const { id: caseId } = await desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('企业设立登记（有限责任公司）').code,
    });
    const provide = async (materialId: string) =>
      desk.refusalOf('intake.provide', { caseId, materialId, route: 'paper', originalsTaken: 1 });
    expect(await provide('no-such-paper')).toBe('no-such-material');
    expect(await provide('premises')).toBe('ok');
    await desk.caseFrom('intake.answer', { caseId, situationId: 'premises', optionId: 'declare' });
    expect(await provide('premises')).toBe('no-such-material');
    expect(await desk.refusalOf('intake.answer', { caseId, situationId: 'premises', optionId: 'x' })).toBe(
      'no-such-situation',
    );
    expect(await desk.refusalOf('intake.answer', { caseId, situationId: 'x', optionId: null })).toBe(
      'no-such-situation',
    );
  });

  it('may be taken back, and then are missing again', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await openCase(desk);
    await desk.caseFrom('intake.provide', { caseId, materialId: 'form', route: 'paper', originalsTaken: 1 });
    const back = await desk.caseFrom('intake.provide', { caseId, materialId: 'form', route: null });
    expect(back.missing).toContain('form');
  });

  it('take nothing more once a case is decided', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await openCase(desk);
    await desk.caseFrom('intake.refuse', { caseId, reason: 'other', say: '资料与事项不符' });
    const provide = { caseId, materialId: 'form', route: 'paper', originalsTaken: 1 };
    expect(await desk.refusalOf('intake.provide', provide)).toBe('already-decided');
    expect(await desk.refusalOf('intake.answer', { caseId, situationId: 'x', optionId: null })).toBe(
      'already-decided',
    );
  });

  it('ask the facts no register can tell, one question each', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const opened = await desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('社会保障卡申领').code,
    });
    expect(opened.item.situations.map(({ id }) => id)).toEqual(['who', 'fact:photoOnFile']);
    const view = await desk.caseFrom('intake.answer', {
      caseId: opened.id,
      situationId: 'fact:photoOnFile',
      optionId: 'yes',
    });
    expect(view.materials.find(({ id }) => id === 'photo')).toMatchObject({
      asked: false,
      reason: 'condition-not-met',
    });
  });
});
