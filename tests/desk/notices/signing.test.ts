import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { citizenCalls } from '#contract/calls/citizen.ts';
import type { NoticeSummary } from '#contract/shapes/notice.ts';
import { noticeHtml } from '#desk/papers/notice-html.ts';
import { signaturePng } from '#desk/papers/signature-png.ts';
import { noticesToPress } from '#desk/store/notices.ts';
import { closeVisit } from '#desk/store/visits.ts';
import { all, run } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { aCorrectedCase } from '../../support/corrected-case.ts';
import { intakeDesk, type IntakeDesk, ticketIdOf } from '../../support/intake-desk.ts';

const CITIZEN = asker({ seat: 'citizen-0001', staff: null });
const PEN = [
  [
    { x: 100, y: 100 },
    { x: 600, y: 120 },
    { x: 400, y: 300 },
  ],
];

async function seen(desk: IntakeDesk, who = CITIZEN) {
  const reply = await desk.ask('citizen.view', {}, who);
  return citizenCalls['citizen.view'].output.parse(reply.ok ? reply.value : null);
}

async function asked(desk: IntakeDesk) {
  const { view, notice } = await aCorrectedCase(desk);
  await desk.ask('notices.ask-signature', { noticeId: notice.id });
  const signingId = (await seen(desk)).paper?.signingId ?? '';
  return { view, notice, signingId };
}

async function signingOf(desk: IntakeDesk, notice: NoticeSummary) {
  const reply = await desk.ask('notices.look', { noticeId: notice.id });
  const value = z.object({ notice: z.object({ signing: z.looseObject({}) }) }).parse(reply.ok && reply.value);
  return value.notice.signing;
}

describe("the citizen's screen", () => {
  it('shows a masked name and the items of the visit in hand, and a paper only when one was asked for', async () => {
    const desk = intakeDesk();
    const { notice } = await aCorrectedCase(desk);
    const idle = await seen(desk);
    expect(idle.paper).toBeNull();
    expect(idle.serving).toMatchObject({
      ticketNumber: 'A001',
      applicantName: '李*',
      items: [{ nameZh: '个体工商户设立登记' }],
    });
    await desk.ask('notices.ask-signature', { noticeId: notice.id });
    expect((await seen(desk)).paper).toMatchObject({ title: '一次性告知书', signer: '申请人或代理人签收' });
    expect(desk.parts.said).toContain('citizen.changed');
    expect(await signingOf(desk, notice)).toEqual({ state: 'on-screen' });
  });

  it('is the only one that sees any of it', async () => {
    const desk = intakeDesk();
    const { signingId } = await asked(desk);
    for (const seat of ['desk-0001', 'display-0001', 'stdio-12', 'x-citizen-1']) {
      const other = await seen(desk, asker({ seat, staff: null }));
      expect(other).toMatchObject({ serving: null, paper: null });
      const who = asker({ seat });
      expect(await desk.refusalOf('citizen.sign', { signingId, strokes: PEN }, who)).toBe(
        'not-the-citizens-screen',
      );
      expect(await desk.refusalOf('citizen.object', { signingId }, who)).toBe('not-the-citizens-screen');
    }
  });

  it('is empty as soon as the citizen is gone, the clerk takes the paper back, or it lay ten minutes', async () => {
    const desk = intakeDesk();
    const { notice, signingId } = await asked(desk);
    await desk.ask('notices.stop-signing', {});
    expect((await seen(desk)).paper).toBeNull();
    expect(await desk.refusalOf('citizen.sign', { signingId, strokes: PEN }, CITIZEN)).toBe(
      'no-longer-asked',
    );

    await desk.ask('notices.ask-signature', { noticeId: notice.id });
    desk.clock.move(10 * 60_000);
    expect((await seen(desk)).paper).toBeNull();

    await desk.ask('notices.ask-signature', { noticeId: notice.id });
    expect((await seen(desk)).paper).not.toBeNull();
    closeVisit(desk.db, ticketIdOf(1), desk.clock.nowMs());
    expect(await seen(desk)).toMatchObject({ serving: null, paper: null });
  });

  it('tells the clerk when the citizen says that something is wrong', async () => {
    const desk = intakeDesk();
    const { notice, signingId } = await asked(desk);
    expect(await desk.refusalOf('citizen.object', { signingId }, CITIZEN)).toBe('ok');
    expect((await seen(desk)).paper).toBeNull();
    expect(await signingOf(desk, notice)).toMatchObject({ state: 'objected' });
    expect(await desk.refusalOf('citizen.sign', { signingId, strokes: PEN }, CITIZEN)).toBe(
      'no-longer-asked',
    );
  });

  it('is opened by the shell, and refused where there is none', async () => {
    let opened = 0;
    const desk = intakeDesk({ showCitizenScreen: () => (opened += 1) });
    expect(await desk.refusalOf('citizen.open-screen', {})).toBe('ok');
    expect(opened).toBe(1);
    expect(await intakeDesk().refusalOf('citizen.open-screen', {})).toBe('no-screens-here');
  });
});

