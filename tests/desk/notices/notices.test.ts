import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noticesCalls } from '#contract/calls/notices.ts';
import { NoticeSummary } from '#contract/shapes/notice.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { checkCodeHolds } from '#desk/papers/check-code.ts';
import { keepPdf, keepPressTrouble, noticesToPress } from '#desk/store/notices.ts';
import { all, run } from '#native/sqlite/database.ts';
import { readReceiptQr } from '#rules/scan/receipt-qr.ts';
import { canonicalJson } from '../../support/canonical-json.ts';
import { aReadyCase, citizenNumber, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';

const NOBODY = '018f0000-0000-7000-8000-00000000dead';

async function accepted(desk: IntakeDesk) {
  const ready = await aReadyCase(desk);
  const view = await desk.caseFrom('intake.accept', { caseId: ready.id });
  const [slip, acceptance] = view.notices;
  if (!slip || !acceptance) throw new Error('two papers were expected');
  return { view, slip, acceptance };
}

async function look(desk: IntakeDesk, noticeId: string) {
  const reply = await desk.ask('notices.look', { noticeId });
  if (!reply.ok) throw new Error(reply.refusal);
  return noticesCalls['notices.look'].output.parse(reply.value);
}

async function reprint(desk: IntakeDesk, noticeId: string): Promise<NoticeSummary> {
  const reply = await desk.ask('notices.reprint', { noticeId });
  if (!reply.ok) throw new Error(reply.refusal);
  return NoticeSummary.parse(reply.value);
}

describe('a notice', () => {
  it('is frozen with the hash of its content and a code that only this hall makes', async () => {
    const desk = intakeDesk();
    const { view, acceptance } = await accepted(desk);
    const { notice, content } = await look(desk, acceptance.id);
    // Anybody who has the content can make the hash again, in whatever order its keys came.
    expect(notice.contentHash).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'));
    const qr = readReceiptQr(content.qrText);
    expect(qr).toEqual({ receiptNumber: view.receiptNumber, checkCode: content.checkCode });
    expect(checkCodeHolds(content.receiptNumber, content.checkCode, desk.parts.personKey)).toBe(true);
    expect(() =>
      run(desk.db, "UPDATE notice SET content = '{}' WHERE id = @id", { id: acceptance.id }),
    ).toThrow('a notice is frozen');
    expect(() => run(desk.db, 'DELETE FROM notice WHERE id = @id', { id: acceptance.id })).toThrow(
      'never deleted',
    );
  });

  it('opens the page of the hall where it has one, and promises scanning only there', async () => {
    const page = 'https://hall.invalid/track';
    const followed = intakeDesk({ site: { ...DEMO_SITE, trackingUrl: page } });
    const there = await accepted(followed);
    const [slip, acceptance] = [
      await look(followed, there.slip.id),
      await look(followed, there.acceptance.id),
    ];
    const { receiptNumber } = there.view;
    const address = `${page}?receipt=${receiptNumber}&code=${slip.content.checkCode}`;
    expect([slip.content.qrText, acceptance.content.qrText]).toEqual([address, address]);
    expect(slip.content.foot).toContain('扫码查进度');
    expect(acceptance.content.foot.join('')).toContain('或扫描二维码');
    expect(readReceiptQr(address)).toEqual({ receiptNumber, checkCode: slip.content.checkCode });

    const desk = intakeDesk();
    const here = await accepted(desk);
    const plain = (await look(desk, here.slip.id)).content;
    expect(plain.qrText).toBe(`${here.view.receiptNumber}:${plain.checkCode}`);
    expect(plain.foot).toEqual(['窗口扫码验真', `验证码 ${plain.checkCode}`, '电话 0000-0000000']);
    expect((await look(desk, here.acceptance.id)).content.foot.join('')).not.toContain('扫描二维码');
  });

  it('holds number, date, seal place and limits when it is an acceptance', async () => {
    const desk = intakeDesk();
    const { acceptance } = await accepted(desk);
    const { content } = await look(desk, acceptance.id);
    expect(content).toMatchObject({
      title: '受理通知书',
      documentNumber: acceptance.documentNumber,
      issuedOn: '2026-11-24',
      issuedAt: '2026-11-24 09:30:00',
      organ: '示范县市场监督管理局',
      sealPlace: '示范县市场监督管理局',
      signaturePlace: true,
      pendingSync: false,
    });
    const rows = new Map(content.rows.map(({ label, value }) => [label, value]));
    expect(rows.get('法定期限')).toBe('3 个工作日，至 2026年11月27日');
    expect(rows.get('承诺期限')).toBe('当场办结，2026年11月24日');
    expect(rows.get('申请人')).toContain(citizenNumber());
    expect(acceptance.documentNumber).toBe('受理〔2026〕990101-03-0001号');
  });

  it('names the citizen by a masked name and four signs when it is a slip', async () => {
    const desk = intakeDesk();
    const { slip } = await accepted(desk);
    const { content } = await look(desk, slip.id);
    const text = JSON.stringify(content);
    expect(text).not.toContain('李晓雨');
    expect(text).not.toContain(citizenNumber());
    expect(text).toContain(`李*　证件尾号 ${citizenNumber().slice(-4)}`);
    expect(text).toContain('最迟 2026年12月1日 告知是否受理。');
    expect(content.table?.rows.length).toBe(3);
  });

  it('says it is not yet with the province when the line is down', async () => {
    const desk = intakeDesk();
    desk.province.line = 'away';
    const { slip } = await accepted(desk);
    expect((await look(desk, slip.id)).content.pendingSync).toBe(true);
  });

  it('is looked at only on the record', async () => {
    const desk = intakeDesk();
    const { slip } = await accepted(desk);
    await look(desk, slip.id);
    expect(all(desk.db, "SELECT subject, purpose FROM audit WHERE call LIKE 'notices.%'")).toEqual([
      { subject: slip.id, purpose: 'look' },
    ]);
    expect(await desk.refusalOf('notices.look', { noticeId: NOBODY })).toBe('no-such-notice');
    expect(await desk.refusalOf('notices.reprint', { noticeId: NOBODY })).toBe('no-such-notice');
    expect(await desk.refusalOf('notices.pdf', { noticeId: NOBODY, offset: 0 })).toBe('no-such-notice');
  });
});

describe('the press', () => {
  it('is given each copy once, oldest first, and a reprint again with its count', async () => {
    const desk = intakeDesk();
    const { slip, acceptance } = await accepted(desk);
    expect(noticesToPress(desk.db, 9).map(({ id, reprint: copy }) => [id, copy])).toEqual([
      [slip.id, 0],
      [acceptance.id, 0],
    ]);
    const pdf = Buffer.from('%PDF-1.7 first');
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    keepPdf(desk.db, { id: slip.id, reprint: 0, signatures: 0, pdf, sha256, atMs: 5 });
    keepPressTrouble(desk.db, {
      id: acceptance.id,
      reprint: 0,
      signatures: 0,
      why: 'took-too-long',
      atMs: 6,
    });
    expect(noticesToPress(desk.db, 9)).toEqual([]);
    expect((await look(desk, slip.id)).notice.pdf).toEqual({
      state: 'pressed',
      sha256,
      bytes: pdf.length,
      pressedAtMs: 5,
    });
    expect((await look(desk, acceptance.id)).notice.pdf).toEqual({
      state: 'not-pressed',
      why: 'took-too-long',
    });

    const before = (await look(desk, slip.id)).content;
    desk.woken.length = 0;
    const again = await reprint(desk, slip.id);
    expect(again).toMatchObject({ reprints: 1, pdf: { state: 'waiting' }, contentHash: slip.contentHash });
    expect(desk.woken).toEqual(['press']);
    expect((await look(desk, slip.id)).content).toEqual(before);
    expect(noticesToPress(desk.db, 9).map(({ id, reprint: copy }) => [id, copy])).toEqual([[slip.id, 1]]);
    expect(all(desk.db, 'SELECT reprint FROM notice_copy WHERE pdf IS NOT NULL')).toEqual([{ reprint: 0 }]);
  });

  it('hands its PDF over in pieces that give the whole again', async () => {
    const desk = intakeDesk();
    const { slip } = await accepted(desk);
    const pdf = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 251));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(await desk.refusalOf('notices.pdf', { noticeId: slip.id, offset: 0 })).toBe('not-pressed-yet');
    keepPdf(desk.db, { id: slip.id, reprint: 0, signatures: 0, pdf, sha256, atMs: 5 });

    const piece = z.object({ base64: z.string(), totalBytes: z.int(), sha256: z.string() });
    const got: Buffer[] = [];
    for (let offset = 0; offset < pdf.length;) {
      const reply = await desk.ask('notices.pdf', { noticeId: slip.id, offset });
      const part = piece.parse(reply.ok ? reply.value : null);
      expect(part).toMatchObject({ totalBytes: 70_000, sha256 });
      const bytes = Buffer.from(part.base64, 'base64');
      expect(bytes.length).toBeLessThanOrEqual(32_768);
      got.push(bytes);
      offset += bytes.length;
    }
    expect(createHash('sha256').update(Buffer.concat(got)).digest('hex')).toBe(sha256);
    const beyond = await desk.ask('notices.pdf', { noticeId: slip.id, offset: 70_000 });
    expect(piece.parse(beyond.ok ? beyond.value : null).base64).toBe('');
  });
});