describe('a signature', () => {
  it('is kept as a picture with its hash and the hash of the content it signs, and drawn on the page', async () => {
    const desk = intakeDesk();
    const { notice, signingId } = await asked(desk);
    desk.woken.length = 0;
    expect(await desk.refusalOf('citizen.sign', { signingId, strokes: PEN }, CITIZEN)).toBe('ok');
    expect(desk.woken).toEqual(['press']);
    const png = signaturePng(PEN);
    const sha256 = createHash('sha256').update(png).digest('hex');
    expect(
      all(desk.db, 'SELECT content_hash AS contentHash, sha256, clerk, png FROM notice_signature'),
    ).toEqual([{ contentHash: notice.contentHash, sha256, clerk: '0317', png }]);
    expect(await signingOf(desk, notice)).toMatchObject({ state: 'settled', outcome: 'signed', sha256 });

    const waiting = noticesToPress(desk.db, 9).find(({ id }) => id === notice.id);
    expect(waiting).toMatchObject({ reprint: 0, signatures: 1 });
    expect(waiting?.signature?.pngHex).toBe(png.toString('hex').toUpperCase());
  });

  it('is no slip of the finger', async () => {
    const desk = intakeDesk();
    const { signingId } = await asked(desk);
    const dot = [[{ x: 5, y: 5 }], [{ x: 9, y: 9 }]];
    expect(await desk.refusalOf('citizen.sign', { signingId, strokes: dot }, CITIZEN)).toBe(
      'nothing-written',
    );
  });

  it('is given once, and never of another content, changed or deleted', async () => {
    const desk = intakeDesk();
    const { view, notice, signingId } = await asked(desk);
    await desk.ask('citizen.sign', { signingId, strokes: PEN }, CITIZEN);
    expect(await desk.refusalOf('notices.ask-signature', { noticeId: notice.id })).toBe('signed-already');
    const slip = view.notices[0]?.id ?? '';
    const again = (id: string, hash: string) =>
      run(
        desk.db,
        `INSERT INTO notice_signature (notice_id, round, outcome, content_hash, at_ms, clerk, window)
         VALUES (@id, 2, 'on-paper', @hash, 1, '0317', 3)`,
        { id, hash },
      );
    expect(() => again(notice.id, notice.contentHash)).toThrow('signed once');
    expect(() => again(slip, 'a'.repeat(64))).toThrow('that was shown');
    expect(() => run(desk.db, "UPDATE notice_signature SET clerk = 'x'")).toThrow('a signature stays');
    expect(() => run(desk.db, 'DELETE FROM notice_signature')).toThrow('never deleted');
  });

  it('that was refused or not possible is on record with reason and clerk, and may still be given', async () => {
    const desk = intakeDesk();
    const { notice } = await aCorrectedCase(desk);
    const input = { noticeId: notice.id, outcome: 'refused', reason: '要求带回去看' };
    expect(await desk.refusalOf('notices.settle-signature', input)).toBe('ok');
    expect(await signingOf(desk, notice)).toMatchObject({
      outcome: 'refused',
      reason: '要求带回去看',
      clerk: '0317',
      sha256: null,
    });
    expect(
      await desk.refusalOf('notices.settle-signature', { noticeId: notice.id, outcome: 'on-paper' }),
    ).toBe('ok');
    expect(await desk.refusalOf('notices.settle-signature', input)).toBe('signed-already');
  });

  it('is wanted on a correction and not on a slip', async () => {
    const desk = intakeDesk();
    const { view, notice } = await aCorrectedCase(desk);
    const slip = view.notices.find(({ kind }) => kind === 'receipt-slip');
    expect(notice.signing).toEqual({ state: 'wanted' });
    expect(slip?.signing).toEqual({ state: 'not-wanted' });
    expect(await desk.refusalOf('notices.ask-signature', { noticeId: slip?.id })).toBe('no-signature-wanted');
  });
});

describe('the picture of a signature', () => {
  it('is a whole PNG with ink where the pen was and nowhere else', () => {
    const png = signaturePng([[{ x: 500, y: 200 }]]);
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
    const rows = inflateSync(data);
    const grey = (x: number, y: number) => rows[y * 1001 + 1 + x];
    expect(rows.length).toBe(1001 * 400);
    expect([grey(500, 200), grey(503, 202), grey(520, 200), grey(0, 0)]).toEqual([0, 0, 255, 255]);
    expect(signaturePng(PEN).equals(signaturePng(PEN))).toBe(true);
  });
});

describe('a page with a signature', () => {
  it('carries the picture, and says so where there is none', async () => {
    const desk = intakeDesk();
    const { notice } = await aCorrectedCase(desk);
    const waiting = noticesToPress(desk.db, 9).find(({ id }) => id === notice.id);
    if (!waiting) throw new Error('the paper waits for the press');
    const sign = { sha256: null, reason: null, clerk: '0317', at: '2026-11-24 09:30' };
    const drawn = noticeHtml(waiting.content, 0, {
      ...sign,
      outcome: 'signed',
      pngBase64: 'AAAA',
      sha256: 'ab',
    });
    expect(drawn).toContain('src="data:image/png;base64,AAAA"');
    expect(drawn).toContain('img-src data:');
    const refused = noticeHtml(waiting.content, 0, {
      ...sign,
      outcome: 'refused',
      pngBase64: null,
      reason: '要求带回去看',
    });
    expect(refused).toContain('拒绝签字');
    expect(refused).toContain('见证工号 0317');
    expect(refused).not.toContain('img-src');
  });
});
